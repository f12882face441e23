import type { Actor } from "@/lib/domain/actor";
import { nextOf } from "@/lib/domain/assignment-batch";
import { AppError, type ErrorCode } from "@/lib/errors";
import { userJobsText } from "@/lib/messages/user-jobs";
import { carryOn } from "@/server/assigning/carry";
import { type DueBatch, dueBatches, restBatch } from "@/server/assigning/due-batches-store";
import { findBatch } from "@/server/assigning/store";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { assignmentsChanged } from "@/server/mirror/assignments";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { withRequestId } from "@/server/platform/request-context";
import { actorOf } from "./job-actor";

/** Until an answer that did not come, or AMP, is looked for again. */
const LOOK_AGAIN_MS = 3_000;
const AT_ONCE = 20;
/** A round ends after it, so that every batch gets on and a worker stops soon. */
const ROUND_MS = 3_000;
/** What trying again does not change: a person has to go on. */
const FOR_PERSONS: readonly ErrorCode[] = ["FORBIDDEN", "NOT_FOUND", "UNAUTHENTICATED"];

/** Carries on batches of assignments that were approved, a few seconds of each. @returns how many were tried */
export async function runDueBatches(): Promise<number> {
  const due = await dueBatches(AT_ONCE);
  for (const batch of due) {
    try {
      // AMP's calls are found beside the entry of whoever approved it.
      await withRequestId(batch.requestId ?? batch.id, () => advance(batch));
    } catch (error) {
      log.error("batches.failed", { batch: batch.id, reason: reasonOf(error) });
    }
  }
  return due.length;
}

async function advance({ id, workspaceId, assetUuid, personName }: DueBatch): Promise<void> {
  const until = Date.now() + ROUND_MS;
  try {
    for (let isDue = true; isDue && Date.now() < until; ) {
      const actor = await actorOf(workspaceId, personName);
      await authorize(actor, "assignment:create", assetUuid);
      isDue = (await carryPart(actor, assetUuid, id)).isDue;
    }
  } catch (error) {
    const isKnown = error instanceof AppError;
    log.warn("batches.waits", {
      batch: id,
      code: isKnown ? error.code : "INTERNAL",
      reason: reasonOf(error),
    });
    const isForPerson = isKnown && FOR_PERSONS.includes(error.code);
    await restBatch(id, {
      nextRunAt: isForPerson ? null : later(),
      problem: isForPerson ? error.message : userJobsText.ampAway,
    });
  }
}

/**
 * Carries a batch on by one part, and stores when the next one is due. AMP: see `server/assigning/carry.ts`.
 * @returns whether nobody else does at this moment, and whether the next part is due at once
 */
export async function carryPart(
  actor: Actor,
  assetUuid: string,
  batchId: string,
): Promise<{ isAlone: boolean; isDue: boolean }> {
  const amp = await ampAs(actor);
  const isAlone = await carryOn(actor, amp, assetUuid, batchId).finally(() =>
    assignmentsChanged(actor, assetUuid),
  );
  const batch = isAlone ? await findBatch(actor.workspaceId, assetUuid, batchId) : undefined;
  if (!batch) return { isAlone, isDue: false };
  const next = nextOf(batch.rows);
  const nextRunAt = next && (next === "now" ? now() : later());
  const isOn = await restBatch(batchId, { nextRunAt, problem: null });
  return { isAlone, isDue: isOn && next === "now" };
}

const later = () => new Date(now().getTime() + LOOK_AGAIN_MS);
