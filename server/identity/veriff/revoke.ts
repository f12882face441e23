import type { VeriffDecision } from "@/lib/contracts/identity/veriff";
import { log } from "@/server/platform/log";
import type { IdentityDb } from "../db/client";
import {
  endHeld,
  findRecord,
  findRecordOfSession,
  type RecordRow,
  retireRecord,
  setLink,
} from "../kyc/record-store";
import type { Identity } from "../service";
import { lockAddress } from "../tokens/refresh-store";
import { findUser } from "../users/user-store";
import { findDecision } from "./decision-store";
import { decidedAt } from "./order";
import { findSession } from "./session-store";

/** A wallet whose owner was declined is verified no more, unless a later decision approved them. */
export async function revoke(identity: Identity, tx: IdentityDb, decision: VeriffDecision): Promise<void> {
  const address = await ownerOf(identity, tx, decision);
  if (address === null) return;
  await lockAddress(tx, address);
  await endHeld(tx, address, "revoked", decision.id);
  const user = await findUser(tx, address);
  const linked = user?.userInfoUuid ? await findRecord(tx, user.userInfoUuid) : null;
  if (!linked || !(await isAgainst(tx, decision, linked))) return;
  await setLink(tx, address, null);
  await retireRecord(tx, linked.uuid, "revoked");
  log.warn("identity.kyc-revoked");
}

/** Whose wallet was declined; null for nobody's here. */
async function ownerOf(
  { fixes }: Identity,
  tx: IdentityDb,
  { id, vendorData }: VeriffDecision,
): Promise<string | null> {
  const approved = await findRecordOfSession(tx, id);
  if (approved?.userAddress) return approved.userAddress;
  if (fixes.matchesSession) return (await findSession(tx, id))?.userAddress ?? null;
  return vendorData?.toLowerCase() ?? null;
}

/** Of the same session, or decided after the approval of another one. */
async function isAgainst(tx: IdentityDb, declined: VeriffDecision, linked: RecordRow): Promise<boolean> {
  if (linked.sessionId === declined.id) return true;
  const approval = await findDecision(tx, linked.sessionId);
  const at = decidedAt(declined);
  const before = (approval && decidedAt(approval)) ?? linked.createdAt.getTime();
  return at !== null && at > before;
}
