import type { Asset } from "@/lib/contracts/amp/assets";
import type { Freshness, ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type Column, type ExportFormat, type ExportHead, exportChunks } from "@/lib/domain/exports";
import type { ListConfig } from "@/lib/list-state";
import { beginReading, type Reading } from "@/server/mirror/reading";
import { getAsset } from "./assets";

/** Rows that are asked for at once: few enough to be held, many enough that a long list takes few questions. */
export const ROWS_AT_ONCE = 2_000;
/** Of a list that is sorted anew for each portion. */
export const SORTED_AT_ONCE = 20_000;

/** What a list can belong to, if not to the whole workspace. */
type Owner = "asset" | "category" | "job" | "user";

interface Source<Row> {
  /** What `of` names; null for a list of the whole workspace. */
  of: Owner | null;
  config: (of: string) => ListConfig;
  /** @param asset of a list that belongs to one */
  columns: (asset: Asset, query: ListQuery) => Column<Row>[];
  /** One page, by the list's own service: it authorises, searches, filters and sorts. @param asset as for `columns` */
  read: (actor: Actor, of: string, query: ListQuery, asset: Asset) => Promise<Read<Row>>;
  /** The service holds the whole list for each page: it is read once then, and changes in between move no row. */
  isHeld?: boolean;
  rowsAtOnce?: (query: ListQuery) => number;
}

interface Read<Row> {
  page: ListPage<Row>;
  about?: ExportHead;
  /** Columns that only the answer tells of; the first page's are the file's. */
  more?: Column<Row>[];
  /** Filters for the portions that follow: what the address leaves to the moment of reading is as it was for the first. */
  pinned?: Record<string, string>;
  /** Where the rows are from, if neither from AMP nor from the desk. */
  from?: "node" | "identity" | "sandbox";
}

/** A list of which the first page has been read: whoever may not see it has been refused by now. */
export interface BegunExport {
  asset: Asset | null;
  freshness: Freshness;
  /** What the list says of itself, such as the height it is of. */
  about: ExportHead;
  from: Freshness["source"] | "node" | "identity" | "sandbox";
  chunks: (format: ExportFormat, head: ExportHead) => AsyncIterable<string>;
  /** For whom no file comes of it: what was kept for it may go. */
  end(): Promise<void>;
}

export interface ExportSource {
  of: Owner | null;
  config: (of: string) => ListConfig;
  begin: (actor: Actor, of: string, query: ListQuery) => Promise<BegunExport>;
}

/** Only a list that belongs to an asset looks at it. */
const NO_ASSET = {} as Asset;

/** A list as the exporter takes it; what its rows are nobody else needs to know. */
export function source<Row>({
  of,
  config,
  columns,
  read,
  isHeld = false,
  rowsAtOnce = () => ROWS_AT_ONCE,
}: Source<Row>): ExportSource {
  return {
    of,
    config,
    async begin(actor, id, asked) {
      const limit = isHeld ? Number.MAX_SAFE_INTEGER : rowsAtOnce(asked);
      const { cursor: _cursor, ...query } = { ...asked, limit };
      const asset = of === "asset" ? await getAsset(actor, id) : null;
      const owner = asset ?? NO_ASSET;
      const reading = beginReading();
      const first = await firstOf(reading, () => read(actor, id, query, owner));
      const { page, about = [], more = [], from = page.freshness.source } = first;
      const filters = { ...query.filters, ...first.pinned };
      const next = async (cursor: string) =>
        (await read(actor, id, { ...query, filters, cursor }, owner)).page;
      const portions = pagesFrom(page, reading, next);
      return {
        asset,
        freshness: page.freshness,
        about,
        from,
        chunks: (format, head) =>
          endingWith(exportChunks(format, [...columns(owner, query), ...more], head, portions), reading.end),
        end: reading.end,
      };
    },
  };
}

/** A list that is here whole. */
export const wholePage = <Row>(rows: Row[], freshness: Freshness): ListPage<Row> => ({
  rows,
  nextCursor: null,
  total: rows.length,
  freshness,
});

/** What it came from is kept when there is more to come. */
async function firstOf<Row>(reading: Reading, read: () => Promise<Read<Row>>): Promise<Read<Row>> {
  let hasMore = false;
  try {
    const first = await reading.portion(read);
    hasMore = first.page.nextCursor !== null;
    return first;
  } finally {
    if (!hasMore) await reading.end();
  }
}

/** A generator that nobody has begun to read ends without a word to anything within it. */
const endingWith = (chunks: AsyncGenerator<string>, end: () => Promise<void>): AsyncIterable<string> => ({
  [Symbol.asyncIterator]: () => ({
    next: () => chunks.next(),
    return: async () => {
      const ended = await chunks.return(undefined);
      await end();
      return ended;
    },
  }),
});

/** Portions of page after page through the list's own cursor; while one page is written, the next one is read. */
async function* pagesFrom<Row>(
  first: ListPage<Row>,
  reading: Reading,
  read: (cursor: string) => Promise<ListPage<Row>>,
): AsyncGenerator<Row[]> {
  const after = ({ nextCursor }: ListPage<Row>) => {
    if (nextCursor === null) return null;
    const next = reading.portion(() => read(nextCursor));
    // It may fail before anybody waits for it: that is told in its turn.
    next.catch(() => undefined);
    return next;
  };
  let page = first;
  let coming = after(page);
  try {
    for (;;) {
      for (let at = 0; at < page.rows.length; at += ROWS_AT_ONCE)
        yield page.rows.slice(at, at + ROWS_AT_ONCE);
      if (coming === null) return;
      page = await coming;
      coming = after(page);
    }
  } finally {
    // What it reads is held for it until then.
    await coming?.catch(() => undefined);
    await reading.end();
  }
}
