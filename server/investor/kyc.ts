import type { KycStatus, VerificationSession } from "@/lib/contracts/identity/veriff";
import type { KycDecision, KycView } from "@/lib/domain/investor";
import type { KycFacts } from "@/lib/domain/requests";
import type { IdentityClient } from "@/server/identity-client/client";
import { readSeenKyc, saveSeenKyc } from "./kyc-store";

export const NO_KYC: KycView = {
  ...{ isCompleted: false, completedAt: null, validUntil: null },
  ...{ isExpired: false, isRevoked: false, isUnderReview: false },
  ...{ session: null, lastDecision: null },
};

export interface AskedKyc {
  kyc: KycView;
  /** For the issuer alone. */
  riskLabels: KycFacts["riskLabels"];
}

/**
 * Where the wallet's identification stands, written down so that what is told once stays known.
 * @param isCompleted as GET /user says: all that an older service tells without being asked for a session
 */
export async function askKyc(
  client: IdentityClient,
  address: string,
  isCompleted: boolean,
): Promise<AskedKyc> {
  const status = await client.callIfThere("getKyc");
  const kyc = status ? ofStatus(status) : await ofOlderService(client, address, isCompleted);
  await saveSeenKyc(address, kyc);
  const labels = status?.riskLabels ?? [];
  return { kyc, riskLabels: labels.map(({ label, category }) => ({ label, category: category ?? "" })) };
}

function ofStatus(status: KycStatus): KycView {
  const { lastDecision: told, sessionCreatedAt } = status;
  const isOfThisSession =
    sessionCreatedAt === null || (told !== null && new Date(told.receivedAt) >= new Date(sessionCreatedAt));
  return {
    isCompleted: status.kycCompleted,
    completedAt: status.completedAt === null ? null : new Date(status.completedAt),
    validUntil: status.documentValidUntil,
    isExpired: status.isExpired,
    isRevoked: status.isRevoked,
    isUnderReview: status.underReview,
    session: status.sessionState,
    lastDecision: told && toDecision(told, isOfThisSession),
  };
}

/** It tells of a session only when it is asked for one, and that makes one: nobody who has not begun is asked about. */
async function ofOlderService(
  client: IdentityClient,
  address: string,
  isCompleted: boolean,
): Promise<KycView> {
  const seen = { ...((await readSeenKyc(address)) ?? NO_KYC), isCompleted };
  if (isCompleted || seen.session === null) return seen;
  return withSession(seen, await client.call("requestSession"));
}

/**
 * Adds what the answer to a request for a session tells. Three decisions come once, together with the session that
 * takes the place of theirs; they stay in sight.
 */
export function withSession(seen: KycView, { state, decision }: VerificationSession): KycView {
  const isOver = decision !== null && ["declined", "expired", "abandoned"].includes(decision.status);
  const lastDecision = decision
    ? toDecision(decision, !isOver)
    : seen.lastDecision && { ...seen.lastDecision, isOfThisSession: false };
  return { ...seen, session: state, lastDecision };
}

const toDecision = (
  told: NonNullable<VerificationSession["decision"]>,
  isOfThisSession: boolean,
): KycDecision => ({
  ...{ sessionId: told.sessionId, status: told.status, code: told.code },
  ...{ reason: told.reason, reasonCode: told.reasonCode, decidedAt: told.decisionTime },
  isOfThisSession,
});

/** A plain date of a document as the end of that day. */
export const endOfDay = (date: string | null): Date | null =>
  date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T23:59:59.999Z`) : null;
