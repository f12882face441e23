import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";

/** What the server says in the palette's search. */
export const searchText = catalogue("searchText", {
  all: (count: number) => `Show all ${groupDigits(String(count))} found`,
  others: "Another asset…",
});
