import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

const users = (count: number) => countOf(count, { one: "registered user", other: "registered users" });

/** Categories: who may hold what. */
export const categoriesText = catalogue("categoriesText", {
  title: "Categories",
  one: "Category",
  description:
    "Groups of registered users. An asset that requires several can only go to those in every one.",
  add: "Add a category",
  search: "Name or description",
  empty: {
    title: "No category yet",
    text: "A category is a group of registered users with something in common, such as accredited investors or residents of one country. An asset that requires it can only be sent to its members.",
    manager: "The issuer has not made a category yet.",
    filtered: "No category matches the search and filters.",
  },
  filters: {
    members: { some: "With members", none: "Without members" },
    assets: { some: "Required by an asset", none: "Required by no asset" },
    ofYours: { some: "Required by one of your assets", none: "Required by none of your assets" },
  },
  columns: { name: "Category", members: "Members", assets: "Required by" },
  sorts: {
    name: "Name, A to Z",
    "-name": "Name, Z to A",
    "-members": "Most members first",
    "-assets": "Most assets first",
  },
  members: (count: number) => countOf(count, { one: "member", other: "members" }),
  assets: (count: number) => countOf(count, { one: "asset", other: "assets" }),
  usedBy: (count: number) =>
    count === 0
      ? "required by no asset"
      : countOf(count, { one: "asset requires it", other: "assets require it" }),
  /** What a manager reads instead of none: AMP tells of the granted assets alone. */
  noneOfYours: "none of your assets",
  usedByNoneOfYours: "required by none of your assets",
  form: {
    description: "A new category has no members and changes nothing until an asset requires it.",
    name: "Name",
    nameHint: "Must be unique among your categories.",
    about: "Description",
    aboutHint: "Who belongs here, and what proves it.",
    submit: "Add category",
    open: "Open it",
    added: (name: string) => `Category ${name} added`,
  },
  memberCard: {
    title: "Members",
    search: "Search the members",
    add: "Add a member",
    submit: "Add to category",
    none: "No member yet",
    noneText: "Add the registered users who belong here. They can then receive the assets that require it.",
    noneManager: "The issuer has not added a registered user to this category yet.",
    filtered: "No member matches the search.",
    remove: "Remove",
    removeOne: (user: string) => `Remove ${user} from this category`,
    readOnly: "Only the issuer can change who belongs to a category: AMP does not let a manager do so.",
  },
  assetCard: {
    title: "Assets that require it",
    description: "Only users in every category of an asset can be assigned or receive it.",
    asset: "Asset",
    also: "Also requires",
    eligible: "Eligible users",
    eligibleOf: (eligible: number, all: number) =>
      `${groupDigits(String(eligible))} of ${groupDigits(String(all))}`,
    onlyThis: "No other category",
    tracked: "Issuer-tracked: no effect",
    noneText: "Until an asset requires it, a category has no effect on who may receive what.",
    noneOfYours: "None of the assets granted to you requires it. Others may: AMP does not tell you of them.",
    notGranted: (count: number) =>
      `${countOf(count, { one: "asset was", other: "assets were" })} not granted to you and cannot be named here.`,
    label: "Require it for another asset",
    choose: "Choose an asset",
    hint: "Issuer-tracked assets are not offered: anybody may hold them, so a category has no effect there.",
    nothingLeft: "Every transfer-restricted asset requires this category already.",
    require: "Require category",
    release: "Stop requiring",
    releaseFrom: (asset: string) => `Stop requiring this category for ${asset}`,
    readOnly: "Only the issuer can change what an asset requires.",
  },
  requirement: {
    addTitle: (category: string, asset: string) => `Require ${category} for ${asset}?`,
    removeTitle: (category: string, asset: string) => `Stop requiring ${category} for ${asset}?`,
    and: (asset: string, others: string) =>
      `${asset} already requires ${others}. Several categories add up: a user must be in every one of them.`,
    addText:
      "Holders who are not in this category keep their balance but can no longer receive this asset. It takes effect at once.",
    removeText: (asset: string, others: string) =>
      `From now on users need not be in this category to receive ${asset}; they still need ${others}. It takes effect at once.`,
    removeLast: (asset: string) =>
      `This is the only category of ${asset}. Without it every registered user with a GAID can receive the asset. It takes effect at once.`,
    endpoint:
      "This asset also asks an issuer authorization endpoint. For transfers between investors its answer replaces that of the categories; for assignments and distributions the categories count.",
    before: "Eligible now",
    after: "Eligible afterwards",
    ofAll: (count: number) => `of ${users(count)}`,
    nobody: "Nobody could receive this asset any more until registered users are added to the category.",
    addConfirm: "Require category",
    removeConfirm: "Stop requiring",
    required: (category: string, asset: string) => `${asset} requires ${category}`,
    released: (category: string, asset: string) => `${asset} no longer requires ${category}`,
  },
  nameTaken: "A category with this name exists already. Choose another name; nothing was saved.",
});
