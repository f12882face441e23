import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** A person's own views of lists. */
export const savedViewsText = catalogue("savedViewsText", {
  open: "Views",
  title: "Saved views of this list",
  description:
    "Search, filters, order and columns under a name. A view opens the list as it is by then; only you see your views.",
  list: "Your views",
  none: "You have not saved a view of this list yet.",
  isShown: "Shown now",
  save: {
    label: "Name of what is shown now",
    hint: "Such as: Companies without a wallet",
    submit: "Save view",
    nothing:
      "Nothing to save at the moment: search, filter or sort the list, and what you then see can be saved here.",
    done: (name: string) => `“${name}” is saved`,
  },
  rename: {
    button: "Rename",
    of: (name: string) => `Rename ${name}`,
    label: "New name",
    submit: "Save name",
    done: "The name is saved",
  },
  remove: {
    button: "Remove",
    of: (name: string) => `Remove ${name}`,
    ask: (name: string) => `Remove “${name}”? The list and everything in it stay as they are.`,
    submit: "Remove view",
    done: (name: string) => `“${name}” is removed`,
  },
  errors: {
    noList: "This is not the address of a list of this desk. Nothing was saved.",
    noView: "This view is not there any more. Nothing was changed.",
    nameTaken: "You have a view of this name already. Choose another name; nothing was saved.",
    tooMany: (most: number) =>
      `A list takes ${countOf(most, { one: "view", other: "views" })} of yours. Remove one that you need no more; nothing was saved.`,
  },
});
