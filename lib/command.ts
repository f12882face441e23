import { wordsOf } from "./words";

/** The answer of GET /api/search?q=. */
export interface CommandAnswer {
  items: CommandItem[];
  /** Headings of which not everything could be read now. */
  missing: string[];
  /** Left out where there is no asset to do something with. */
  meant?: MeantAssets;
}

/** Assets of which a command may be meant, the best first. */
export interface MeantAssets {
  assets: { assetUuid: string; name: string; hint: string }[];
  /** What was typed without the words that name them: it looks for the command. */
  rest: string;
  /** False: no word names one, and they are the first of all. */
  isNamed: boolean;
  /** Where the others stand, when there are more. */
  others: CommandItem | null;
}

/** One line of the command palette. */
export interface CommandItem {
  id: string;
  label: string;
  /** Beside the label: a ticker, a shortened id. */
  hint?: string;
  /** The heading it stands under: "Assets", "Registered users". */
  group: string;
  href: string;
}

/** Keeps the items in which every word of the query begins somewhere; an item's own beginning comes first. */
export function matchCommands<Item extends Pick<CommandItem, "label" | "hint">>(
  items: readonly Item[],
  query: string,
): Item[] {
  const words = wordsOf(query);
  const text = (item: Item) => ` ${item.label} ${item.hint ?? ""}`.toLowerCase();
  const first = words[0];
  return items
    .filter((item) => words.every((word) => text(item).includes(word)))
    .sort((one, other) => Number(begins(other.label, first)) - Number(begins(one.label, first)));
}

const begins = (label: string, word: string | undefined): boolean =>
  word !== undefined && label.toLowerCase().startsWith(word);

/** Keeps the order of the groups' first appearance, so that what is seen and what the arrows walk agree. */
export function groupCommands<Item extends Pick<CommandItem, "group"> = CommandItem>(
  items: readonly Item[],
): [group: string, items: Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups];
}

/** The pages the palette can jump to before anything is searched. */
export type CommandPages = readonly { href: string; label: string }[];
