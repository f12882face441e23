import type { HeldFor, VeriffDecision, VeriffDocument, VeriffPerson } from "@/lib/contracts/identity/veriff";
import { log } from "@/server/platform/log";
import type { IdentityDb } from "../db/client";
import { businessError, emptyError, type Refusal } from "../errors";
import { linkRecord, storeApproval } from "../kyc/link";
import type { Personal, Risks } from "../kyc/record";
import { holdRecord, isDocumentOfOther, lockDocument, type NewRecord } from "../kyc/record-store";
import type { Identity } from "../service";
import { findUser } from "../users/user-store";
import { missingUser } from "../users/users";
import { findSession } from "./session-store";

/** Keeps what Veriff says of the person and links the wallet, which is locked, unless something speaks against it. */
export async function approve(
  identity: Identity,
  tx: IdentityDb,
  decision: VeriffDecision,
): Promise<Refusal | null> {
  const { person, document, id: sessionId } = decision;
  if (!person || !document) return emptyError(400);
  const personal = toPersonal(person, document);
  if (!personal) return businessError("0111", "The verified person has no first or no last name", 500);
  const address = decision.vendorData?.toLowerCase() ?? null;
  const risks = toRisks(decision);
  const approval = { sessionId, userAddress: address, person: personal, risks, isDocumentUnique: true };
  const record = await storeApproval(identity, tx, approval);
  if (address === null) return null;
  const user = await findUser(tx, address);
  if (!user) return missingUser(identity, address);
  const heldFor = await findObstacle(identity, tx, record, risks);
  if (heldFor === null) await linkRecord(tx, user, record);
  else {
    await holdRecord(tx, record.uuid, heldFor);
    log.warn("identity.kyc-held", { heldFor });
  }
  return null;
}

/** What speaks against linking the wallet; null = nothing. */
async function findObstacle(
  { config, fixes }: Identity,
  tx: IdentityDb,
  { sessionId, userAddress, documentHash }: NewRecord,
  risks: Risks,
): Promise<HeldFor | null> {
  if (fixes.matchesSession && (await findSession(tx, sessionId))?.userAddress !== userAddress)
    return "no_session";
  if (fixes.reviewsRisks && isRisky(risks, config.acceptedRiskLabels)) return "risks";
  if (!config.onePersonOneWallet || documentHash === null || userAddress === null) return null;
  await lockDocument(tx, documentHash);
  return (await isDocumentOfOther(tx, documentHash, userAddress)) ? "other_wallet" : null;
}

const isRisky = ({ labels, pepSanctionMatch }: Risks, accepted: readonly string[]): boolean =>
  labels.some(({ label }) => !accepted.includes(label)) ||
  !["", "false"].includes((pepSanctionMatch ?? "").toLowerCase());

function toPersonal(person: VeriffPerson, document: VeriffDocument): Personal | null {
  const { firstName, lastName, idNumber, dateOfBirth, nationality, placeOfBirth } = person;
  if (firstName === null || lastName === null) return null;
  return {
    ...{ firstName, lastName, idNumber, dateOfBirth, nationality, placeOfBirth },
    documentType: document.type,
    documentNumber: document.number,
    documentCountry: document.country,
    documentValidFrom: document.validFrom,
    documentValidUntil: document.validUntil,
  };
}

const toRisks = ({ riskLabels, person }: VeriffDecision): Risks => ({
  labels: (riskLabels ?? []).map(({ label, category }) => ({
    label: label ?? category ?? "unnamed",
    category,
  })),
  pepSanctionMatch: person?.pepSanctionMatch ?? null,
});
