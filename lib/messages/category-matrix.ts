import { catalogue } from "./catalogue";
import { countOf } from "./plural";

const changes = (count: number) => countOf(count, { one: "change", other: "changes" });
const users = (count: number) => countOf(count, { one: "user", other: "users" });

/** Users against categories in one table. */
export const categoryMatrixText = catalogue("categoryMatrixText", {
  title: "Matrix of categories",
  link: "Matrix",
  description:
    "Who is in which category. Mark what shall change; nothing is sent before you have seen what it does.",
  readOnly: "Who is in which category. Only the issuer can change it.",
  search: "Name, GAID or number",
  sorts: { name: "Name, A to Z", "-name": "Name, Z to A", id: "Oldest first", "-id": "Newest first" },
  filters: { category: "In category", without: "Not in category" },
  user: "Registered user",
  caption: "Registered users and their categories",
  keys: "Arrow keys move from cell to cell, Space changes one.",
  cell: (user: string, category: string) => `${user} in ${category}`,
  queuedCell: (user: string, category: string) => `${user} in ${category}, change waits for review`,
  yes: "yes",
  columns: {
    search: "Search the categories",
    shown: (from: number, to: number, all: number) => `Categories ${from}–${to} of ${all}`,
    previous: "Previous categories",
    next: "Next categories",
    none: "No category has this in its name.",
  },
  queue: {
    label: "Changes that wait",
    waiting: (count: number, people: number) =>
      `${changes(count)} for ${users(people)} ${count === 1 ? "waits" : "wait"} for review. Nothing has been sent.`,
    review: "Review changes",
    discard: "Discard all",
  },
  review: {
    title: (count: number) => `Review ${changes(count)}`,
    user: (name: string) => `${name}:`,
    join: (category: string) => `into ${category}`,
    leave: (category: string) => `out of ${category}`,
    more: (count: number) => `and ${users(count)} more`,
    already: (count: number) => `${changes(count)} more would do nothing: AMP has it so already.`,
    nothing: "AMP has all of it so already: there is nothing to change.",
    tooMany: (most: number) => `One review takes at most ${users(most)}. Discard some, or use an import.`,
    impact: "What it does",
    typed: (count: number) => changes(count),
    apply: (count: number) => `Apply ${changes(count)}`,
    begun: "The change has begun.",
  },
  empty: {
    title: "No registered user yet",
    text: "Once users are registered, this table shows who is in which category.",
    filtered: "No registered user matches the search and the filters.",
    lastPage: "The list ends here.",
  },
  noCategories: {
    title: "No category yet",
    text: "Make a category first; each one becomes a column here.",
  },
});
