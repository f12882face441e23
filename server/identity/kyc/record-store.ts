import { and, asc, desc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { HeldFor } from "@/lib/contracts/identity/veriff";
import { now } from "@/server/platform/clock";
import type { IdentityDb } from "../db/client";
import { kycChecks } from "../db/kyc-tables";
import { appUsers, userInfos } from "../db/user-tables";
import type { Personal } from "./record";

export type EndedAs = "expired" | "revoked" | "replaced";

/** A record with what stands beside it; everything of `Personal` and the risks are sealed. */
export interface RecordRow extends Personal {
  uuid: string;
  sessionId: string;
  createdAt: Date;
  connected: boolean;
  deactivated: boolean;
  userAddress: string | null;
  documentHash: string | null;
  risks: string | null;
  heldFor: HeldFor | null;
  endedAs: string | null;
  endedAt: Date | null;
}

const rows = (db: IdentityDb) =>
  db.select().from(userInfos).leftJoin(kycChecks, eq(kycChecks.userInfoUuid, userInfos.uuid)).$dynamic();

type Joined = { user_info: typeof userInfos.$inferSelect; kyc_check: typeof kycChecks.$inferSelect | null };
const UNCHECKED = {
  userAddress: null,
  documentHash: null,
  risks: null,
  heldFor: null,
  endedAs: null,
  endedAt: null,
};
const toRow = ({ user_info, kyc_check }: Joined): RecordRow => ({
  ...UNCHECKED,
  ...kyc_check,
  ...user_info,
  heldFor: HeldFor.nullable().parse(kyc_check?.heldFor ?? null),
});
const newestFirst = [desc(userInfos.createdAt), desc(userInfos.uuid)] as const;

export type NewRecord = Personal &
  Pick<RecordRow, "uuid" | "sessionId" | "userAddress" | "documentHash" | "risks">;

/** A record that nobody is linked to yet. */
export async function insertRecord(tx: IdentityDb, record: NewRecord): Promise<void> {
  const { userAddress, documentHash, risks, ...info } = record;
  await tx.insert(userInfos).values({ ...info, createdAt: now(), connected: false, deactivated: false });
  await tx.insert(kycChecks).values({ userInfoUuid: info.uuid, userAddress, documentHash, risks });
}

export async function findRecord(db: IdentityDb, uuid: string): Promise<RecordRow | null> {
  const [row] = await rows(db).where(eq(userInfos.uuid, uuid));
  return row ? toRow(row) : null;
}

/** Of all records of a session the newest. */
export async function findRecordOfSession(db: IdentityDb, sessionId: string): Promise<RecordRow | null> {
  const [row] = await rows(db)
    .where(eq(userInfos.sessionId, sessionId))
    .orderBy(...newestFirst)
    .limit(1);
  return row ? toRow(row) : null;
}

/** Newest first. */
export async function listRecords(db: IdentityDb, address: string): Promise<RecordRow[]> {
  const found = await rows(db)
    .where(eq(kycChecks.userAddress, address))
    .orderBy(...newestFirst);
  return found.map(toRow);
}

/** Whether somebody else's wallet points to a record of the same document. */
export async function isDocumentOfOther(db: IdentityDb, hash: string, address: string): Promise<boolean> {
  const found = await db
    .select({ address: appUsers.address })
    .from(kycChecks)
    .innerJoin(appUsers, eq(appUsers.userInfoUuid, kycChecks.userInfoUuid))
    .where(and(eq(kycChecks.documentHash, hash), ne(appUsers.address, address)))
    .limit(1);
  return found.length > 0;
}

/** Whether an approval links nobody and waits for a decision. */
export const isHeld = <R extends Pick<RecordRow, "heldFor" | "endedAs">>(
  record: R,
): record is R & { heldFor: HeldFor } => record.heldFor !== null && record.endedAs === null;

/** Until the transaction ends, nobody else is linked to a record of this document. */
export async function lockDocument(tx: IdentityDb, hash: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`document:${hash}`}, 0))`);
}

/** Records that wait for a decision, oldest first. */
export async function listHeld(db: IdentityDb): Promise<RecordRow[]> {
  const found = await rows(db)
    .where(and(isNotNull(kycChecks.heldFor), isNull(kycChecks.endedAs), isNotNull(kycChecks.userAddress)))
    .orderBy(asc(userInfos.createdAt), asc(userInfos.uuid));
  return found.map(toRow);
}

/** @param heldFor null = it is held back no more */
export async function holdRecord(tx: IdentityDb, uuid: string, heldFor: HeldFor | null): Promise<void> {
  await tx.update(kycChecks).set({ heldFor }).where(eq(kycChecks.userInfoUuid, uuid));
}

/** The wallet points to this record from now on, or to none. */
export async function setLink(tx: IdentityDb, address: string, uuid: string | null): Promise<void> {
  await tx.update(appUsers).set({ userInfoUuid: uuid }).where(eq(appUsers.address, address));
  if (uuid) await tx.update(userInfos).set({ connected: true }).where(eq(userInfos.uuid, uuid));
}

/** A record that was linked is so no more. */
export async function retireRecord(tx: IdentityDb, uuid: string, endedAs: EndedAs): Promise<void> {
  await tx.update(userInfos).set({ connected: false, deactivated: true }).where(eq(userInfos.uuid, uuid));
  await tx.update(kycChecks).set({ endedAs, endedAt: now() }).where(eq(kycChecks.userInfoUuid, uuid));
}

/** Ends what was held back of a wallet, or of one session of it alone. */
export async function endHeld(
  tx: IdentityDb,
  address: string,
  endedAs: EndedAs,
  sessionId: string | null = null,
): Promise<void> {
  const isHeld = and(
    eq(kycChecks.userAddress, address),
    isNotNull(kycChecks.heldFor),
    isNull(kycChecks.endedAs),
    sessionId === null
      ? undefined
      : sql`${kycChecks.userInfoUuid} in (select ${userInfos.uuid} from ${userInfos} where ${userInfos.sessionId} = ${sessionId})`,
  );
  await tx.update(kycChecks).set({ endedAs, endedAt: now() }).where(isHeld);
}
