import type { Actor } from "@/lib/domain/actor";
import { AppError, type ErrorCode } from "@/lib/errors";
import { assignmentBatchesText as text } from "@/lib/messages/assignment-batches";
import { userJobsText } from "@/lib/messages/user-jobs";
import { carryOn, type Part } from "@/server/assigning/carry";
import { type DueBatch, dueBatches, type Rest, restBatch } from "@/server/assigning/due-batches-store";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { assignmentsChanged } from "@/server/mirror/assignments";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { withRequestId } from "@/server/platform/request-context";
import { inStoredWords } from "@/server/platform/stored-words";
import { actorOf } from "./job-actor";
import { SHOW_MS } from "./show";

/** Until an answer that did not come, or AMP, is looked for again. */
const LOOK_AGAIN_MS = 3_000;
/** Until what failed for another reason is tried again. */
const TRY_AGAIN_MS = 60_000;
const AT_ONCE = 20;
/** A round ends after it, so that every batch gets on and a worker stops soon. */
const ROUND_MS = 3_000;
/** What trying again does not change: a person has to go on. */
const FOR_PERSONS: readonly ErrorCode[] = ["FORBIDDEN", "NOT_FOUND"];

/** Carries on batches of assignments that were approved, a few seconds of each. @returns how many were tried */
export async function runDueBatches(): Promise<number> {
  const due = await dueBatches(AT_ONCE);
  for (const batch of due) {
    try {
      // AMP's calls are found beside the entry of whoever approved it.
      await withRequestId(batch.requestId ?? batch.id, () => inStoredWords(() => advance(batch)));
    } catch (error) {
      log.error("batches.failed", { batch: batch.id, reason: reasonOf(error) });
    }
  }
  return due.length;
}

async function advance({ id, workspaceId, assetUuid, personName, dueAt }: DueBatch): Promise<void> {
  const until = Date.now() + ROUND_MS;
  let due = dueAt;
  try {
    while (due && Date.now() < until) {
      const actor = await actorOf(workspaceId, personName);
      await authorize(actor, "assignment:create", assetUuid);
      due = (await carryPart(actor, { assetUuid, batchId: id, dueAt: due })).dueAt;
    }
  } catch (error) {
    log.warn("batches.waits", {
      batch: id,
      code: error instanceof AppError ? error.code : "INTERNAL",
      reason: reasonOf(error),
    });
    await restBatch(id, due, restAfter(error));
    await showChanges({ workspaceId }, { assetUuid, batchId: id });
  }
}

/** Only AMP's absence is expected to end by itself soon; what else fails is tried again, less often. */
function restAfter(error: unknown): Rest {
  if (!(error instanceof AppError)) return { nextRunAt: inMs(TRY_AGAIN_MS), problem: text.ownError };
  if (error.code === "UNAUTHENTICATED") return { nextRunAt: null, problem: text.signedOut };
  if (FOR_PERSONS.includes(error.code)) return { nextRunAt: null, problem: error.message };
  if (error.code === "UNAVAILABLE") return { nextRunAt: inMs(LOOK_AGAIN_MS), problem: userJobsText.ampAway };
  return { nextRunAt: inMs(TRY_AGAIN_MS), problem: error.message };
}

/**
 * Carries a batch on by one part, and stores when the next one is due. AMP: see `server/assigning/carry.ts`.
 * @returns whether nobody else does at this moment, and since when the next part is due; null for later or never
 */
export async function carryPart(actor: Actor, part: Part): Promise<{ isAlone: boolean; dueAt: Date | null }> {
  const amp = await ampAs(actor);
  const noteChange = () => {
    if (!unshown.has(part.batchId)) unshown.set(part.batchId, now().getTime());
  };
  let isToBeShown = true;
  try {
    const { isAlone, carried } = await inStoredWords(() => carryOn(actor, amp, { ...part, noteChange }));
    isToBeShown = isAlone;
    if (!carried) return { isAlone, dueAt: null };
    const { dueAt, next } = carried;
    if (next === null) noteChange(); // its last part may have been another process's, which died
    const nextRunAt = next && (next === "now" ? now() : inMs(LOOK_AGAIN_MS));
    const isOn = await restBatch(part.batchId, dueAt, { nextRunAt, problem: null });
    const goesOn = isOn && next === "now";
    isToBeShown = !goesOn || isLongUnshown(part.batchId);
    return { isAlone, dueAt: goesOn ? nextRunAt : null };
  } finally {
    if (isToBeShown) await showChanges(actor, part);
  }
}

/** Since when a batch's changes are on no list yet, by its id; of the parts that this process carried. */
const unshown = new Map<string, number>();

const isLongUnshown = (batchId: string): boolean =>
  now().getTime() - (unshown.get(batchId) ?? Number.POSITIVE_INFINITY) >= SHOW_MS;

async function showChanges(actor: Pick<Actor, "workspaceId">, { assetUuid, batchId }: Part): Promise<void> {
  // Forgotten first: what another part changes meanwhile is noted anew.
  if (unshown.delete(batchId)) await assignmentsChanged(actor, assetUuid);
}

const inMs = (ms: number) => new Date(now().getTime() + ms);
