import { and, eq, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { trackedOutputs, userGaids } from "../db/amp-tables";
import type { SandboxDb } from "../db/client";
import { conflictedTransactions } from "../ledger/spends";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import { isNoneOf, sumOf } from "./books";
import { findLost, isHeld } from "./lost-outputs";

interface HoldingOptions {
  /** The state at the end of this block; now, with all that waits in the mempool, when absent. */
  height?: number | undefined;
  /** Only outputs that were in a block by then. */
  confirmedBy?: number;
}

/** What was held at the end of a block: made by then, not spent by then, not lost by then. */
async function wasHeldAt(unit: Unit, asset: AssetRow, height: number) {
  const lost = await findLost(unit, asset);
  return and(
    eq(trackedOutputs.assetUuid, asset.uuid),
    eq(trackedOutputs.isToken, false),
    eq(trackedOutputs.isBurnt, false),
    lte(trackedOutputs.fromHeight, height),
    or(
      isNull(trackedOutputs.spentTxid),
      isNull(trackedOutputs.spentHeight),
      gt(trackedOutputs.spentHeight, height),
    ),
    isNoneOf(lost.filter((output) => output.height !== null && output.height <= height)),
  );
}

/**
 * Who owns how much: one row per GAID, the treasury's first. `owner` is the user's id as text, the issuer's own for
 * the treasury, null for a GAID without a record.
 */
export async function ownershipsOf(
  unit: Unit,
  asset: AssetRow,
  { height, confirmedBy }: HoldingOptions = {},
) {
  const state = height === undefined ? await isHeld(unit, asset) : await wasHeldAt(unit, asset, height);
  const ripe = confirmedBy === undefined ? undefined : lte(trackedOutputs.fromHeight, confirmedBy);
  const { db } = unit;
  const held = db
    .select({ gaid: trackedOutputs.gaid, amount: sumOf(trackedOutputs.amountSats).as("amount") })
    .from(trackedOutputs)
    .where(and(state, ripe))
    .groupBy(trackedOutputs.gaid)
    .as("held");
  // A register of 100,000 holders is grouped and sorted in memory rather than on disk.
  await db.execute(sql`set local work_mem = '64MB'`);
  const query = db
    .select({ gaid: held.gaid, userId: userGaids.userId, amount: held.amount })
    .from(held)
    .leftJoin(userGaids, and(eq(userGaids.gaid, held.gaid), eq(userGaids.issuerId, asset.issuerId)))
    .orderBy(sql`${held.gaid} is not null`, sql`${userGaids.userId} nulls last`, held.gaid);
  // Read past the query builder, which would take longer over so many rows than PostgreSQL.
  const { rows } = await db.execute<{ gaid: string | null; user_id: number | null; amount: string }>(
    query.getSQL(),
  );
  return rows.map(({ gaid, user_id: userId, amount }) => ({
    owner: gaid === null ? String(asset.issuerId) : (userId?.toString() ?? null),
    amount: BigInt(amount),
    gaid,
  }));
}

/** Sats that some GAIDs hold now, per asset uuid. A holder loses an output only with its transaction. */
export async function balancesOf(db: SandboxDb, gaids: string[]): Promise<Map<string, bigint>> {
  if (gaids.length === 0) return new Map();
  const rows = await db
    .select({ assetUuid: trackedOutputs.assetUuid, amount: sumOf(trackedOutputs.amountSats) })
    .from(trackedOutputs)
    .where(
      and(
        inArray(trackedOutputs.gaid, gaids),
        isNull(trackedOutputs.spentTxid),
        eq(trackedOutputs.isToken, false),
        eq(trackedOutputs.isBurnt, false),
        sql`${trackedOutputs.txid} not in ${conflictedTransactions}`,
      ),
    )
    .groupBy(trackedOutputs.assetUuid);
  return new Map(rows.map((row) => [row.assetUuid, row.amount]));
}
