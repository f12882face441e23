import type { JobDecision, UserJobState } from "@/lib/domain/user-jobs";
import { AppError } from "@/lib/errors";
import { userJobsText } from "@/lib/messages/user-jobs";
import { ringBell } from "@/server/db/bell";
import { now } from "@/server/platform/clock";
import { moveJob, reopenJob } from "./job-store";

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
  const at = now();
  const moved =
    decision === "retry"
      ? await reopenJob(jobId, at)
      : await moveJob(jobId, FROM[decision], {
          state: TO[decision],
          nextRunAt: decision === "pause" ? null : at,
          ...(decision === "apply" ? { startedAt: at } : {}),
          problem: null,
        });
  if (!moved) throw new AppError("CONFLICT", userJobsText.notNow);
  await ringBell();
}
