import type { AssignmentJobAbout } from "@/lib/domain/assignment-jobs";
import type { JobDecision, UserJobState } from "@/lib/domain/user-jobs";
import { AppError } from "@/lib/errors";
import { assignmentSelectionText } from "@/lib/messages/assignment-selection";
import { userJobsText } from "@/lib/messages/user-jobs";
import { ringBell } from "@/server/db/bell";
import { type Db, transaction } from "@/server/db/client";
import { now } from "@/server/platform/clock";
import { isChangedElsewhere } from "./asset-jobs-store";
import { moveJob, reopenJob, type StoredJob } from "./job-store";

type Move = Exclude<JobDecision, "retry">;

const FROM: Record<Move, readonly UserJobState[]> = {
  apply: ["ready"],
  pause: ["running"],
  continue: ["paused"],
  cancel: ["checking", "ready", "running", "paused"],
};

const TO: Record<Move, UserJobState> = {
  apply: "running",
  pause: "paused",
  continue: "running",
  cancel: "cancelling",
};

/**
 * Stores what a person decides about a job; the worker does what follows from it. Rows that failed or are not known are
 * tried again (`retry`) once the job is over.
 * @throws AppError CONFLICT in a state that does not allow it
 */
export async function decideJob(jobId: string, decision: JobDecision): Promise<void> {
  const moved = decision === "retry" ? await reopenJob(jobId, now()) : await move(jobId, decision);
  await settled(moved);
}

/**
 * The same for a change of an asset's assignments: it goes on only while no other account carries one out.
 * @throws AppError CONFLICT
 */
export async function decideAssetJob(
  job: StoredJob<AssignmentJobAbout>,
  decision: JobDecision,
): Promise<void> {
  if (decision !== "continue") return decideJob(job.id, decision);
  await transaction(async (tx) => {
    if (await isChangedElsewhere(tx, job.workspaceId, job.about.assetUuid))
      throw new AppError("CONFLICT", assignmentSelectionText.oneElsewhere);
    await settled(await move(job.id, decision, tx), tx);
  });
}

function move(jobId: string, decision: Move, tx?: Db) {
  const at = now();
  const change = {
    state: TO[decision],
    nextRunAt: decision === "pause" ? null : at,
    ...(decision === "apply" ? { startedAt: at } : {}),
    problem: null,
  };
  return moveJob(jobId, FROM[decision], change, tx);
}

async function settled(moved: unknown, tx?: Db): Promise<void> {
  if (!moved) throw new AppError("CONFLICT", userJobsText.notNow);
  await ringBell(tx);
}
