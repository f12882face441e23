import { DEFAULT_LIMIT, type ListQuery, MAX_LIMIT } from "@/lib/contracts/list";

export interface ListConfig {
  /** The page's address, without its query. */
  path: string;
  /** Columns that the list can be sorted by. */
  sorts: readonly string[];
  /** "name" or "-datetime"; left out of the address. */
  defaultSort?: string;
  /** Filters by name: the values allowed, or "any" for a free one such as a block height. */
  filters?: Record<string, readonly string[] | "any">;
  /** Filters that say what is listed instead of narrowing it, such as a block height: clearing leaves them. */
  keeps?: readonly string[];
  /** For a list whose columns can be chosen: those that there are, and those shown to whoever chose none. */
  columns?: { all: readonly string[]; usual: readonly string[] };
}

/** A page's list as its address says it, ready for the source (`query`) and for links (`listHref` and friends). */
export interface ListState {
  path: string;
  query: ListQuery;
  defaultSort: string | undefined;
  keeps?: readonly string[];
  /** Left out for a list whose columns are fixed. */
  columns?: { shown: readonly string[]; usual: readonly string[] };
}

/** What Next gives a page as `await searchParams`, and a route as `Object.fromEntries(url.searchParams)`. */
export type SearchParams = Record<string, string | string[] | undefined>;

const LONGEST_QUERY = 200;

/**
 * Reads the address of a page. What it does not know, it leaves out: an old link shows the list, not an error.
 * @param remembered the columns this browser chose last, as `printColumns` wrote them; the address comes first
 */
export function parseListState(
  params: SearchParams,
  config: ListConfig,
  remembered: string | undefined = undefined,
): ListState {
  const q = one(params.q)?.trim().slice(0, LONGEST_QUERY);
  const sort = knownSort(one(params.sort), config.sorts) ?? config.defaultSort;
  const cursor = one(params.cursor);
  const query: ListQuery = {
    limit: parseLimit(one(params.limit)),
    filters: parseFilters(params, config.filters),
  };
  if (q) query.q = q;
  if (sort) query.sort = sort;
  if (cursor) query.cursor = cursor;
  const state: ListState = { path: config.path, query, defaultSort: config.defaultSort };
  if (config.keeps) state.keeps = config.keeps;
  if (config.columns) state.columns = parseColumns(one(params.columns) ?? remembered, config.columns);
  return state;
}

/** Columns in the list's own order, whatever the order of the choice. */
function parseColumns(
  text: string | undefined,
  { all, usual }: NonNullable<ListConfig["columns"]>,
): NonNullable<ListState["columns"]> {
  const wanted = text?.split(".") ?? [];
  const shown = all.filter((column) => wanted.includes(column));
  return { shown: shown.length > 0 ? shown : usual, usual };
}

/** As the address and the browser's memory hold a choice of columns; empty when it is the usual one. */
export const printColumns = ({ shown, usual }: NonNullable<ListState["columns"]>): string =>
  shown.length === usual.length && shown.every((column) => usual.includes(column)) ? "" : shown.join(".");

/** The address of the same list with something changed; a change other than the cursor starts at the first page. */
export function listHref(state: ListState, change: Partial<ListQuery> = {}): string {
  const { path, query, defaultSort, columns } = state;
  const next = { ...query, cursor: undefined, ...change };
  const params = new URLSearchParams();
  if (next.q) params.set("q", next.q);
  for (const [name, value] of Object.entries(next.filters).sort()) if (value) params.set(name, value);
  if (next.sort && next.sort !== defaultSort) params.set("sort", next.sort);
  if (next.limit !== DEFAULT_LIMIT) params.set("limit", String(next.limit));
  if (next.cursor) params.set("cursor", next.cursor);
  const chosen = columns && printColumns(columns);
  if (chosen) params.set("columns", chosen);
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** The list without search and filters, in its own order. */
export const clearedHref = (state: ListState): string =>
  listHref({ ...state, query: { limit: state.query.limit, filters: keptFilters(state) } });

export const isFiltered = ({ query, keeps = [] }: ListState): boolean =>
  Boolean(query.q) || Object.keys(query.filters).some((name) => !keeps.includes(name));

/** Those of the filters in use that say what is listed. */
export const keptFilters = ({ query, keeps = [] }: ListState): Record<string, string> =>
  Object.fromEntries(Object.entries(query.filters).filter(([name]) => keeps.includes(name)));

export type SortDirection = "ascending" | "descending";

/** How the list stands sorted by a column; undefined when by another. */
export function sortDirection({ query }: ListState, column: string): SortDirection | undefined {
  if (query.sort === column) return "ascending";
  return query.sort === `-${column}` ? "descending" : undefined;
}

/** Where a click on a column's head leads: `first` at the first click, the other way round at the next. */
export function sortHref(state: ListState, column: string, first: SortDirection = "ascending"): string {
  const now = sortDirection(state, column);
  const next = now === undefined ? first : now === "ascending" ? "descending" : "ascending";
  return listHref(state, { sort: next === "descending" ? `-${column}` : column });
}

/** Without zero bytes, which no text has and PostgreSQL refuses. */
const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value)?.replaceAll("\0", "") || undefined;

function knownSort(text: string | undefined, sorts: readonly string[]): string | undefined {
  return text && sorts.includes(text.replace(/^-/, "")) ? text : undefined;
}

function parseLimit(text: string | undefined): number {
  const limit = Number(text);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, MAX_LIMIT) : DEFAULT_LIMIT;
}

function parseFilters(params: SearchParams, known: ListConfig["filters"] = {}): Record<string, string> {
  const found = Object.entries(known).map(([name, allowed]) => {
    const value = one(params[name]);
    return [name, value && (allowed === "any" || allowed.includes(value)) ? value : undefined] as const;
  });
  return Object.fromEntries(found.filter((pair): pair is [string, string] => pair[1] !== undefined));
}
