import { isAssignmentStep, type JobStep } from "@/lib/domain/assignment-jobs";
import type { UserStep } from "@/lib/domain/user-jobs";
import { type AuditLine, writeAudit } from "@/server/audit/store";
import { transaction } from "@/server/db/client";
import type { StoredJob } from "./job-store";
import { type RowChange, type StoredRow, writeRow } from "./row-store";

/** A step of a job is told of as the same change of one user alone. */
const ACTIONS: Record<UserStep["kind"], string> = {
  create: "user.added",
  rename: "user.renamed",
  "add-gaid": "user.gaid-added",
  join: "category.user-added",
  leave: "category.user-removed",
  archive: "user.archived",
  delete: "user.deleted",
};

interface Told<Step extends JobStep = JobStep> {
  job: StoredJob;
  step: Step;
  userId: number | null;
  outcome: AuditLine["outcome"];
  /** Why it did not go well, as a code. */
  reason?: string;
  /** Categories that an archived user left. */
  left?: number[] | undefined;
}

/**
 * Writes down how a step ended; the audit log says so, or neither is stored. Steps of assignments leave their entry
 * where they are asked for.
 */
export async function writeTold(row: StoredRow, change: RowChange, told: Told): Promise<void> {
  const { job, step } = told;
  if (isAssignmentStep(step)) return writeRow(row, change);
  await transaction(async (tx) => {
    await writeRow(row, change, tx);
    await writeAudit(
      { workspaceId: job.workspaceId, personName: job.requestedBy },
      lineOf({ ...told, step }),
      tx,
    );
  });
}

function lineOf({ job, step, outcome, userId, reason, left }: Told<UserStep>): AuditLine {
  const user = userId === null ? {} : { user: userId };
  const why = reason === undefined ? {} : { reason };
  return {
    requestId: job.requestId,
    action: ACTIONS[step.kind],
    outcome,
    detail: { ...user, ...aboutOf(step, left), job: job.id, ...why },
  };
}

function aboutOf(step: UserStep, left: number[] | undefined): Record<string, unknown> {
  switch (step.kind) {
    case "create":
      return { hasGaid: step.gaid !== null, isCompany: step.isCompany };
    case "add-gaid":
      return { gaid: step.gaid };
    case "join":
    case "leave":
      return { category: step.categoryId };
    case "archive":
      return left ? { categories: left } : {};
    default:
      return {};
  }
}
