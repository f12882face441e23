import type { HeldKycList, KycRuling, OperatorKyc } from "@/lib/contracts/identity/veriff";
import { log } from "@/server/platform/log";
import { frameworkError } from "../errors";
import type { Identity } from "../service";
import { lockAddress } from "../tokens/refresh-store";
import { requireUser } from "../users/users";
import { linkRecord } from "./link";
import {
  endHeld,
  holdRecord,
  isHeld,
  listHeld,
  listRecords,
  lockDocument,
  type RecordRow,
} from "./record-store";
import { noteRuling } from "./ruling-store";
import { getKyc } from "./status";

type Held = RecordRow & { heldFor: NonNullable<RecordRow["heldFor"]> };

/** GET /operator/kyc: the approvals that wait for the operator. */
export async function listHeldKyc({ database }: Identity): Promise<HeldKycList> {
  const records = await listHeld(database.db);
  return {
    held: records
      .filter(isHeld)
      .map((record) => ({ address: record.userAddress ?? "", ...describeHeld(record) })),
  };
}

/** GET /operator/kyc/{address}: where a wallet's identification stands. @throws Refusal 0301 without a row */
export async function getKycOf(identity: Identity, given: string): Promise<OperatorKyc> {
  const address = given.toLowerCase();
  const status = await getKyc(identity, address);
  const held = (await listRecords(identity.database.db, address)).find(isHeld);
  return { ...status, held: held ? describeHeld(held) : null };
}

/**
 * POST /operator/kyc/{address}: the wallet points to the approval that is held back, or whoever holds it verifies anew.
 * @throws Refusal 0301 without a row, 409 when nothing is held back, or not of the session that is named
 */
export async function decideKyc(
  identity: Identity,
  given: string,
  { decision, sessionId }: KycRuling,
): Promise<OperatorKyc> {
  const address = given.toLowerCase();
  await identity.database.transaction(async (tx) => {
    await lockAddress(tx, address);
    const user = await requireUser(identity, address, tx);
    const record = (await listRecords(tx, address)).find(isHeld);
    if (!record || (sessionId && record.sessionId !== sessionId)) throw frameworkError(409);
    if (decision === "end") await endHeld(tx, address, "revoked");
    else {
      if (record.documentHash !== null) await lockDocument(tx, record.documentHash);
      await holdRecord(tx, record.uuid, null);
      await linkRecord(tx, user, record);
    }
    await noteRuling(tx, { userAddress: address, heldFor: record.heldFor, decision });
    log.info("identity.kyc-decided", { decision, heldFor: record.heldFor });
  });
  return getKycOf(identity, address);
}

const describeHeld = ({ sessionId, heldFor, createdAt }: Held) => ({
  ...{ sessionId, heldFor, heldSince: createdAt.toISOString() },
});
