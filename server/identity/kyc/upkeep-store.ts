import { and, asc, eq, gt, isNotNull, lt, notExists, sql } from "drizzle-orm";
import type { IdentityDb } from "../db/client";
import { kycChecks } from "../db/kyc-tables";
import { appUsers, userInfos } from "../db/user-tables";
import { veriffDecisions, veriffSessions } from "../db/veriff-tables";
import type { UserRow } from "../users/user-store";

/** Wallets whose KYC is complete, by address, behind this one. */
export const listLinked = (db: IdentityDb, behind: string, count: number): Promise<UserRow[]> =>
  db
    .select()
    .from(appUsers)
    .where(and(isNotNull(appUsers.userInfoUuid), gt(appUsers.address, behind)))
    .orderBy(asc(appUsers.address))
    .limit(count);

/** Deletes records that ended, or never counted, before this time; what a wallet points to stays. */
export async function deleteRecords(tx: IdentityDb, before: Date): Promise<number> {
  const ended = tx
    .select({ uuid: userInfos.uuid })
    .from(userInfos)
    .leftJoin(kycChecks, eq(kycChecks.userInfoUuid, userInfos.uuid))
    .where(
      lt(
        sql`coalesce(${kycChecks.endedAt}, ${userInfos.createdAt})`,
        sql`${before.toISOString()}::timestamptz`,
      ),
    );
  const isLinked = tx.select({ one: sql`1` }).from(appUsers).where(eq(appUsers.userInfoUuid, userInfos.uuid));
  const deleted = await tx
    .delete(userInfos)
    .where(and(sql`${userInfos.uuid} in ${ended}`, notExists(isLinked)))
    .returning({ uuid: userInfos.uuid });
  return deleted.length;
}

/** Deletes sessions from before this time, and what was decided of them, that no record goes back to. */
export async function deleteSessions(tx: IdentityDb, before: Date): Promise<void> {
  for (const table of [veriffDecisions, veriffSessions]) {
    const records = tx.select({ one: sql`1` }).from(userInfos).where(eq(userInfos.sessionId, table.id));
    await tx.delete(table).where(and(lt(table.createdAt, before), notExists(records)));
  }
}
