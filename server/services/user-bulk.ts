import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import type { BulkImpact } from "@/lib/domain/membership-impact";
import { AppError } from "@/lib/errors";
import { userJobsText } from "@/lib/messages/user-jobs";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { authorize } from "@/server/auth/authorize";
import { matchingUserIds } from "@/server/mirror/users";
import { currentRequestId } from "@/server/platform/request-context";
import { insertJob, type NewRow } from "@/server/register/job-store";
import {
  type PlannedUser,
  planMemberships,
  readMembershipsImpact,
  type UserMemberships,
} from "./category-impact";
import { registerFilter } from "./user-filters";

/** Users by their numbers, or all that a list's search and filters match. */
export interface UserSelection {
  ids?: number[] | undefined;
  query?: { q?: string | undefined; filters: Record<string, string> } | undefined;
}

export interface BulkChange extends UserSelection {
  categoryId: number;
  isMember: boolean;
}

/** What is to be of each chosen user, in the order of their numbers. */
async function changesOf(
  actor: Actor,
  { ids, query, categoryId, isMember }: BulkChange,
): Promise<UserMemberships[]> {
  const chosen =
    ids ?? (query && (await matchingUserIds(actor, query, (await registerFilter(actor, query)).filter)));
  // Nothing chosen must never mean everybody.
  if (!chosen) throw new AppError("INVALID_INPUT", userJobsText.bulk.nobody);
  const memberships = [{ categoryId, isMember }];
  return [...new Set(chosen)].sort((a, b) => a - b).map((userId) => ({ userId, memberships }));
}

/**
 * Whom a change of many memberships concerns; nothing is changed. Users come from the desk's own copy.
 * AMP: the assets, and /assets/{a}/assignments of those whose circle changes
 */
export async function previewBulk(actor: Actor, change: BulkChange): Promise<BulkImpact> {
  await authorize(actor, "category:write");
  const changes = await changesOf(actor, change);
  return { ...(await readMembershipsImpact(actor, changes)), chosen: changes.length };
}

interface Approved {
  intentId: string;
  /** How many memberships the preview said would change. */
  changing: number;
}

/** Begins the change that the preview showed. @throws AppError as `startMemberships` does */
export const startBulk = (actor: Actor, input: BulkChange & Approved): Promise<{ jobId: string }> =>
  startMemberships(actor, "user.bulk", input, () => changesOf(actor, input));

/**
 * Begins the changes that a preview showed, as one bulk change that the worker carries out, one row per user.
 * @param action with the input, what the intent is known by
 * @throws AppError CONFLICT when another number of memberships would change by now
 */
export async function startMemberships(
  actor: Actor,
  action: string,
  { intentId, ...content }: Approved,
  changes: () => Promise<readonly UserMemberships[]>,
): Promise<{ jobId: string }> {
  await authorize(actor, "category:write");
  return once({ id: intentId, workspaceId: actor.workspaceId, action, input: content }, async () => {
    const planned = await planMemberships(actor, await changes());
    const all = planned.flatMap(({ memberships }) => memberships);
    if (all.length !== content.changing) throw new AppError("CONFLICT", userJobsText.bulk.changed);
    const jobId = randomUUID();
    const categoryId = onlyOne(all.map((one) => one.categoryId));
    const isMember = onlyOne(all.map((one) => one.isMember));
    const category = categoryId === null ? {} : { category: categoryId };
    const detail = { job: jobId, count: planned.length, ...category };
    await audited(actor, { action: "user.job-apply", detail }, () =>
      insertJob(
        {
          id: jobId,
          workspaceId: actor.workspaceId,
          state: "running",
          about: { kind: "categories", categoryId, isMember },
          requestedBy: actor.personName,
          requestId: currentRequestId(),
        },
        planned.map(toRow),
      ),
    );
    return { jobId };
  });
}

const toRow = ({ user, memberships }: PlannedUser, place: number): NewRow => ({
  number: place + 1,
  name: user.name,
  userId: user.id,
  state: "queued",
  problem: null,
  steps: memberships.map(({ categoryId, isMember }) => ({ kind: isMember ? "join" : "leave", categoryId })),
});

/** What all of them are; null when they differ. */
const onlyOne = <T>(values: readonly T[]): T | null =>
  new Set(values).size === 1 ? (values[0] ?? null) : null;
