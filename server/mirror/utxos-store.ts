import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Utxo } from "@/lib/contracts/amp/utxos";
import type { OwnerOutputs } from "@/lib/domain/blacklist-impact";
import type { OutputOwner } from "@/lib/domain/output-owner";
import { toOwner } from "@/lib/domain/output-owner";
import { type UtxoRef, type UtxoRow, type UtxoSum, utxoKey } from "@/lib/domain/utxos";
import { type Db, db } from "@/server/db/client";
import { toldRows } from "@/server/db/rows";
import { mirrorUtxos } from "@/server/db/schema/mirror-utxos";
import { type CopyId, namesGaidOf, servedGeneration } from "./copies-store";
import { keyset, type OwnedPage, type OwnedPlace, placeOf } from "./keyset";
import { namesSql } from "./users-store";

export const utxosOf = (workspaceId: string, assetUuid: string): CopyId => ({
  workspaceId,
  kind: "utxos",
  key: assetUuid,
});

const TABLE_OF_ROWS = sql.raw(
  "(place text, kind text, user_id int, gaid text, amount bigint, is_blacklisted boolean)",
);
const NO_NAMES: ReadonlyMap<number, string> = new Map();

export async function storeUtxos(
  tx: Db,
  { workspaceId }: CopyId,
  generation: number,
  utxos: Utxo[],
): Promise<void> {
  const rows = utxos.map((utxo) => ({
    place: utxoKey(utxo),
    kind: toOwner(utxo, NO_NAMES).kind,
    user_id: utxo.registeredUser,
    gaid: utxo.gaid,
    amount: `${utxo.amount}`,
    is_blacklisted: utxo.blacklisted,
  }));
  await tx.execute(sql`
    insert into ${mirrorUtxos} (workspace_id, generation, place, kind, user_id, gaid, amount, is_blacklisted)
    select ${workspaceId}::uuid, ${generation}::bigint, r.*
    from ${toldRows(rows)} as r ${TABLE_OF_ROWS}
    on conflict do nothing`);
}

export async function dropUtxos(tx: Db, { workspaceId }: CopyId, generation: number): Promise<void> {
  await tx
    .delete(mirrorUtxos)
    .where(and(eq(mirrorUtxos.workspaceId, workspaceId), eq(mirrorUtxos.generation, generation)));
}

export interface UtxoFilter {
  q?: string | undefined;
  isBlacklisted?: boolean | undefined;
  kind?: string | undefined;
  gaid?: string | undefined;
}

/** Outputs with the names of the registered users they belong to. */
export async function selectUtxos(
  id: CopyId,
  filter: UtxoFilter,
  page: OwnedPage,
): Promise<{ row: UtxoRow; place: OwnedPlace }[]> {
  const { value, order, beyond } = keyset(page);
  const { rows } = await db().execute<{
    place: string;
    kind: OutputOwner["kind"];
    user_id: number | null;
    name: string | null;
    gaid: string | null;
    amount: string;
    is_blacklisted: boolean;
    value: string;
  }>(sql`
    select x.place, x.kind, x.user_id, u.name, x.gaid, x.amount, x.is_blacklisted, ${value} as value
    from (${servedSql(id)}) as x ${namesSql(id.workspaceId)}
    where ${and(matching(filter), beyond) ?? sql`true`}
    ${order} limit ${page.limit}`);
  return rows.map((row) => ({
    row: {
      ...outpointOf(row.place),
      amountSats: BigInt(row.amount),
      owner: { kind: row.kind, userId: row.user_id, userName: row.name, gaid: row.gaid },
      state: row.is_blacklisted ? "blacklisted" : "free",
    },
    place: placeOf(page.sort, row),
  }));
}

function outpointOf(place: string) {
  const [txid = "", vout = ""] = place.split(":");
  return { txid, vout: Number(vout) };
}

const servedSql = (id: CopyId) =>
  sql`select place, kind, user_id, gaid, amount, is_blacklisted from ${mirrorUtxos}
    where ${mirrorUtxos.workspaceId} = ${id.workspaceId} and ${mirrorUtxos.generation} = ${servedGeneration(id)}`;

