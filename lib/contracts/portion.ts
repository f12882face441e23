/** The beginning of a list, or what comes behind it: a person who wants more of it asks the server. */
export interface Portion<T> {
  rows: T[];
  /** Of all of them. */
  total: number;
  /** The number behind which there are more. */
  next: number | null;
}

/** What a page shows at first, and what a person who asks for more gets at once. */
export const [FIRST_ROWS, MORE_ROWS] = [25, 250];

/** Some of those behind a number. @param sorted by their numbers */
export function portionBehind<T>(
  sorted: readonly T[],
  numberOf: (row: T) => number,
  after: number,
  limit: number,
): Portion<T> {
  const left = sorted.filter((row) => numberOf(row) > after);
  const rows = left.slice(0, limit);
  const last = rows.at(-1);
  return { rows, total: sorted.length, next: last && left.length > limit ? numberOf(last) : null };
}
