import type { KycAlertKind, KycNow } from "@/lib/domain/requests";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { changeRequest, dueForKyc, type StoredRequest, WATCHED_STATES } from "./store";

/** @returns null when the service cannot be asked, as when no session of the wallet has tokens any more */
export type AskKyc = (address: string) => Promise<KycNow | null>;

const EVERY_MS = 3_600_000;
const STALE_MS = 24 * EVERY_MS;
const BATCH = 50;

/**
 * Looks at the identity of whoever was approved or may be, each once an hour: one that is good no more raises an alert
 * with the request, and only one that is completed again ends it.
 * @returns how many were looked at
 */
export async function watchKyc(ask: AskKyc): Promise<number> {
  const due = await dueForKyc(new Date(now().getTime() - EVERY_MS), BATCH);
  for (const request of due) {
    // Whoever cannot be asked about is due again in an hour, and keeps nobody else from their turn.
    await changeRequest(request.id, WATCHED_STATES, { kycAskedAt: now() });
    await lookAtKyc(request, ask);
  }
  return due.length;
}

/** Asks about one person this moment and writes down what was said. @returns what speaks against them now */
export async function lookAtKyc(request: StoredRequest, ask: AskKyc): Promise<KycAlertKind | null> {
  const said = await ask(request.address).catch((error: unknown) => {
    log.warn("requests.kyc-not-asked", { request: request.id, reason: reasonOf(error) });
    return null;
  });
  const alert = alertOf(request, said);
  await note(request, alert, said);
  return alert;
}

/** Nobody has answered for an identity on which the issuer relies, or is about to. */
export const isKycStale = (request: StoredRequest): boolean =>
  WATCHED_STATES.some((state) => state === request.state) &&
  request.kycAnswer !== "removed" &&
  now().getTime() - kycCheckedAt(request).getTime() > STALE_MS;

/** When the service last said how things stand, the answer for the request itself included. */
export const kycCheckedAt = (request: StoredRequest): Date => request.kycCheckedAt ?? request.createdAt;

function alertOf({ kyc, kycAlert }: StoredRequest, said: KycNow | null): KycAlertKind | null {
  if (said?.isRevoked) return "revoked";
  if (said?.isExpired) return "expired";
  // Whatever the alert was raised for, an identity that is merely gone does not answer it.
  if (said) return said.isCompleted ? null : (kycAlert ?? "missing");
  // What is stored tells of the end of validity, and nothing of a withdrawal or a renewal.
  const isPast = kyc.validUntil !== null && kyc.validUntil.getTime() <= now().getTime();
  return kycAlert ?? (isPast ? "expired" : null);
}

async function note(request: StoredRequest, alert: KycAlertKind | null, said: KycNow | null): Promise<void> {
  const isNews = alert !== request.kycAlert;
  if (!said && !isNews) return;
  await changeRequest(request.id, WATCHED_STATES, {
    ...(said ? { kycCheckedAt: now() } : {}),
    // An identity that is gone says nothing of the document that the issuer relied on.
    ...(said?.validUntil || said?.isCompleted ? { kycValidUntil: said.validUntil } : {}),
    // What a person decided about the last alert says nothing about this one.
    ...(isNews ? { kycAlert: alert, kycAlertAt: alert === null ? null : now(), kycAnswer: null } : {}),
  });
  if (isNews) log.info("requests.kyc-alert", { request: request.id, alert });
}
