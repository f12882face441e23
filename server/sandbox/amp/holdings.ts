import { and, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { trackedOutputs, userGaids } from "../db/amp-tables";
import { isAnyOf } from "../db/any-of";
import type { SandboxDb } from "../db/client";
import { conflictedTransactions } from "../ledger/spends";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import { isNoneOf, sumOf } from "./books";
import { findLost, isHeld, type LostOutput } from "./lost-outputs";

interface HoldingOptions {
  /** The state at the end of this block; now, with all that waits in the mempool, when absent. */
  height?: number | undefined;
  /** The state at the end of this block, without what is lost by now: what came and went later is not confirmed. */
  confirmedBy?: number;
}

/** What was held at the end of a block: made by then, not spent by then, and not lost. */
async function wasHeldAt(
  unit: Unit,
  asset: AssetRow,
  height: number,
  isLost: (output: LostOutput) => boolean,
) {
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
    isNoneOf(lost.filter(isLost)),
  );
}

/** Which outputs count. */
async function isWanted(unit: Unit, asset: AssetRow, { height, confirmedBy }: HoldingOptions) {
  if (confirmedBy !== undefined) return wasHeldAt(unit, asset, confirmedBy, () => true);
  if (height === undefined) return isHeld(unit, asset);
  return wasHeldAt(unit, asset, height, (lost) => lost.height !== null && lost.height <= height);
}

/** One row per GAID, in their order: as two indexes have them, so that nothing is sorted. */
function heldByGaid({ db }: Unit, asset: AssetRow, wanted: SQL | undefined) {
  const held = db
    .select({ gaid: trackedOutputs.gaid, amount: sumOf(trackedOutputs.amountSats).as("amount") })
    .from(trackedOutputs)
    .where(wanted)
    .groupBy(trackedOutputs.gaid)
    .as("held");
  return db
    .select({
      gaid: sql<string | null>`${held.gaid}`.as("held_gaid"),
      userId: userGaids.userId,
      amount: sql`${held.amount}`.mapWith(BigInt).as("held_amount"),
    })
    .from(held)
    .leftJoin(userGaids, and(eq(userGaids.gaid, held.gaid), eq(userGaids.issuerId, asset.issuerId)))
    .orderBy(held.gaid);
}

/**
 * Who owns how much: the treasury first, GAIDs without a record last. `owner` is the user's id as text, the issuer's own
 * for the treasury, null for a GAID without a record.
 */
export async function ownershipsOf(unit: Unit, asset: AssetRow, options: HoldingOptions = {}) {
  const rows = await heldByGaid(unit, asset, await isWanted(unit, asset, options));
  const treasury = rows.filter(({ gaid }) => gaid === null);
  const holders = rows.filter(({ userId }) => userId !== null);
  const strangers = rows.filter(({ gaid, userId }) => gaid !== null && userId === null);
  return [...treasury, ...holders, ...strangers].map(({ gaid, userId, amount }) => ({
    owner: gaid === null ? String(asset.issuerId) : (userId?.toString() ?? null),
    amount,
    gaid,
  }));
}

/**
 * The same as AMP's JSON, printed by the database: there may be a hundred thousand of them. Text that is the same in
 * each holder's row stands in the separator, so that a row is put together of three values alone.
 */
export async function printOwnerships(unit: Unit, asset: AssetRow, options: HoldingOptions = {}) {
  const rows = heldByGaid(unit, asset, await isWanted(unit, asset, options)).as("owned");
  const { gaid, userId, amount } = rows;
  const [found] = await unit.db
    .select({
      treasury: sql<string | null>`max(${amount}) filter (where ${gaid} is null)`,
      // what is null is left out: a GAID without a user
      holders: sql<
        string | null
      >`string_agg(${userId} || '","amount":' || ${amount} || ',"GAID":"' || ${gaid},
        '"},{"owner":"')`,
      strangers: sql<
        string | null
      >`string_agg('{"owner":null,"amount":' || ${amount} || ',"GAID":"' || ${gaid} || '"}',
        ',') filter (where ${userId} is null)`,
    })
    .from(rows);
  const { treasury = null, holders = null, strangers = null } = found ?? {};
  const parts = [
    treasury && `{"owner":"${asset.issuerId}","amount":${treasury},"GAID":null}`,
    holders && `{"owner":"${holders}"}`,
    strangers,
  ];
  return `[${parts.filter((part) => part !== null).join(",")}]`;
}

/** Sats that some GAIDs hold now, per asset uuid. A holder loses an output only with its transaction. */
export async function balancesOf(db: SandboxDb, gaids: string[]): Promise<Map<string, bigint>> {
  if (gaids.length === 0) return new Map();
  const rows = await db
    .select({ assetUuid: trackedOutputs.assetUuid, amount: sumOf(trackedOutputs.amountSats) })
    .from(trackedOutputs)
    .where(
      and(
        isAnyOf(trackedOutputs.gaid, gaids),
        isNull(trackedOutputs.spentTxid),
        eq(trackedOutputs.isToken, false),
        eq(trackedOutputs.isBurnt, false),
        sql`${trackedOutputs.txid} not in ${conflictedTransactions}`,
      ),
    )
    .groupBy(trackedOutputs.assetUuid);
  return new Map(rows.map((row) => [row.assetUuid, row.amount]));
}
