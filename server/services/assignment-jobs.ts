import { randomUUID } from "node:crypto";
import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import {
  type AssignmentRow,
  fitsChange,
  type MassChange,
  type SelectionChange,
} from "@/lib/domain/assignment";
import {
  type AssignmentJob,
  type AssignmentJobAbout,
  type AssignmentJobDecision,
  type AssignmentJobRow,
  type AssignmentJobView,
  isAssignmentStep,
} from "@/lib/domain/assignment-jobs";
import { noCounts } from "@/lib/domain/user-jobs";
import { AppError } from "@/lib/errors";
import { assignmentSelectionText as text } from "@/lib/messages/assignment-selection";
import { isUuid } from "@/lib/uuid";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { authorize, requireOwnRecords } from "@/server/auth/authorize";
import { assignmentRows, assignmentsChanged } from "@/server/mirror/assignments";
import { currentRequestId } from "@/server/platform/request-context";
import { decideAssetJob } from "@/server/register/decide";
import {
  countsOf,
  findJob,
  insertJob,
  isOfAssignments,
  type NewRow,
  openOfAsset,
  type StoredJob,
} from "@/server/register/job-store";
import type { StoredRow } from "@/server/register/row-store";
import { getAsset, requireUuid } from "./assets";
import { digestOf, type Matching, matchingAssignments, sumOf } from "./assignments-matching";
import { pageOfRows } from "./job-rows";

/** Those that were chosen one by one; or all that match, with the digest of what was counted. */
type Meant =
  | { change: SelectionChange; ids: number[] }
  | { change: MassChange; query: Matching; digest: string };

interface Approved {
  intentId: string;
  assetUuid: string;
  meant: Meant;
}

const ACTIONS: Record<SelectionChange, string> = {
  lock: "assignment.job-lock",
  unlock: "assignment.job-unlock",
  delete: "assignment.job-delete",
};

/**
 * Begins the change of many assignments as it was counted; the worker carries it out.
 * @throws AppError CONFLICT when others match by now or one has nothing to change any more, or while another such change
 * of the asset is not over
 */
export async function startAssignmentJob(actor: Actor, input: Approved): Promise<{ jobId: string }> {
  const { intentId, ...content } = input;
  const { assetUuid, meant } = content;
  await authorize(actor, "assignment:write", assetUuid);
  const intent = { id: intentId, workspaceId: actor.workspaceId, action: "assignment.job", input: content };
  return once(intent, async () => {
    const rows = await rowsMeant(actor, assetUuid, meant);
    const jobId = randomUUID();
    const detail = { job: jobId, count: rows.length, amountSats: sumOf(rows) };
    const action = ACTIONS[meant.change];
    await audited(actor, { action, assetUuid, detail }, () => beginJob(actor, jobId, { ...content, rows }));
    return { jobId };
  });
}

/** What is carried out is what was confirmed: whatever differs by now is looked at again first. */
async function rowsMeant(actor: Actor, assetUuid: string, meant: Meant): Promise<AssignmentRow[]> {
  await authorize(actor, "assignment:write", assetUuid);
  if ("ids" in meant) {
    requireUuid(assetUuid);
    const chosen = await assignmentRows(actor, assetUuid, meant.ids);
    if (chosen.length < meant.ids.length || !chosen.every((row) => fitsChange(row, meant.change)))
      throw new AppError("CONFLICT", text.chosenChanged);
    return chosen;
  }
  const rows = await matchingAssignments(actor, assetUuid, meant.query, meant.change);
  if (rows.length === 0) throw new AppError("CONFLICT", text.nothing);
  if (digestOf(rows) !== meant.digest) throw new AppError("CONFLICT", text.changed);
  return rows;
}

async function beginJob(
  actor: Actor,
  jobId: string,
  { assetUuid, meant, rows }: Pick<Approved, "assetUuid" | "meant"> & { rows: readonly AssignmentRow[] },
): Promise<void> {
  await authorize(actor, "assignment:write", assetUuid);
  const isNew = await insertJob(
    {
      id: jobId,
      workspaceId: actor.workspaceId,
      state: "running",
      about: { kind: "assignments", assetUuid, change: meant.change, areChosen: "ids" in meant },
      requestedBy: actor.personName,
      requestId: currentRequestId(),
    },
    rows.map((row, place) => toNewRow(row, place, meant.change)),
  );
  if (!isNew) throw await alreadyOne(actor, assetUuid);
}

