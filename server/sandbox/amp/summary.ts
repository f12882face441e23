import { and, eq, isNotNull, sql } from "drizzle-orm";
import { assignments, registeredUsers, trackedOutputs, userGaids } from "../db/amp-tables";
import type { SandboxDb } from "../db/client";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import { isUnspent, sumOf } from "./books";
import type { Handlers } from "./call";
import { qualifiedUsers, requirementsOf } from "./category-store";
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

/** What the unspent outputs tell: holders, users among them, blacklisted sats. */
async function holders(unit: Unit, asset: AssetRow) {
  const [row] = await unit.db
    .select({
      users: sql`count(distinct ${userGaids.userId})`.mapWith(Number),
      gaids: sql`count(distinct ${trackedOutputs.gaid})`.mapWith(Number),
      blacklisted: sumOf(
        sql`case when ${trackedOutputs.isBlacklisted} then ${trackedOutputs.amountSats} else 0 end`,
      ),
    })
    .from(trackedOutputs)
    .leftJoin(userGaids, and(eq(userGaids.gaid, trackedOutputs.gaid), eq(userGaids.issuerId, asset.issuerId)))
    .where(await isHeld(unit, asset));
  return row ?? { users: 0, gaids: 0, blacklisted: 0n };
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
  if (asset.isRestricted) {
    const isRequired = ((await requirementsOf(db, [asset.uuid])).get(asset.uuid) ?? []).length > 0;
    const qualified = isRequired ? sql`${registeredUsers.id} in ${qualifiedUsers(asset.uuid)}` : undefined;
    return count(db, and(eq(registeredUsers.issuerId, asset.issuerId), qualified));
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
  return count(db, and(eq(registeredUsers.issuerId, asset.issuerId), isRelated));
}

async function count(db: SandboxDb, condition: ReturnType<typeof and>): Promise<number> {
  const [row] = await db
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(registeredUsers)
    .where(condition);
  return row?.count ?? 0;
}

export const summaryHandlers = {
  async getSummary({ unit, asset }) {
    const { db } = unit;
    const { assigned, distributed } = await assignedAndDistributed(db, asset.uuid);
    const { users, gaids, blacklisted } = await holders(unit, asset);
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
