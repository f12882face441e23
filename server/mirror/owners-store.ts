import { and, type SQL, sql } from "drizzle-orm";
import type { HolderKind, OwnersBy } from "@/lib/domain/ownership";
import type { Db } from "@/server/db/client";
import { isByAmount, keyset, type OwnedPage, type OwnedPlace, placeOf } from "./keyset";

/** Gives the rows of a query. */
export type Ask = <T extends Record<string, unknown>>(query: SQL) => Promise<T[]>;

export const asking =
  (db: Db): Ask =>
  async <T extends Record<string, unknown>>(query: SQL) =>
    (await db.execute(query)).rows as T[];

/** Owners of an asset, wherever their amounts come from: relations that lists, charts and figures are read from. */
export interface OwnersSource {
  ask: Ask;
  /** Single holdings: holder_id, kind, user_id, gaid (null for the treasury), amount. */
  parts: SQL;
  /** Added up by owner: id, kind, user_id, amount. */
  owners: SQL;
  /** Users who may be among them, each once: id, name, gaid, sort_name, search. */
  users: SQL;
}

export interface OwnersFilter {
  q?: string | undefined;
  kind?: string | undefined;
  /** Of the kinds whose name on the screen holds the words that are searched for. */
  namedKinds?: readonly HolderKind[];
}

export interface FoundHolder {
  id: string;
  kind: HolderKind;
  userId: number | null;
  name: string | null;
  /** Of the row: one GAID's in a list of GAIDs. */
  gaid: string | null;
  amount: bigint;
  place: OwnedPlace;
}

/** The names of the registered users that the rows `x` belong to, as `u`. */
export const ownersNames = ({ users }: Pick<OwnersSource, "users">): SQL =>
  sql`left join (${users}) as u on u.id = x.user_id`;

/** The same one by one, where only the few rows that are shown need them. */
const eachOwnersName = ({ users }: OwnersSource): SQL =>
  sql`left join lateral (select * from (${users}) as one where one.id = x.user_id limit 1) as u on true`;

/** Owners, or their single GAIDs (`by` "gaid"), with the names of the registered users. */
export async function selectHolders(
  source: OwnersSource,
  filter: OwnersFilter,
  page: OwnedPage & { by: OwnersBy },
): Promise<FoundHolder[]> {
  const { value, order, beyond } = keyset(page);
  const all = rowsSql(source, page.by);
  const wanted = and(matchingOwners(source, filter, page.by), beyond) ?? sql`true`;
  // Where only what is shown needs the names, they are looked up one by one.
  const found = isByAmount(page.sort)
    ? sql`(select * from (${all}) as x where ${wanted} ${order} limit ${page.limit}) as x ${eachOwnersName(source)}`
    : sql`(${all}) as x ${ownersNames(source)} where ${wanted}`;
  const rows = await source.ask<{
    id: string;
    kind: HolderKind;
    user_id: number | null;
    name: string | null;
    gaid: string | null;
    amount: string;
    value: string;
    place: string;
  }>(sql`
    select x.id, x.kind, x.user_id, u.name, x.gaid, x.amount, ${value} as value, x.place
    from ${found} ${order} limit ${page.limit}`);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    userId: row.user_id,
    name: row.name,
    gaid: row.gaid,
    amount: BigInt(row.amount),
    place: placeOf(page.sort, row),
  }));
}

const rowsSql = ({ owners, parts }: OwnersSource, by: OwnersBy): SQL =>
  by === "user"
    ? sql`select id, kind, user_id, null::text as gaid, amount, id as place from (${owners}) as o`
    : sql`select holder_id as id, kind, user_id, gaid, amount,
        holder_id || '/' || coalesce(gaid, '') as place from (${parts}) as p`;

/** Whether a row `x` is one that was asked for. */
export function matchingOwners(
  source: Pick<OwnersSource, "parts" | "users">,
  { q, kind, namedKinds = [] }: OwnersFilter,
  by: OwnersBy,
): SQL | undefined {
  const needle = q?.trim().toLowerCase();
  const isNamed = sql`kind = any(${sql.param([...namedKinds])}::text[])`;
  const found = needle && (by === "user" ? foundOwners : foundGaids)(source, needle, isNamed);
  return and(kind === undefined ? undefined : sql`x.kind = ${kind}`, found || undefined);
}

const foundOwners = ({ parts, users }: Pick<OwnersSource, "parts" | "users">, needle: string, isNamed: SQL) =>
  sql`x.id in (
    select holder_id from (${parts}) as p where ${isNamed} or strpos(lower(gaid), ${needle}) > 0
    union all select 'user:' || id from (${users}) as one where strpos(search, ${needle}) > 0)`;

/** One GAID that is looked for is one row: a user's other ones are found by name and number alone. */
const foundGaids = ({ users }: Pick<OwnersSource, "users">, needle: string, isNamed: SQL) =>
  sql`(${isNamed} or strpos(lower(x.gaid), ${needle}) > 0 or x.user_id in (
    select id from (${users}) as one where strpos(replace(search, lower(coalesce(gaid, '')), ''), ${needle}) > 0))`;

export async function countHolders(
  source: OwnersSource,
  filter: OwnersFilter,
  by: OwnersBy,
): Promise<number> {
  const rows = await source.ask<{ count: number }>(sql`
    select count(*)::int as count from (${rowsSql(source, by)}) as x
    where ${matchingOwners(source, filter, by) ?? sql`true`}`);
  return rows[0]?.count ?? 0;
}

/** The GAIDs of some owners, by owner, the fullest first. */
export async function selectGaids(
  { ask, parts }: OwnersSource,
  holderIds: readonly string[],
): Promise<Map<string, { gaid: string; amountSats: bigint }[]>> {
  const rows = await ask<{ holder_id: string; gaid: string; amount: string }>(sql`
    select holder_id, gaid, amount from (${parts}) as p
    where gaid is not null and holder_id = any(${sql.param([...holderIds])}::text[])
    order by amount desc, gaid collate "C"`);
  const found = new Map<string, { gaid: string; amountSats: bigint }[]>();
  for (const { holder_id: id, gaid, amount } of rows)
    found.set(id, [...(found.get(id) ?? []), { gaid, amountSats: BigInt(amount) }]);
  return found;
}