async function alreadyOne({ workspaceId }: Actor, assetUuid: string): Promise<AppError> {
  const isOwn = (await openOfAsset(workspaceId, assetUuid)).length > 0;
  return new AppError("CONFLICT", isOwn ? text.alreadyOne : text.oneElsewhere);
}

const toNewRow = (
  { id, userName, registeredUser, amount }: AssignmentRow,
  place: number,
  kind: SelectionChange,
) =>
  ({
    number: place + 1,
    name: userName,
    userId: registeredUser,
    state: "queued",
    problem: null,
    steps: [{ kind, assignmentId: id, amountSats: amount }],
  }) satisfies NewRow;

/** One of them with a page of its rows; AMP is not asked. @throws AppError NOT_FOUND */
export async function readAssignmentJob(
  actor: Actor,
  assetUuid: string,
  jobId: string,
  query: ListQuery,
): Promise<AssignmentJobView> {
  await authorize(actor, "assignment:read", assetUuid);
  const job = await ownJob(actor, assetUuid, jobId);
  const [[counted], rows] = await Promise.all([withCounts([job]), pageOfRows(job.id, query, toRow)]);
  if (!counted) throw new Error("The counts of a change of many assignments are not there.");
  return { ...counted, rows };
}

export async function readAssignmentJobPage(
  actor: Actor,
  assetUuid: string,
  jobId: string,
  query: ListQuery,
) {
  const [asset, job] = await Promise.all([
    getAsset(actor, assetUuid),
    readAssignmentJob(actor, assetUuid, jobId, query),
  ]);
  return { asset, job };
}

/** The rows of one of them alone, in their order. @param query its filter `job` says of which */
export async function listAssignmentJobRows(
  actor: Actor,
  assetUuid: string,
  query: ListQuery,
): Promise<ListPage<AssignmentJobRow>> {
  await authorize(actor, "assignment:read", assetUuid);
  const job = await ownJob(actor, assetUuid, query.filters.job ?? "");
  return pageOfRows(job.id, query, toRow);
}

/** What was begun on this asset and is not over. */
export async function openAssignmentJobs(actor: Actor, assetUuid: string): Promise<AssignmentJob[]> {
  await authorize(actor, "assignment:read", assetUuid);
  return actor.preview ? [] : withCounts(await openOfAsset(actor.workspaceId, assetUuid));
}

async function withCounts(jobs: StoredJob<AssignmentJobAbout>[]): Promise<AssignmentJob[]> {
  const counts = await countsOf(jobs.map(({ id }) => id));
  return jobs.map(({ workspaceId, undoOf, requestId, nextRunAt, ...job }) => ({
    ...job,
    counts: counts.get(job.id) ?? noCounts(),
  }));
}

function toRow({ number, name, userId, state, problem, steps }: StoredRow): AssignmentJobRow {
  const [step] = steps;
  if (!step || !isAssignmentStep(step)) throw new Error("A row of assignments has no assignment.");
  const { assignmentId, amountSats } = step;
  return { number, name, userId, state, problem, assignmentId, amountSats };
}

async function ownJob(
  actor: Actor,
  assetUuid: string,
  jobId: string,
): Promise<StoredJob<AssignmentJobAbout>> {
  requireUuid(assetUuid);
  requireOwnRecords(actor);
  const job = isUuid(jobId) ? await findJob(jobId) : null;
  if (job?.workspaceId !== actor.workspaceId || !isOfAssignments(job) || job.about.assetUuid !== assetUuid)
    throw new AppError("NOT_FOUND", text.job.gone);
  return job;
}

/**
 * Lets the worker wait, go on or end. What failed or is not known is tried again (`retry`) once the job is over.
 * @throws AppError CONFLICT in a state that does not allow it, for `retry` and `continue` also while another such change is
 * carried out
 */
export async function decideAssignmentJob(
  actor: Actor,
  { assetUuid, jobId, decision }: { assetUuid: string; jobId: string; decision: AssignmentJobDecision },
): Promise<void> {
  await authorize(actor, "assignment:write", assetUuid);
  const job = await ownJob(actor, assetUuid, jobId);
  const entry = { action: `assignment.job-${decision}`, assetUuid, detail: { job: job.id } };
  await audited(actor, entry, () => decideAssetJob(job, decision));
  if (decision === "pause") await assignmentsChanged(actor, assetUuid);
}
