import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** Registered users and their GAIDs. */
export const usersText = catalogue("usersText", {
  title: "Registered users",
  one: "Registered user",
  add: "Add a registered user",
  search: "Name, GAID or number",
  empty: {
    title: "No registered user yet",
    text: "A registered user is a person or company you have identified. Once they have a GAID, the id of their AMP account, and the categories an asset asks for, they can be assigned and sent that asset.",
    filtered: "No registered user matches the search and filters.",
  },
  columns: { name: "Name", id: "No.", kind: "Kind", gaid: "Default GAID", categories: "Categories" },
  sorts: { name: "Name, A to Z", "-name": "Name, Z to A", id: "Oldest first", "-id": "Newest first" },
  filters: {
    category: "In category",
    without: "Not in category",
    wallet: "Wallet",
    company: "Kind",
    archived: "Archived",
    kyc: "KYC",
    balance: "Balance",
    asset: "Of which asset",
  },
  kycStates: {
    portal: "Portal: in order",
    lapsed: "Portal: lapsed",
    pending: "Portal: request waits",
    none: "Not from the portal",
  },
  balances: {
    choices: { some: "Owns something", none: "Owns nothing" },
    basis: (read: number, asked: number, oldest: string) =>
      asked === 1
        ? `By the desk's copy of the asset's owners, read ${oldest}. What moved since then, it does not show.`
        : `By the desk's copies of the owners of ${read} of ${countOf(asked, { one: "asset", other: "assets" })}, the oldest read ${oldest}. What moved since then, they do not show.`,
    noCopy: "The desk has no copy of owners to go by.",
    noAsset: "There is no such asset here.",
    unread: (names: string, more: number) =>
      more === 0
        ? `Owners not read yet, or not since this desk changed something: ${names}.`
        : `Owners not read yet, or not since this desk changed something: ${names} and ${more} more.`,
    nobodyKnown: "Until they are read, nobody is known to own nothing, and nobody is listed.",
    someMissing: "Who owns nothing else is missing from the list.",
    read: (count: number) =>
      count === 1
        ? "Read its owners"
        : `Read the owners of ${countOf(count, { one: "asset", other: "assets" })}`,
    readAgain: "Read owners again",
    reading: (at: number, count: number) => `Reading ${at} of ${count}`,
    notRead: (asset: string) => `The owners of ${asset} were not read`,
  },
  wallets: { yes: "Has a wallet", no: "No wallet yet" },
  companies: { no: "Persons", yes: "Companies" },
  archives: { no: "Without archived ones", yes: "Archived ones only" },
  kinds: { person: "Person", company: "Company" },
  noWallet: "No wallet yet",
  noCategory: "None",
  moreCategories: (count: number) => `+${count}`,
  number: (id: number) => `Registered user no. ${id}`,
  madeBy: (maker: string) => `Registered by: ${maker}`,
  fromRequest: "Request from the portal",
  form: {
    description:
      "The name is how you and AMP tell users apart; it is not published. A GAID can be added at any time.",
    kind: "Who is it?",
    personHint: "A natural person who holds in their own name.",
    companyHint: "A company, fund or other legal entity.",
    name: "Name",
    nameHint: "Must be unique among your registered users.",
    gaid: "GAID",
    gaidHint:
      "The id of the investor's AMP account: they copy it from their wallet. It starts with GA. Without one, assets can be assigned but not distributed.",
    submit: "Add registered user",
    added: (name: string) => `${name} is registered`,
  },
  gaids: {
    title: "Wallets",
    description: "Distributions go to the default GAID.",
    default: "Default",
    label: "GAID",
    lookUp: "Look up",
    addLabel: "Add a GAID",
    add: "Add GAID",
    first: "The first GAID becomes the default, the one distributions go to.",
    further: "The default stays as it is; distributions keep going to it.",
    added: "GAID added",
    none: "No wallet yet",
    noneText:
      "Assets can be assigned to this user already. A distribution waits until a GAID is here: ask the investor for it.",
  },
  categories: {
    title: "Categories",
    description: "What this user qualifies for.",
    none: "In no category. Assets that require one cannot be assigned or sent to this user.",
    readOnly: "Only the issuer can change categories: AMP does not let a manager do so. Ask the issuer.",
    add: "Add to category",
    choose: "Choose a category",
    label: "Add to a category",
    all: "This user is in every category.",
    noCategories: "There is no category yet.",
    removeFrom: (category: string) => `Remove from ${category}`,
  },
  holdings: {
    title: "Holdings and assignments",
    description: "Per asset, as AMP books them.",
    managerDescription: "Per asset that the issuer granted to you.",
    asset: "Asset",
    balance: "Balance",
    assigned: "Assigned",
    distributed: "Distributed",
    receive: "May receive",
    openAssignments: (count: number) => countOf(count, { one: "assignment", other: "assignments" }),
    distributedAssignments: "Distributed assignments",
    none: "No asset yet",
    whyNot: { link: "Why not?", of: (asset: string) => `Why may this user not receive ${asset}?` },
    rules: { link: "Every rule", of: (asset: string) => `This user and every rule of ${asset}` },
    noneText: "Once there is an asset, its balance and assignments for this user stand here.",
    noneManagerTitle: "No asset for you",
    noneManager: "The issuer grants you no asset now.",
  },
  eligibility: {
    yes: "Yes",
    unrestricted: "Yes, not restricted",
    no: "No",
  },
  rename: {
    open: "Edit",
    title: (user: string) => `Edit ${user}`,
    kindFixed: "AMP cannot turn a person into a company or back.",
    submit: "Save name",
    done: "The name is saved",
  },
  defaults: {
    set: "Make default",
    setTo: (gaid: string) => `Make ${gaid} the default`,
    title: "Send to this wallet from now on?",
    text: (gaid: string) => `Distributions to this user then go to ${gaid}.`,
    noPending: "No assignment waits for a distribution.",
    unseen: (count: number) =>
      `AMP shows you only the assets the issuer granted to you. Of those, ${count === 0 ? "no assignment waits" : countOf(count, { one: "assignment waits", other: "assignments wait" })} for a distribution; of other assets some may wait, and they follow the default too. Which wallet shall open assignments go to?`,
    unseenUnconfirmed:
      "Not every assignment of this user is visible to you. Say which wallet open assignments go to; nothing was changed.",
    pending: (count: number) =>
      `${countOf(count, { one: "assignment has", other: "assignments have" })} not been distributed yet. Which wallet shall it go to?`,
    toNew: "To the new default",
    toNewText:
      "AMP sends an assignment to the wallet that is the default when its distribution begins. One that is part of a distribution already goes where that distribution says.",
    toOld: "To the wallet that is the default now",
    toOldText:
      "Then it has to be distributed, or deleted, before the default changes. Nothing is changed now.",
    which: "Which wallet do open assignments go to?",
    changed:
      "The user's open assignments have changed since you were asked. Look at them again; nothing was changed.",
    stops: (distributions: number) =>
      `This user is in ${countOf(distributions, { one: "distribution", other: "distributions" })} under way, approved for the wallet that is the default now. ${distributions === 1 ? "It stops" : "They stop"} before AMP is asked for the next order: then this is undone, or the rest is cancelled and approved anew.`,
    stopUnconfirmed:
      "A distribution under way was approved for the wallet that is this user's default now, and would stop. Look at this page again and confirm that; nothing was changed.",
    stopsElsewhere:
      "A distribution is under way, and until it ends this user's default GAID has to stay as it is. Nothing was changed. Wait for its end, or ask the issuer.",
    confirm: "Make it the default",
    close: "Leave it as it is",
    done: "The default GAID is changed",
    cannotRemove: "AMP cannot take a GAID away from a user; it can only stop being the default.",
  },
  archive: {
    title: "Archive or delete",
    description: "For somebody who is no longer an investor of yours.",
    archived: "Archived",
    since: (name: string) => `Archived by ${name}`,
    archivedText:
      "This user was put aside: in no category, so no asset that requires one can be assigned or sent. Balances stay.",
    againText: (categories: number) =>
      `This user was put aside, and has been put into ${countOf(categories, { one: "category", other: "categories" })} since: assets that require no other can be assigned and sent again. Archive once more to end that, or bring the user back.`,
    archive: "Archive",
    archiveTitle: (user: string) => `Archive ${user}?`,
    archiveText: (user: string, categories: number) =>
      `${user} leaves ${countOf(categories, { one: "category", other: "categories" })} and is marked as archived here. The user stays in AMP with every balance and wallet, and can be brought back with the same categories.`,
    archiveDone: (user: string) => `${user} is archived`,
    restore: "Bring back",
    restoreTitle: (user: string) => `Bring ${user} back?`,
    restoreText: (categories: number) =>
      categories === 0
        ? "The user was in no category when archived, and is in none afterwards."
        : `The user is put back into ${countOf(categories, { one: "category", other: "categories" })}, as far as they still exist, and may receive the assets that require them.`,
    restoreDone: (user: string) => `${user} is back`,
    notArchived: "This user is not archived. Nothing was sent.",
    delete: "Delete in AMP",
    deleteTitle: (user: string) => `Delete ${user} in AMP?`,
    deleteText:
      "This cannot be taken back. AMP may keep the name and the GAID taken: the same investor could then never be registered again. Archive the user instead if there is any doubt. It is refused while the user has a balance or an open assignment of an asset that this account sees.",
    owed: (assets: number, mayArchive: boolean) =>
      `The user cannot be deleted in AMP now: there is a balance or an open assignment in ${countOf(assets, { one: "asset", other: "assets" })}. ${mayArchive ? "Settle that first, or archive the user." : "Settle that first."}`,
    deleteDone: (user: string) => `${user} is deleted in AMP`,
    managerText: "Archiving means leaving categories, which only the issuer can do. Ask the issuer.",
  },
  notes: {
    title: "Notes",
    description: "Kept by this desk for this workspace; AMP and the investor never see them.",
    label: "Notes on this user",
    none: "There are no notes.",
    save: "Save notes",
    saved: "The notes are saved",
    by: (name: string) => `Last changed by ${name}`,
  },
  picker: {
    placeholder: "Search by name, GAID or number",
    searching: "Searching…",
    none: "No registered user found.",
    more: (count: number) => `${count} more: type to narrow the list.`,
    failed: "The list did not answer. Try again in a moment.",
  },
  gaidForm: "A GAID starts with GA and has 29 or 30 characters. Copy it from the investor's wallet.",
  gaidInvalid: (words: string) =>
    `AMP does not accept this GAID: ${words}. Check it with the investor; nothing was saved.`,
  gaidUnknown: "AMP does not know this GAID. Check it with the investor; nothing was saved.",
  gaidTaken: "This GAID already belongs to a registered user. Nothing was saved.",
  gaidTakenBy: (name: string, id: number) =>
    `This GAID already belongs to ${name} (no. ${id}). Nothing was saved.`,
  openUser: (name: string) => `Open ${name}`,
  nameTaken: "A registered user with this name exists already. Choose another name; nothing was saved.",
});
