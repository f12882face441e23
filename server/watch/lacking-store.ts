import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, notInArray, or, sql, sum } from "drizzle-orm";
import { type Db, db, transaction } from "@/server/db/client";
import { watchAssets, watchLacking } from "@/server/db/schema/watch";
import { now } from "@/server/platform/clock";

/** Whose asset's transactions. */
export interface WalkKey {
  workspaceId: string;
  assetUuid: string;
}

/** How far the transactions were looked through, as AMP counts them from the oldest on. */
export interface Walk {
  walk: number;
  walkedTo: number;
  /** The last one before that place. */
  walkedTxid: string | null;
  isWalked: boolean;
}

/** A transaction that was read, and how many of its outputs lack blinders. */
export interface ReadTransaction {
  txid: string;
  /** null: among the newest, counted from the other end */
  position: number | null;
  outputs: number;
}

const ofAsset = ({ workspaceId, assetUuid }: WalkKey) =>
  and(eq(watchAssets.workspaceId, workspaceId), eq(watchAssets.assetUuid, assetUuid));
const ofLacking = ({ workspaceId, assetUuid }: WalkKey) =>
  and(eq(watchLacking.workspaceId, workspaceId), eq(watchLacking.assetUuid, assetUuid));

export async function findWalk(key: WalkKey): Promise<Walk> {
  const { walk, walkedTo, walkedTxid, isWalked } = watchAssets;
  const [row] = await db()
    .select({ walk, walkedTo, walkedTxid, isWalked })
    .from(watchAssets)
    .where(ofAsset(key));
  return row ?? { walk: 0, walkedTo: 0, walkedTxid: null, isWalked: false };
}

/** What is known stays until the new walk has come past it. */
export async function beginWalkAgain(key: WalkKey, { walk }: Walk): Promise<void> {
  await db()
    .update(watchAssets)
    .set({ walk: walk + 1, walkedTo: 0, walkedTxid: null, isWalked: false })
    .where(ofAsset(key));
}

/**
 * Keeps what was found up to the last of these, which stand behind one another; at the end of a walk what it did not meet any
 * more is forgotten.
 */
export const saveStep = (
  key: WalkKey,
  { walk, isWalked }: Pick<Walk, "walk" | "isWalked">,
  read: readonly ReadTransaction[],
): Promise<Walk> =>
  transaction(async (tx) => {
    await keep(tx, key, walk, read, now());
    const last = read.at(-1);
    const place: Walk = {
      walk,
      isWalked,
      walkedTo: last?.position == null ? 0 : last.position + 1,
      walkedTxid: last?.txid ?? null,
    };
    await tx.update(watchAssets).set(place).where(ofAsset(key));
    const isUnmet = or(lt(watchLacking.walk, walk), isNull(watchLacking.position));
    if (isWalked) await tx.delete(watchLacking).where(and(ofLacking(key), isUnmet));
    return place;
  });

/** The same of transactions that were looked at out of their turn. */
export const saveSeen = (
  key: WalkKey,
  { walk }: Walk,
  read: readonly ReadTransaction[],
  seenAt = now(),
): Promise<void> => transaction((tx) => keep(tx, key, walk, read, seenAt));

/** One among the newest that this walk had met before keeps its place: only by that it is found again. */
async function keep(
  tx: Db,
  key: WalkKey,
  walk: number,
  read: readonly ReadTransaction[],
  seenAt: Date,
): Promise<void> {
  if (read.length === 0) return;
  const txids = read.map(({ txid }) => txid);
  const known = await tx
    .delete(watchLacking)
    .where(and(ofLacking(key), sql`${watchLacking.txid} = any(${sql.param(txids)}::text[])`))
    .returning({ txid: watchLacking.txid, position: watchLacking.position, walk: watchLacking.walk });
  const places = new Map(known.filter((one) => one.walk === walk).map((one) => [one.txid, one.position]));
  const { workspaceId, assetUuid } = key;
  const seen = { workspaceId, assetUuid, walk, seenAt };
  const lacking = read
    .filter(({ outputs }) => outputs > 0)
    .map((one) => ({ ...one, ...seen, position: one.position ?? places.get(one.txid) ?? null }));
  if (lacking.length > 0) await tx.insert(watchLacking).values(lacking);
}

/** One that this walk met, the one that nobody has looked at for longest. What only an earlier walk met may have moved. */
export async function longestUnseen(key: WalkKey, { walk }: Walk, before: Date) {
  const [row] = await db()
    .select({ txid: watchLacking.txid, position: watchLacking.position })
    .from(watchLacking)
    .where(
      and(
        ofLacking(key),
        eq(watchLacking.walk, walk),
        isNotNull(watchLacking.position),
        // What was seen in the future was seen before the shared clock was put back.
        or(lt(watchLacking.seenAt, before), gt(watchLacking.seenAt, now())),
      ),
    )
    .orderBy(asc(watchLacking.seenAt), asc(watchLacking.position))
    .limit(1);
  return row && row.position !== null ? { txid: row.txid, position: row.position } : null;
}

/** Which of these transactions are among the known ones, and were last looked at before then. */
export async function seenBefore(key: WalkKey, txids: readonly string[], before: Date): Promise<string[]> {
  const rows = await db()
    .select({ txid: watchLacking.txid })
    .from(watchLacking)
    .where(and(ofLacking(key), inArray(watchLacking.txid, [...txids]), lt(watchLacking.seenAt, before)));
  return rows.map(({ txid }) => txid);
}

const besides = (key: WalkKey, txids: readonly string[]) =>
  and(ofLacking(key), txids.length > 0 ? notInArray(watchLacking.txid, [...txids]) : undefined);

/** Outputs without blinders in other transactions than these. */
export async function countLackingBeside(key: WalkKey, txids: readonly string[]): Promise<number> {
  const [row] = await db()
    .select({ outputs: sum(watchLacking.outputs).mapWith(Number) })
    .from(watchLacking)
    .where(besides(key, txids));
  return row?.outputs ?? 0;
}

/** Those other transactions. */
export async function lackingBeside(
  key: WalkKey,
  txids: readonly string[],
  limit: number,
): Promise<string[]> {
  const rows = await db()
    .select({ txid: watchLacking.txid })
    .from(watchLacking)
    .where(besides(key, txids))
    .orderBy(asc(watchLacking.txid))
    .limit(limit);
  return rows.map(({ txid }) => txid);
}