function matching({ q, isBlacklisted, kind, gaid }: UtxoFilter): SQL | undefined {
  const needle = q?.trim().toLowerCase();
  return and(
    isBlacklisted === undefined ? undefined : sql`x.is_blacklisted = ${isBlacklisted}`,
    kind === undefined ? undefined : sql`x.kind = ${kind}`,
    gaid === undefined ? undefined : sql`x.gaid = ${gaid}`,
    needle
      ? sql`(strpos(x.place, ${needle}) > 0 or strpos(lower(x.gaid), ${needle}) > 0 or strpos(u.search, ${needle}) > 0)`
      : undefined,
  );
}

export interface UtxoSums {
  all: UtxoSum;
  blacklisted: UtxoSum;
  /** Of one wallet; nothing without a GAID. */
  ofGaid: UtxoSum;
  matching: UtxoSum;
}

/** What the outputs add up to, in one look at them. */
export async function sumUtxos(id: CopyId, filter: UtxoFilter): Promise<UtxoSums> {
  const of = (where: SQL) => sql`json_build_array(
    count(*) filter (where ${where}), coalesce(sum(x.amount) filter (where ${where}), 0)::text)`;
  type Sum = [count: number, sum: string];
  const { rows } = await db().execute<Record<"all" | "blacklisted" | "of_gaid" | "matching", Sum>>(sql`
    select ${of(sql`true`)} as "all", ${of(sql`x.is_blacklisted`)} as blacklisted,
      ${of(sql`x.gaid = ${filter.gaid ?? null}`)} as of_gaid, ${of(matching(filter) ?? sql`true`)} as matching
    from (${servedSql(id)}) as x ${filter.q ? namesSql(id.workspaceId) : sql``}`);
  const toSum = ([count, sum]: Sum = [0, "0"]): UtxoSum => ({ count, amountSats: BigInt(sum) });
  const [row] = rows;
  return {
    all: toSum(row?.all),
    blacklisted: toSum(row?.blacklisted),
    ofGaid: toSum(row?.of_gaid),
    matching: toSum(row?.matching),
  };
}

/** What the outputs of some owners add up to. @param keys as `ownerKey` has them; whoever has none is left out */
export async function sumOwners(id: CopyId, keys: readonly string[]): Promise<OwnerOutputs[]> {
  const key = sql`x.kind || ':' || coalesce(x.user_id::text, x.gaid, '')`;
  const { rows } = await db().execute<{ key: string; total: string; blacklisted: string }>(sql`
    select ${key} as key, sum(x.amount)::text as total,
      coalesce(sum(x.amount) filter (where x.is_blacklisted), 0)::text as blacklisted
    from (${servedSql(id)}) as x where ${key} = any(${sql.param([...keys])}::text[]) group by 1`);
  return rows.map((row) => ({
    key: row.key,
    totalSats: BigInt(row.total),
    blacklistedSats: BigInt(row.blacklisted),
  }));
}

/** What is blacklisted of each GAID, and of each owner what lies in none, as `holderOf` names them; 0 is left out. */
export async function sumBlacklisted(id: CopyId, owners: readonly string[]): Promise<Map<string, bigint>> {
  const owner = sql`coalesce(x.gaid, 'user:' || x.user_id, 'treasury')`;
  const { rows } = await db().execute<{ of: string; sum: string }>(sql`
    select ${owner} as "of", sum(x.amount)::text as sum from (${servedSql(id)}) as x
    where x.is_blacklisted and ${owner} = any(${sql.param([...owners])}::text[]) group by 1`);
  return new Map(rows.map(({ of, sum }) => [of, BigInt(sum)]));
}

/**
 * The treasury's outputs but those of a wallet, the largest first, and how many there are.
 * @param held "txid:vout" of the wallet's
 */
export async function selectTreasuryBut(
  id: CopyId,
  held: readonly string[],
  most: number,
): Promise<{ outputs: (UtxoRef & { amountSats: bigint })[]; count: number }> {
  const { rows } = await db().execute<{ place: string; amount: string; count: number }>(sql`
    select x.place, x.amount::text as amount, count(*) over ()::int as count from (${servedSql(id)}) as x
    where x.kind = 'treasury'
      and x.place not in (select json_array_elements_text(${JSON.stringify(held)}::json))
    order by x.amount desc, x.place limit ${most}`);
  return {
    outputs: rows.map(({ place, amount }) => ({ ...outpointOf(place), amountSats: BigInt(amount) })),
    count: rows[0]?.count ?? 0,
  };
}

export const utxosNameGaidOf = (userId: number | null): SQL => namesGaidOf(mirrorUtxos, userId);
