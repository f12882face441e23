export interface AmpPage<T> {
  rows: T[];
  /** Where the next page begins in AMP's own order; null at its end. */
  next: number | null;
  /** How many of AMP's rows were looked through when it stopped before the page was full; null otherwise. */
  lookedThrough: number | null;
}

interface Paged<T> {
  start: number;
  limit: number;
  /** AMP's rows from an offset on, in its order. */
  read: (start: number, count: number) => Promise<T[]>;
  /** For a filter that AMP does not have. */
  keep?: ((row: T) => boolean) | undefined;
  /** Rows asked for at once, and looked through at most for one page, while a filter is on. */
  portion: number;
  atMost: number;
}

/**
 * A page of what AMP sorts and pages. A filter AMP does not know is applied to its rows portion by portion; after
 * `atMost` of them the page ends as it is, so that a rare row costs a few clicks and never a megabyte.
 */
export async function pageOfAmp<T>(paged: Paged<T>): Promise<AmpPage<T>> {
  const { start, limit, read, keep, portion, atMost } = paged;
  if (!keep) {
    // One row more than the page shows, so that it is known whether there is a next one.
    const rows = await read(start, limit + 1);
    if (rows.length > limit + 1) return { rows, next: null, lookedThrough: null }; // unpaged, that is all
    return {
      rows: rows.slice(0, limit),
      next: rows.length > limit ? start + limit : null,
      lookedThrough: null,
    };
  }
  const kept: T[] = [];
  for (let offset = start; offset < start + atMost; offset += portion) {
    const rows = await read(offset, portion);
    if (rows.length > portion) return { rows: rows.filter(keep), next: null, lookedThrough: null };
    for (const [index, row] of rows.entries()) {
      if (!keep(row)) continue;
      if (kept.length === limit) return { rows: kept, next: offset + index, lookedThrough: null };
      kept.push(row);
    }
    if (rows.length < portion) return { rows: kept, next: null, lookedThrough: null };
  }
  return { rows: kept, next: start + atMost, lookedThrough: atMost };
}
