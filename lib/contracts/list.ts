/**
 * The one query contract of every list, whatever stands behind it: AMP's answer or the desk's copy in PostgreSQL. The
 * page's address holds it, so a link shows the same view.
 */
export interface ListQuery {
  /** Free text. */
  q?: string;
  /** A column's name, with "-" in front for descending. */
  sort?: string;
  /** Opaque; only what an earlier page of the same query returned. */
  cursor?: string;
  limit: number;
  filters: Record<string, string>;
}

export interface Freshness {
  asOf: Date;
  /** `amp`: asked just now; `mirror`: from our own copy. */
  source: "amp" | "mirror";
  /** Why it is no newer: AMP could not be asked now. */
  failure?: string;
  /** `failure` says too that a change of this desk's may be missing. */
  mayLack?: true;
}

/** What a page says that is put together from several lists: as old as the oldest of them. */
export const oldestOf = (all: readonly Freshness[]): Freshness => {
  const asOf = new Date(Math.min(...all.map((one) => one.asOf.getTime())));
  const { failure, mayLack } =
    all.find((one) => one.mayLack) ?? all.find((one) => one.failure !== undefined) ?? {};
  const source = all.some((one) => one.source === "mirror") ? "mirror" : "amp";
  return { asOf, source, ...(failure === undefined ? {} : { failure }), ...(mayLack && { mayLack }) };
};

export interface ListPage<T> {
  rows: T[];
  nextCursor: string | null;
  /** null when the source does not tell how many there are. */
  total: number | null;
  freshness: Freshness;
}

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;
