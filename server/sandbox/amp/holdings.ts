import { and, eq, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { registeredUsers, trackedOutputs, userGaids } from "../db/amp-tables";
import type { SandboxDb } from "../db/client";
import type { AssetRow } from "./asset-store";
import { isUnspent, sumOf } from "./books";
import type { UserRow } from "./registered-user-store";

/** Outputs that were unspent at the end of a block. */
const wasUnspentAt = (assetUuid: string, height: number) =>
  and(
    eq(trackedOutputs.assetUuid, assetUuid),
    eq(trackedOutputs.isToken, false),
    eq(trackedOutputs.isBurnt, false),
    lte(trackedOutputs.fromHeight, height),
    or(
      isNull(trackedOutputs.spentTxid),
      isNull(trackedOutputs.spentHeight),
      gt(trackedOutputs.spentHeight, height),
    ),
  );

interface HoldingOptions {
  /** The state as of this block; now when absent. */
  height?: number | undefined;
  /** Only outputs that were in a block by then. */
  confirmedBy?: number;
}

/**
 * Who owns how much: one row per GAID, the treasury's first. `owner` is the user's id as text, the issuer's own for
 * the treasury, null for a GAID without a record.
 */
export async function ownershipsOf(
  db: SandboxDb,
  asset: AssetRow,
  { height, confirmedBy }: HoldingOptions = {},
) {
  const state = height === undefined ? isUnspent(asset.uuid) : wasUnspentAt(asset.uuid, height);
  const ripe = confirmedBy === undefined ? undefined : lte(trackedOutputs.fromHeight, confirmedBy);
  const rows = await db
    .select({
      gaid: trackedOutputs.gaid,
      userId: userGaids.userId,
      amount: sumOf(trackedOutputs.amountSats),
    })
    .from(trackedOutputs)
    .leftJoin(userGaids, and(eq(userGaids.gaid, trackedOutputs.gaid), eq(userGaids.issuerId, asset.issuerId)))
    .where(and(state, ripe))
    .groupBy(trackedOutputs.gaid, userGaids.userId)
    .orderBy(
      sql`${trackedOutputs.gaid} is not null`,
      sql`${userGaids.userId} nulls last`,
      trackedOutputs.gaid,
    );
  return rows.map(({ gaid, userId, amount }) => ({
    owner: gaid === null ? String(asset.issuerId) : (userId?.toString() ?? null),
    amount,
    gaid,
  }));
}

/** Unspent sats of some GAIDs per asset uuid. */
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
      ),
    )
    .groupBy(trackedOutputs.assetUuid);
  return new Map(rows.map((row) => [row.assetUuid, row.amount]));
}

export async function holdsAnything(db: SandboxDb, user: UserRow): Promise<boolean> {
  const gaids = await db
    .select({ gaid: userGaids.gaid })
    .from(registeredUsers)
    .innerJoin(userGaids, eq(userGaids.userId, registeredUsers.id))
    .where(eq(registeredUsers.id, user.id));
  const balances = await balancesOf(
    db,
    gaids.map((row) => row.gaid),
  );
  return [...balances.values()].some((amount) => amount > 0n);
}
