import { randomUUID } from "node:crypto";
import type { IdentityDb } from "../db/client";
import type { Identity } from "../service";
import type { UserRow } from "../users/user-store";
import { connectSession } from "../veriff/session-store";
import { hashDocument, type Personal, type Risks, sealPersonal, sealRisks } from "./record";
import { endHeld, insertRecord, type NewRecord, retireRecord, setLink } from "./record-store";

export interface Approval {
  sessionId: string;
  /** Lower case; null for a record that belongs to nobody. */
  userAddress: string | null;
  person: Personal;
  risks: Risks;
  /** false for a document that everybody has, as in test KYC. */
  isDocumentUnique: boolean;
}

/** Keeps what an approval says, sealed; nobody is linked to it yet. */
export async function storeApproval(
  { config }: Identity,
  tx: IdentityDb,
  { sessionId, userAddress, person, risks, isDocumentUnique }: Approval,
): Promise<NewRecord> {
  const uuid = randomUUID();
  const record = {
    ...sealPersonal(config, uuid, person),
    ...{ uuid, sessionId, userAddress },
    documentHash: isDocumentUnique ? hashDocument(config, person) : null,
    risks: sealRisks(config, uuid, risks),
  };
  await insertRecord(tx, record);
  return record;
}

/** KYC is complete: the wallet points to the record, and the one it pointed to before is retired. */
export async function linkRecord(
  tx: IdentityDb,
  { address, userInfoUuid: before }: UserRow,
  { uuid, sessionId }: Pick<NewRecord, "uuid" | "sessionId">,
): Promise<void> {
  if (before) await retireRecord(tx, before, "replaced");
  await endHeld(tx, address, "replaced");
  await setLink(tx, address, uuid);
  await connectSession(tx, sessionId);
}
