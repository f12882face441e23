import type { Actor } from "@/lib/domain/actor";
import type { AuditOutcome } from "@/lib/domain/audit";
import { AppError, type ErrorCode } from "@/lib/errors";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { currentRequestId } from "@/server/platform/request-context";
import { writeAudit } from "./store";

export interface AuditedAction {
  /** noun.verb in the past tense, e.g. `assignment.created` */
  action: string;
  assetUuid?: string;
  /** Ids and amounts only. */
  detail?: Record<string, unknown>;
}

/**
 * Runs a change and leaves one audit entry, whatever its end: `refused` when it certainly did not happen,
 * `unknown` when nobody can tell.
 * @param made what only the result says: the uuid of an asset that was issued, the detail with an operation's id
 */
export async function audited<T>(
  actor: Actor,
  entry: AuditedAction,
  work: () => Promise<T>,
  made?: (result: T) => Pick<AuditedAction, "assetUuid" | "detail">,
): Promise<T> {
  try {
    const result = await work();
    await writeAudit(actor, { requestId: currentRequestId(), ...entry, ...made?.(result), outcome: "ok" });
    return result;
  } catch (error) {
    const detail = { ...entry.detail, reason: error instanceof AppError ? error.code : "INTERNAL" };
    await writeAudit(actor, {
      requestId: currentRequestId(),
      ...entry,
      detail,
      outcome: outcomeOf(error),
    }).catch((failure: unknown) =>
      log.error("audit.not-written", {
        action: entry.action,
        reason: reasonOf(failure),
      }),
    );
    throw error;
  }
}

const OUTCOME: Partial<Record<ErrorCode, AuditOutcome>> = { UNAVAILABLE: "unknown", INTERNAL: "unknown" };
const outcomeOf = (error: unknown): AuditOutcome =>
  error instanceof AppError ? (OUTCOME[error.code] ?? "refused") : "unknown";
