import type { UserJobAbout, UserJobState, UserRowState } from "@/lib/domain/user-jobs";
import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

const number = (count: number) => groupDigits(String(count));
const users = (count: number) => countOf(count, { one: "registered user", other: "registered users" });
const rows = (count: number) => countOf(count, { one: "row", other: "rows" });

/** Changes of many registered users, carried out row by row. */
export const userJobsText = catalogue("userJobsText", {
  title: "Imports and bulk changes",
  one: "Bulk change",
  link: "Imports and bulk changes",
  description: "Changes of many registered users at once. They go on when this page is closed.",
  empty: {
    filtered: "No bulk change matches the search and filters.",
    title: "No bulk change yet",
    text: "An import of a file, or a category for many users at once, leaves its report here: what was done, what was not and why, and the way back.",
  },
  search: "File or person",
  kinds: { import: "Imports", categories: "Categories", undo: "Undos" } satisfies Record<
    UserJobAbout["kind"],
    string
  >,
  sorts: { "-created": "Newest first", created: "Oldest first" },
  columns: {
    what: "What",
    state: "State",
    progress: "Rows",
    person: "Person",
    created: "Begun",
  },
  about: {
    import: (fileName: string | null) => (fileName ? `Import of ${fileName}` : "Import of a pasted table"),
    join: (category: string) => `Add to ${category}`,
    leave: (category: string) => `Remove from ${category}`,
    memberships: "Changes of categories",
    undo: "Undo of a bulk change",
    undoFrom: (fileName: string) => `Undo by ${fileName}`,
  },
  states: {
    checking: "Checking",
    ready: "Waits for you",
    running: "Running",
    paused: "Paused",
    done: "Done",
    cancelling: "Ending",
    cancelled: "Cancelled",
  } satisfies Record<UserJobState, string>,
  progress: {
    checking: "Rows checked",
    running: "Rows carried out",
    figure: (done: number, total: number) => `${number(done)} of ${number(total)}`,
  },
  figures: {
    toDo: "To do",
    done: "Done",
    same: "Nothing to do",
    refused: "Not possible",
    failed: "Failed",
    unknown: "Not known",
    skipped: "Not begun",
  },
  rowStates: {
    unchecked: "To be checked",
    queued: "To do",
    running: "In progress",
    done: "Done",
    failed: "Failed",
    unknown: "Not known",
    refused: "Not possible",
    same: "Nothing to do",
    skipped: "Not begun",
  } satisfies Record<UserRowState, string>,
  rows: {
    title: "Rows",
    search: "Name",
    columns: { number: "Row", line: "Line", name: "User", steps: "What", state: "State" },
    filter: "State",
    filtered: "No row matches the search and the state.",
    none: "There is no row.",
    nothing: "AMP has it so already",
  },
  namesMissing: "The categories' names could not be read",
  namesMissingText: "Categories stand here by their numbers until AMP answers.",
  stepWords: {
    gaid: "GAID",
    addGaid: "Add a GAID",
    createPerson: "Register as a person",
    createCompany: "Register as a company",
    noGaid: "without a GAID",
    rename: (before: string) => `Rename; was ${before}`,
    join: (category: string) => `Add to ${category}`,
    leave: (category: string) => `Remove from ${category}`,
    category: (id: number) => `category no. ${id}`,
    archive: "Remove from every category and archive",
    delete: "Delete in AMP",
    already: "was so already",
  },
  report: {
    checkingTitle: "The rows are being checked",
    checking:
      "AMP is asked about each GAID. Nothing is changed there; you may close this page and come back.",
    readyTitle: (count: number) => `${rows(count)} can be applied`,
    ready:
      "Nothing was sent yet. Rows that are not possible stay out; correct them in your file and import them later.",
    nothingTitle: "Nothing can be applied",
    nothing: "AMP has every row so already, or the row is not possible. The reasons stand below.",
    runningTitle: "The rows are being carried out",
    running:
      "It goes on when you close this page. A row whose answer gets lost is looked for before anything is sent again.",
    pausedTitle: "Paused",
    paused: "Rows that are done stay done. Continue, or cancel to leave the rest out.",
    doneTitle: "Done",
    done: (count: number) => `${rows(count)} carried out.`,
    refused: (count: number) =>
      `${countOf(count, { one: "row was not possible and was left out", other: "rows were not possible and were left out" })}; the reasons stand below.`,
    leftTitle: (count: number) => `Done, and ${rows(count)} need you`,
    left: "The reasons stand with the rows. Correct what is wrong and try these rows again; the others are not touched.",
    cancelledTitle: "Cancelled",
    cancelled: (count: number) =>
      count === 0 ? "Nothing had been sent." : `${rows(count)} had been carried out and stay so.`,
    cancellingTitle: "Ending",
    cancelling: "The row that is in progress is finished first.",
  },
  actions: {
    apply: "Apply",
    applyCount: (count: number) => `Apply ${rows(count)}`,
    applyTitle: (count: number) => `Apply ${rows(count)}?`,
    applyText:
      "AMP is told row by row. Registered users cannot be deleted without trace: an undo puts new ones aside or deletes them, and a GAID that was added stays.",
    applied: "The import has begun",
    discard: "Discard",
    discardTitle: "Discard this import?",
    discardText: "Nothing was sent. The report stays in the list.",
    pause: "Pause",
    paused: "Paused",
    continue: "Continue",
    continued: "It goes on",
    cancel: "Cancel the rest",
    cancelTitle: "Cancel the rest?",
    cancelText: "Rows that are done stay done; the others are not begun. It cannot be continued afterwards.",
    cancelled: "The rest is cancelled",
    retry: (count: number) => `Try ${rows(count)} again`,
    retried: "The rows are tried again",
    undoFile: "Undo file",
    refusedFile: "Rows not possible, as CSV",
    refusedKept: (days: number) =>
      `What your file had in them is kept for ${countOf(days, { one: "day", other: "days" })}, or until the import is undone.`,
    undo: "Undo",
    again: "Import another file",
  },
  undo: {
    title: (count: number) => `Undo the changes of ${users(count)}?`,
    text: "What this bulk change did is taken back row by row, as a bulk change of its own. What others changed since stays as it is.",
    gaidsLeft: (count: number) =>
      `${countOf(count, { one: "GAID that was added stays", other: "GAIDs that were added stay" })}: AMP cannot take one away.`,
    created: (count: number) => `${users(count)} that it made`,
    archive: "Archive",
    archiveText: "They leave every category and are marked as archived here. They can come back at any time.",
    delete: "Delete in AMP",
    deleteText:
      "AMP may keep name and GAID taken, so that the same investor can never be registered again. Users with a balance or an open assignment are refused.",
    deleteWord: "delete",
    /** Typed where the undo harms somebody. */
    word: "undo",
    confirm: "Undo",
    begun: "The undo has begun",
    already: "Its undo",
    of: "What it undoes",
    nothing: "Nothing of it can be taken back.",
    exists: "This bulk change was undone already.",
    tooEarly: "Only what is over can be undone. Cancel the rest first.",
  },
  row: {
    noUser: "The user of this row was not made.",
    changedMeanwhile:
      "Somebody changed this user since the rows were checked. Nothing was sent; look at the user and decide anew.",
    lost: "AMP did not answer. Whether it was carried out is being looked for.",
    unknown:
      "AMP did not answer several times, and it could not be found out whether it was carried out. Look at the user, then try the row again: it is looked for first.",
  },
  ampAway: "AMP does not answer at the moment. Nothing is lost; it goes on by itself.",
  signedOut: "AMP no longer accepts the stored token. Sign in again; what is paused is continued here.",
  ownError:
    "The desk met an error of its own, which its log names. What is done stays done; it tries again by itself.",
  gone: "This bulk change does not exist here.",
  notNow: "Its state has changed meanwhile. Look at the page again; nothing was sent.",
  selection: {
    column: "Selected",
    one: (name: string) => `Select ${name}`,
    page: "Select this page",
    count: (count: number) => `${users(count)} selected`,
    all: (count: number) => `Select all ${number(count)} that match`,
    add: "Add to category",
    remove: "Remove from category",
    clear: "Clear selection",
    bar: "Selected users",
  },
  bulk: {
    addTitle: (count: number) => `Add ${users(count)} to a category`,
    removeTitle: (count: number) => `Remove ${users(count)} from a category`,
    category: "Category",
    choose: "Choose a category",
    chooseFirst: "Choose a category first.",
    changing: (count: number, chosen: number) =>
      count === chosen
        ? `${users(count)} will be changed.`
        : `${number(count)} of ${users(chosen)} will be changed; the others have it so already.`,
    none: "All of them have it so already. There is nothing to do.",
    add: "Add to category",
    remove: "Remove from category",
    begun: "The change has begun",
    changed: "The list changed since it was counted. Look at the new figures; nothing was sent.",
    nobody: "Nobody is selected.",
  },
});
