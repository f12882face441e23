import type { Identity } from "../service";
import { lockAddress } from "../tokens/refresh-store";
import { findUser, type UserRow } from "../users/user-store";
import { hasExpired, isDate } from "./expiry";
import { openField } from "./record";
import { findRecord, listRecords, retireRecord, setLink } from "./record-store";

export type Standing = "missing" | "expired" | "valid";

/**
 * Whether the wallet may do what needs KYC. While approvals end, an expired document ends this one.
 * @throws Error where the document's last day is no date: then nobody can tell
 */
export async function standingOf(identity: Identity, user: UserRow): Promise<Standing> {
  const { database, fixes } = identity;
  if (!user.userInfoUuid) {
    if (!fixes.approvalsEnd) return "missing";
    const [newest] = await listRecords(database.db, user.address);
    return newest?.endedAs === "expired" ? "expired" : "missing";
  }
  if (!hasExpired(await validUntilOf(identity, user.userInfoUuid))) return "valid";
  if (fixes.approvalsEnd) await endExpired(identity, user);
  return "expired";
}

/** What `kyc_completed` says; a last day that nobody can read ends nothing. */
export async function isCompleted(identity: Identity, user: UserRow): Promise<boolean> {
  if (!user.userInfoUuid) return false;
  if (!identity.fixes.approvalsEnd) return true;
  const validUntil = await validUntilOf(identity, user.userInfoUuid);
  if (validUntil === null || !isDate(validUntil) || !hasExpired(validUntil)) return true;
  await endExpired(identity, user);
  return false;
}

async function validUntilOf({ config, database }: Identity, uuid: string): Promise<string | null> {
  const record = await findRecord(database.db, uuid);
  return record ? openField(config, record, "documentValidUntil") : null;
}

/** Unless somebody linked another record meanwhile. */
const endExpired = ({ database }: Identity, { address, userInfoUuid: uuid }: UserRow): Promise<void> =>
  database.transaction(async (tx) => {
    await lockAddress(tx, address);
    const user = await findUser(tx, address);
    if (!uuid || user?.userInfoUuid !== uuid) return;
    await setLink(tx, address, null);
    await retireRecord(tx, uuid, "expired");
  });
