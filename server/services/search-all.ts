import type { CommandItem } from "@/lib/command";
import { listHref, parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { searchText } from "@/lib/messages/search";
import { shellText } from "@/lib/messages/shell";

/** Of one kind, so many are shown in the palette. */
export const PER_GROUP = 6;

/** Where all stand that were found in a list, when the palette shows only some. */
export const allFound = (
  list: "assets" | "users" | "categories" | "requests",
  q: string,
  found: number | null,
): CommandItem[] =>
  found === null || found <= PER_GROUP
    ? []
    : [
        {
          id: `all-${list}`,
          label: searchText.all(found),
          group: shellText.nav[list],
          href: listHref(parseListState({ q }, lists[list])),
        },
      ];
