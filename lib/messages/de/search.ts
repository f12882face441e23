import { groupDigits } from "@/lib/format/amounts";
import type { Translation } from "../catalogue";
import type { searchText as english } from "../search";

/** What the server says in the palette's search. */
export const searchText = {
  all: (count: number) => `Alle ${groupDigits(String(count))} gefundenen zeigen`,
  others: "Ein anderes Asset…",
} satisfies Translation<typeof english>;
