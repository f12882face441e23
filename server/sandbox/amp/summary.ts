import { and, eq, isNotNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { assignments, registeredUsers, trackedOutputs, userGaids } from "../db/amp-tables";
import type { SandboxDb } from "../db/client";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import { isUnspent, sumOf } from "./books";
import type { Handlers } from "./call";
import { requirementsOf, usersInAll } from "./category-store";
import { isHeld } from "./lost-outputs";
import { burnedSats, reissuedSats } from "./supply";

async function assignedAndDistributed(db: SandboxDb, assetUuid: string) {
  const { amountSats, isDistributed } = assignments;
  const [row] = await db
    .select({
      assigned: sumOf(sql`case when ${isDistributed} then 0 else ${amountSats} end`),
      distributed: sumOf(sql`case when ${isDistributed} then ${amountSats} else 0 end`),
    })
    .from(assignments)
    .where(eq(assignments.assetUuid, assetUuid));
  return row ?? { assigned: 0n, distributed: 0n };
}

/**
 * What the unspent outputs tell: holders, users among them, blacklisted sats. Each is counted by itself, over an index:
 * one statement for all sorts a hundred thousand rows twice.
 */
async function holders({ db }: Unit, { issuerId }: AssetRow, held: SQL | undefined) {
  const rows = db.select({ gaid: trackedOutputs.gaid }).from(trackedOutputs).where(held);
  const gaids = db
    .select({ gaid: trackedOutputs.gaid })
    .from(trackedOutputs)
    .where(and(held, isNotNull(trackedOutputs.gaid)))
    .groupBy(trackedOutputs.gaid);
  const users = db
    .select({ id: userGaids.userId })
    .from(userGaids)
    .where(and(eq(userGaids.issuerId, issuerId), sql`${userGaids.gaid} in (${rows})`))
    .groupBy(userGaids.userId);
  const [blacklisted] = await db
    .select({ sats: sumOf(trackedOutputs.amountSats) })
    .from(trackedOutputs)
    .where(and(held, eq(trackedOutputs.isBlacklisted, true)));
  return {
    users: await countOf(db, users),
    gaids: await countOf(db, gaids),
    blacklisted: blacklisted?.sats ?? 0n,
  };
}

async function countOf(db: SandboxDb, rows: SQLWrapper): Promise<number> {
  const [row] = await db.select({ count: sql`count(*)`.mapWith(Number) }).from(sql`(${rows}) as counted`);
  return row?.count ?? 0;
}

async function tokenSats(unit: Unit, asset: AssetRow): Promise<bigint> {
  const [row] = await unit.db
    .select({ total: sumOf(trackedOutputs.amountSats) })
    .from(trackedOutputs)
    .where(await isHeld(unit, asset, { isToken: true }));
  return row?.total ?? 0n;
}

/** Users who may hold a restricted asset; of another asset, those who were assigned or hold some of it. */
async function countUsers(db: SandboxDb, asset: AssetRow): Promise<number> {
  const isOfIssuer = eq(registeredUsers.issuerId, asset.issuerId);
  if (asset.isRestricted) {
    // A category's members are users of its issuer: they need not be looked up.
    const required = (await requirementsOf(db, [asset.uuid])).get(asset.uuid) ?? [];
    if (required.length > 0) return countOf(db, usersInAll(required));
    return countOf(db, db.select({ id: registeredUsers.id }).from(registeredUsers).where(isOfIssuer));
  }
  const assigned = db
    .select({ id: assignments.userId })
    .from(assignments)
    .where(eq(assignments.assetUuid, asset.uuid));
  const holding = db
    .select({ id: userGaids.userId })
    .from(userGaids)
    .innerJoin(trackedOutputs, eq(trackedOutputs.gaid, userGaids.gaid))
    .where(and(isUnspent(asset.uuid), isNotNull(trackedOutputs.gaid)));
  const isRelated = sql`${registeredUsers.id} in (${assigned} union ${holding})`;
  const related = db
    .select({ id: registeredUsers.id })
    .from(registeredUsers)
    .where(and(isOfIssuer, isRelated));
  return countOf(db, related);
}

export const summaryHandlers = {
  async getSummary({ unit, asset }) {
    const { db } = unit;
    const { assigned, distributed } = await assignedAndDistributed(db, asset.uuid);
    const { users, gaids, blacklisted } = await holders(unit, asset, await isHeld(unit, asset));
    return {
      assetId: asset.assetId,
      reissuanceTokenId: asset.tokenId,
      issued: asset.issuedSats,
      reissued: await reissuedSats(db, asset.uuid),
      assigned,
      distributed,
      burned: await burnedSats(db, asset.uuid),
      blacklisted,
      registeredUsers: await countUsers(db, asset),
      activeRegisteredUsers: users,
      activeGreenSubaccounts: gaids,
      reissuanceTokens: await tokenSats(unit, asset),
    };
  },
} satisfies Handlers;
