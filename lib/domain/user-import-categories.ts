import { userImportText } from "@/lib/messages/user-import";
import type { CategoryName } from "./eligibility";
import { refuse } from "./row-refusal";

const { row: text } = userImportText;

/** What the categories in a file's cells can mean. */
export interface KnownCategories {
  ids: ReadonlySet<string>;
  /** Numbers of the categories that are called so. */
  named: ReadonlyMap<string, number[]>;
  /** The same by names in small letters. */
  alike: ReadonlyMap<string, number[]>;
  /** Of the name with most separators in it. */
  mostParts: number;
}

/** By hand a bar; the desk's own files have a semicolon. */
const SEPARATOR = /[|;]/;

export const knownCategories = (categories: readonly CategoryName[]): KnownCategories => ({
  ids: new Set(categories.map(({ id }) => String(id))),
  named: namedBy(categories, (name) => name.trim()),
  alike: namedBy(categories, (name) => name.trim().toLowerCase()),
  mostParts: categories.reduce((most, { name }) => Math.max(most, name.split(SEPARATOR).length), 1),
});

function namedBy(
  categories: readonly CategoryName[],
  keyOf: (name: string) => string,
): Map<string, number[]> {
  const ids = new Map<string, number[]>();
  for (const { id, name } of categories) ids.set(keyOf(name), [...(ids.get(keyOf(name)) ?? []), id]);
  return ids;
}

/** @throws Refusal for a number that no category has */
export function readCategoryIds({ ids }: KnownCategories, cell: string): number[] {
  const numbers = cell.split(/[\s,;|]+/).filter(Boolean);
  return numbers.map((number) => (ids.has(number) ? Number(number) : refuse(text.unknownCategory(number))));
}

/**
 * Names or numbers. A name may have separators in it: the longest one that is known counts, and one whose number the row has
 * before all others.
 * @param told numbers that the row has besides
 * @throws Refusal for what is no category, and for what may be several
 */
export function readCategoryNames(known: KnownCategories, cell: string, told: readonly number[]): number[] {
  const parts = cell.split(/([|;])/); // with the separators between them
  const found: number[] = [];
  for (let at = 0; at < parts.length; ) {
    const span = spanAt(known, parts, at, told);
    if (span.name !== "") found.push(onlyOne(span));
    at += 2 * span.length;
  }
  return found;
}

interface Span {
  /** Parts between separators. */
  length: number;
  name: string;
  /** Of the categories that it can mean. */
  ids: readonly number[];
  isTold: boolean;
}

function spanAt(known: KnownCategories, parts: readonly string[], at: number, told: readonly number[]): Span {
  const most = Math.min(known.mostParts, (parts.length - at + 1) / 2);
  const spans = Array.from({ length: most }, (_, less): Span => {
    const length = most - less;
    const name = parts
      .slice(at, at + 2 * length - 1)
      .join("")
      .trim();
    return { length, name, ...meant(known, name, told) };
  });
  const first = spans.at(-1) as Span;
  const span = spans.find(({ isTold }) => isTold) ?? spans.find(({ ids }) => ids.length > 0) ?? first;
  if (span !== first && !span.isTold && first.ids.length > 0) refuse(text.categoryUnclear(span.name));
  return span;
}

/** A number means the category with that id even where another one has it as its name. */
function meant({ ids, named, alike }: KnownCategories, name: string, told: readonly number[]) {
  const called = named.get(name) ?? alike.get(name.toLowerCase()) ?? [];
  const own = called.find((id) => told.includes(id));
  if (own !== undefined) return { ids: [own], isTold: true };
  return { ids: ids.has(name) ? [Number(name)] : called, isTold: false };
}

/** A name in other letters means one alone. */
function onlyOne({ name, ids }: Span): number {
  const [id, ...others] = ids;
  if (id === undefined) return refuse(text.unknownCategory(name));
  return others.length > 0 ? refuse(text.categoriesAlike(name, [...ids])) : id;
}
