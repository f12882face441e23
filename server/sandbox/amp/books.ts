import { type AnyColumn, and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { distributions, reissuances, trackedOutputs, trackedTransactions } from "../db/amp-tables";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import { transactions } from "../db/ledger-tables";
import { type LedgerTransaction, NO_BLINDER, type OutpointRef } from "../ledger/port";
import { isSettled, settledBlocks } from "../ledger/spends";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";

export type TrackedOutput = typeof trackedOutputs.$inferSelect;
export type TransactionKind = (typeof trackedTransactions.$inferSelect)["kind"];

/** Confirmations AMP wants of everything it builds upon. */
export const CONFIRMATIONS = 2;

export interface NewOutput {
  vout: number;
  /** null = treasury. */
  gaid: string | null;
  /** Whether the activities tell of it. */
  isNews: boolean;
  isToken?: boolean;
  isBurnt?: boolean;
  /** The issuer has not told AMP the blinders yet. */
  hasUnknownBlinders?: boolean;
}

const CHUNK = 1000;

/** Writes a transaction into AMP's books: its outputs as told, its inputs as spent. */
export async function trackTransaction(
  { db }: Unit,
  asset: AssetRow,
  tx: LedgerTransaction,
  kind: TransactionKind,
  news: NewOutput[],
): Promise<void> {
  const height = tx.block?.height ?? null;
  const place = { height, blockTime: tx.block?.time ?? null };
  await db
    .insert(trackedTransactions)
    .values({ assetUuid: asset.uuid, txid: tx.txid, kind, receivedAt: tx.receivedAt, ...place });
  const rows = news.map((output) => outputRow(asset, tx, kind, output));
  for (let start = 0; start < rows.length; start += CHUNK)
    await db.insert(trackedOutputs).values(rows.slice(start, start + CHUNK));
  for (const { vin, prevout } of tx.inputs)
    await db
      .update(trackedOutputs)
      .set({ spentTxid: tx.txid, spentVin: vin, spentHeight: height })
      // an output of another asset is that asset's business, which may have an order of its own in the transaction
      .where(and(eq(trackedOutputs.assetUuid, asset.uuid), isOutpoint(prevout)));
}

function outputRow(asset: AssetRow, tx: LedgerTransaction, kind: TransactionKind, output: NewOutput) {
  const onChain = tx.outputs.find((candidate) => candidate.vout === output.vout);
  if (!onChain) throw new Error(`Transaction ${tx.txid} has no output ${output.vout}.`);
  const { hasUnknownBlinders: isUnknown = false } = output;
  return {
    txid: tx.txid,
    vout: output.vout,
    assetUuid: asset.uuid,
    isToken: output.isToken ?? false,
    isBurnt: output.isBurnt ?? false,
    amountSats: onChain.amountSats,
    gaid: output.gaid,
    assetBlinder: isUnknown ? NO_BLINDER : onChain.assetBlinder,
    amountBlinder: isUnknown ? NO_BLINDER : onChain.amountBlinder,
    activity: output.isNews ? kind : null,
    fromHeight: tx.block?.height ?? null,
  };
}

export const isOutpoint = ({ txid, vout }: OutpointRef) =>
  and(eq(trackedOutputs.txid, txid), eq(trackedOutputs.vout, vout));

/**
 * The books know the block of every transaction, so that they can tell any block's state. A transaction that lost
 * against another one stands in the block of the other: what it spent was still there until then.
 */
export async function settleHeights({ db }: Pick<Unit, "db">): Promise<void> {
  const open = await db
    .select({ txid: trackedTransactions.txid })
    .from(trackedTransactions)
    .where(isNull(trackedTransactions.height))
    .groupBy(trackedTransactions.txid);
  const settled = await settledBlocks(
    db,
    open.map(({ txid }) => txid),
  );
  for (const [txid, { height, hash: blockHash, time: blockTime }] of settled) {
    await db.update(trackedTransactions).set({ height, blockTime }).where(eq(trackedTransactions.txid, txid));
    await db.update(trackedOutputs).set({ fromHeight: height }).where(eq(trackedOutputs.txid, txid));
    await db.update(trackedOutputs).set({ spentHeight: height }).where(eq(trackedOutputs.spentTxid, txid));
    await db.update(reissuances).set({ blockHash }).where(eq(reissuances.txid, txid));
    await db.update(distributions).set({ confirmedAt: blockTime }).where(eq(distributions.txid, txid));
  }
}

/** True when there is work for `settleHeights`; what still waits in the mempool is none. */
export async function hasUnsettled(db: SandboxDb): Promise<boolean> {
  const rows = await db
    .select({ txid: trackedTransactions.txid })
    .from(trackedTransactions)
    .innerJoin(transactions, eq(transactions.txid, trackedTransactions.txid))
    .where(and(isNull(trackedTransactions.height), isSettled))
    .limit(1);
  return rows.length > 0;
}

export function findOutputs(
  db: SandboxDb,
  assetUuid: string,
  outpoints: OutpointRef[],
): Promise<TrackedOutput[]> {
  if (outpoints.length === 0) return Promise.resolve([]);
  return db
    .select()
    .from(trackedOutputs)
    .where(and(eq(trackedOutputs.assetUuid, assetUuid), isAmong(outpoints)));
}

const place = sql`(${trackedOutputs.txid}, ${trackedOutputs.vout})`;
/** Two parameters, however many outpoints there are. */
const list = (outpoints: OutpointRef[]) => sql`(select * from unnest(
  ${sql.param(outpoints.map(({ txid }) => txid))}::text[], ${sql.param(outpoints.map(({ vout }) => vout))}::int[]))`;

export const isAmong = (outpoints: OutpointRef[]): SQL => sql`${place} in ${list(outpoints)}`;

/** No condition where there is nothing to leave out. */
export const isNoneOf = (outpoints: OutpointRef[]): SQL | undefined =>
  outpoints.length === 0 ? undefined : sql`${place} not in ${list(outpoints)}`;

/** Neither spent nor burnt in the books, of the asset or of its token; what is lost among it must be left out besides. */
export const isUnspent = (assetUuid: string, { isToken = false } = {}) =>
  and(
    eq(trackedOutputs.assetUuid, assetUuid),
    isNull(trackedOutputs.spentTxid),
    eq(trackedOutputs.isToken, isToken),
    eq(trackedOutputs.isBurnt, false),
  );

/** The sum of a column of sats; 0 over no rows. */
export const sumOf = (column: AnyColumn | SQL) => sql`coalesce(sum(${column}), 0)::text`.mapWith(BigInt);

/** Those of the transactions that stand in the books of any asset. */
export async function trackedAmong(db: SandboxDb, txids: string[]): Promise<Set<string>> {
  if (txids.length === 0) return new Set();
  const rows = await db
    .select({ txid: trackedTransactions.txid })
    .from(trackedTransactions)
    .where(isAnyOf(trackedTransactions.txid, txids))
    .groupBy(trackedTransactions.txid);
  return new Set(rows.map(({ txid }) => txid));
}

export async function findTransactionKind(
  db: SandboxDb,
  assetUuid: string,
  txid: string,
): Promise<TransactionKind | null> {
  const [row] = await db
    .select({ kind: trackedTransactions.kind })
    .from(trackedTransactions)
    .where(and(eq(trackedTransactions.assetUuid, assetUuid), eq(trackedTransactions.txid, txid)));
  return row?.kind ?? null;
}
