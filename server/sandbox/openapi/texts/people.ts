import { type EndpointTexts, no } from "./text";

export const userTexts = {
  listRegisteredUsers: {
    summary: "List the registered users",
    text: "Everybody the issuer registered, with categories and default GAID. All at once: there is no paging and no filter.",
    traps: ["Write the path with its trailing slash, as with `/assets/`."],
  },
  addRegisteredUser: {
    summary: "Register a user",
    text: "Makes a record of a person or a company. A GAID can be given now or added later; the first one becomes the default, to which distributions go. The caller becomes `creator`.",
    traps: ["Names are unique per issuer, and a GAID belongs to one user."],
    refusals: {
      "Name taken": { name: ["A registered user with this name already exists."] },
      "GAID taken": { GAID: ["A registered user with this GAID was already created."] },
      "Unknown GAID": { GAID: ["Invalid GAID"] },
    },
  },
  getRegisteredUser: { summary: "Show one registered user", text: "The same record as in the list." },
  editRegisteredUser: {
    summary: "Rename a registered user",
    text: "The name is all that can be changed here. GAIDs have calls of their own, categories are changed from the category's side.",
    refusals: { "Name taken": { name: ["A registered user with this name already exists."] } },
  },
  deleteRegisteredUser: {
    summary: "Delete a registered user",
    text: "Removes the record with its GAIDs and category memberships. What happened stays in the reports; there each GAID is named by the user who has it today, and by nobody when none has.",
    open: [
      "Whether a user with holdings can be deleted (the sandbox refuses) and whether the GAID can be used again (the sandbox says yes; the switch `keepDeletedGaids` says no, as somebody reported).",
    ],
    refusals: {
      "Holds units": no("The registered user holds a balance of an asset."),
      "Waits for units": no("The registered user has an assignment that is not distributed yet."),
    },
  },
  getUserSummary: {
    summary: "Show what a user has of each asset",
    text: "One element per asset: assignments, distributions, their sums and the present balance. A manager sees the granted assets alone.",
    open: [
      "Whether it is a list or an object, and all fields but the asset. The sandbox sends a list; the switches `summariesByAsset` and `oddSummaries` send something else. Read every form, and do not depend on it.",
    ],
  },
  listUserGaids: {
    summary: "List a user's GAIDs",
    text: "Every GAID of the user, in the order of adding. The default one is `GAID` of the user's record.",
  },
  addUserGaid: {
    summary: "Add a GAID to a user",
    text: "Ties one more Green account to the user. The first becomes the default.",
    traps: ["The body is a bare JSON string, quotation marks included."],
    refusals: {
      "Unknown GAID": no("Invalid GAID"),
      "GAID taken": no("A registered user with this GAID was already created."),
    },
  },
  setDefaultGaid: {
    summary: "Choose a user's default GAID",
    text: "From now on distributions go to this one. Orders that were handed out keep their addresses.",
    traps: ["The body is a bare JSON string. The GAID has to be the user's already."],
    refusals: { "Somebody else's": no("The GAID does not belong to this registered user.") },
  },
} satisfies EndpointTexts;

export const gaidTexts = {
  validateGaid: {
    summary: "Check a GAID",
    text: "Whether the text is a GAID that exists. A GAID is `GA` and 27 or 28 Base58 characters which stand for 20 bytes; it carries no checksum, so only this call can tell a typing mistake.",
    traps: ["An invalid GAID is a 200 too, with `is_valid` false."],
    open: [
      "Whether accounts of another kind pass. The sandbox knows its own wallets; the switch `acceptAnyGaid` takes every well-formed GAID.",
    ],
  },
  getGaidAddress: {
    summary: "Derive a fresh address of a GAID",
    text: "Each call makes a **new** confidential address and remembers it as this GAID's. Do not call it in a loop or to look something up.",
  },
  getGaidUser: {
    summary: "Find the user of a GAID",
    text: "The registered user whom the GAID belongs to; 404 when nobody does.",
  },
  listGaidBalances: {
    summary: "Show a GAID's balance of every asset",
    text: "One row per asset of the issuer, those with nothing included.",
  },
  getGaidBalance: {
    summary: "Show a GAID's balance of one asset",
    text: "A single row, 0 when the GAID holds nothing.",
  },
} satisfies EndpointTexts;

export const categoryTexts = {
  listCategories: {
    summary: "List the categories",
    text: "Every category with its users and the assets that require it.",
    traps: ["`investors` repeats `registered_users` under its older name."],
  },
  addCategory: {
    summary: "Create a category",
    text: "A label for users, such as the outcome of a check. It means nothing until an asset requires it.",
    refusals: { "Name taken": { name: ["A category with this name already exists."] } },
  },
  getCategory: { summary: "Show one category", text: "The same record as in the list." },
  editCategory: {
    summary: "Change a category's name or description",
    text: "Fields that are left out stay as they are.",
    refusals: { "Name taken": { name: ["A category with this name already exists."] } },
  },
  deleteCategory: {
    summary: "Delete a category",
    text: "Assets no longer require it and users lose it.",
    open: ["What happens while it is in use. The sandbox detaches it from everything without a word."],
  },
  addCategoryUser: {
    summary: "Put a user into a category",
    text: "Counts at once for transfers, assignments and distributions. A holder has to be in **all** categories that an asset requires.",
    traps: ["Doing it twice is an error whose text contains “already”."],
    refusals: { "Is in it": no("The registered user is already in this category.") },
  },
  removeCategoryUser: {
    summary: "Take a user out of a category",
    text: "The user keeps what they hold but can no longer receive assets that require the category.",
    refusals: { "Is not in it": no("The registered user is not in this category.") },
  },
  addCategoryAsset: {
    summary: "Let an asset require a category",
    text: "The category's id appears in the asset's `requirements`. It can be changed at any time; holders who do not qualify keep their units and cannot receive more.",
    refusals: { "Requires it": no("The asset already requires this category.") },
  },
  removeCategoryAsset: {
    summary: "Let an asset no longer require a category",
    text: "The category's id leaves the asset's `requirements`.",
    refusals: { "Does not require it": no("The asset does not require this category.") },
  },
} satisfies EndpointTexts;
