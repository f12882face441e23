import type { KycAlertKind } from "@/lib/domain/requests";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { changeRequest, dueForKyc, type StoredRequest, WATCHED_STATES } from "./store";

/** What the identity service says of a wallet now. */
export interface KycNow {
  isRevoked: boolean;
  isExpired: boolean;
  /** Of the document that was accepted last. */
  validUntil: Date | null;
}

/** @returns null when the service cannot be asked, as when no session of the wallet has tokens any more */
export type AskKyc = (address: string) => Promise<KycNow | null>;

const EVERY_MS = 3_600_000;
const BATCH = 50;

/**
 * Looks at the identity of whoever was approved or may be, each once an hour: a document whose validity has passed, or an identity
 * that the service took back, raises an alert with the request; one that is good again ends it.
 * @returns how many were looked at
 */
export async function watchKyc(ask: AskKyc): Promise<number> {
  const due = await dueForKyc(new Date(now().getTime() - EVERY_MS), BATCH);
  for (const request of due) {
    const said = await ask(request.address).catch((error: unknown) => {
      log.warn("requests.kyc-not-asked", { request: request.id, reason: reasonOf(error) });
      return null;
    });
    await note(request, alertOf(request, said), said);
  }
  return due.length;
}

function alertOf({ kyc, kycAlert }: StoredRequest, said: KycNow | null): KycAlertKind | null {
  if (said?.isRevoked) return "revoked";
  if (said) return said.isExpired ? "expired" : null;
  // What is stored tells of the end of validity, and nothing of a withdrawal or a renewal.
  const isPast = kyc.validUntil !== null && kyc.validUntil.getTime() <= now().getTime();
  return kycAlert ?? (isPast ? "expired" : null);
}

async function note(request: StoredRequest, alert: KycAlertKind | null, said: KycNow | null): Promise<void> {
  const isNews = alert !== request.kycAlert;
  await changeRequest(request.id, WATCHED_STATES, {
    kycCheckedAt: now(),
    ...(said ? { kycValidUntil: said.validUntil } : {}),
    // What a person decided about the last alert says nothing about this one.
    ...(isNews ? { kycAlert: alert, kycAlertAt: alert === null ? null : now(), kycAnswer: null } : {}),
  });
  if (isNews) log.info("requests.kyc-alert", { request: request.id, alert });
}
