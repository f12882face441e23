import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";

interface Kinds {
  string: string;
  number: number;
  /** A whole number in a text. */
  bigint: bigint;
}
type Place<K extends readonly (keyof Kinds)[]> = { [I in keyof K]: Kinds[K[I]] };

type AnyPlace = readonly (string | number | bigint)[];

/** Opaque for everybody else: the place after which the next page begins. */
export const printCursor = (place: AnyPlace): string =>
  Buffer.from(
    JSON.stringify(place.map((value) => (typeof value === "bigint" ? `${value}` : value))),
  ).toString("base64url");

/** @param found what was read with one row more than the page holds, each row with its place */
export function cutPage<T extends { place: AnyPlace }>(
  found: T[],
  limit: number,
): { shown: T[]; nextCursor: string | null } {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return { shown, nextCursor: found.length > limit && last ? printCursor(last.place) : null };
}

/**
 * @returns null for the first page
 * @throws AppError INVALID_INPUT for what `printCursor` did not print for such a list
 */
export function readCursor<const K extends readonly (keyof Kinds)[]>(
  cursor: string | undefined,
  kinds: K,
): Place<K> | null {
  if (cursor === undefined) return null;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (
      Array.isArray(place) &&
      place.length === kinds.length &&
      place.every((value, at) => fits(value, kinds[at]))
    ) {
      return place.map((value, at) =>
        kinds[at] === "bigint" ? BigInt(value) : value,
      ) as unknown as Place<K>;
    }
  } catch {
    // no JSON: said below
  }
  throw new AppError("INVALID_INPUT", errorsText.oldPageLink);
}

function fits(value: unknown, kind: keyof Kinds | undefined): boolean {
  if (kind === "number") return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
  if (typeof value !== "string" || value.includes("\0")) return false;
  return kind === "string" || /^-?\d{1,18}$/.test(value);
}
