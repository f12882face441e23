import { randomUUID } from "node:crypto";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { Actor } from "@/lib/domain/actor";
import { isChanging, type MembershipImpact, membershipImpact } from "@/lib/domain/membership-impact";
import { AppError } from "@/lib/errors";
import { userJobsText } from "@/lib/messages/user-jobs";
import { audited } from "@/server/audit/audited";
import { once } from "@/server/audit/intents";
import { authorize } from "@/server/auth/authorize";
import { usersById, usersPage } from "@/server/mirror/users";
import { currentRequestId } from "@/server/platform/request-context";
import { insertJob, type NewRow } from "@/server/register/job-store";
import { allAssets } from "./assets";
import { allCategories } from "./categories";

/** Users by their numbers, or all that a list's search and filters match. */
export interface UserSelection {
  ids?: number[] | undefined;
  query?: { q?: string | undefined; filters: Record<string, string> } | undefined;
}

export interface BulkChange extends UserSelection {
  categoryId: number;
  isMember: boolean;
}

const PORTION = 2_000;

async function chosenUsers(actor: Actor, { ids, query }: UserSelection): Promise<RegisteredUser[]> {
  if (ids) return [...(await usersById(actor, ids)).values()];
  // Nothing chosen must never mean everybody.
  if (!query) throw new AppError("INVALID_INPUT", userJobsText.bulk.nobody);
  const found: RegisteredUser[] = [];
  let cursor: string | undefined;
  do {
    const page = await usersPage(actor, {
      filters: query.filters,
      ...(query.q ? { q: query.q } : {}),
      ...(cursor ? { cursor } : {}),
      sort: "id",
      limit: PORTION,
    });
    found.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/**
 * Whom a change of many memberships concerns; nothing is changed. Users come from the desk's own copy.
 * AMP: GET /categories, and the assets
 */
export async function previewBulk(actor: Actor, change: BulkChange): Promise<MembershipImpact> {
  await authorize(actor, "category:write");
  return (await planBulk(actor, change)).impact;
}

async function planBulk(actor: Actor, { categoryId, isMember, ...selection }: BulkChange) {
  const [users, categories, assets] = await Promise.all([
    chosenUsers(actor, selection),
    allCategories(actor),
    allAssets(actor),
  ]);
  const category = categories.find(({ id }) => id === categoryId);
  if (!category) throw new AppError("INVALID_INPUT", userJobsText.bulk.chooseFirst);
  const { id, name } = category;
  const impact = membershipImpact({ users, category: { id, name }, isMember, assets });
  return { impact, changing: users.filter((user) => isChanging(user, categoryId, isMember)) };
}

interface ApprovedBulk extends BulkChange {
  intentId: string;
  /** How many the preview said would change. */
  changing: number;
}

/**
 * Begins the change that the preview showed; the worker carries it out, user by user.
 * @throws AppError CONFLICT when another number of users would change by now, REJECTED when nobody would
 */
export async function startBulk(actor: Actor, input: ApprovedBulk): Promise<{ jobId: string }> {
  await authorize(actor, "category:write");
  const { intentId, ...content } = input;
  return once(
    { id: intentId, workspaceId: actor.workspaceId, action: "user.bulk", input: content },
    async () => {
      const { changing } = await planBulk(actor, input);
      if (changing.length !== input.changing) throw new AppError("CONFLICT", userJobsText.bulk.changed);
      const { categoryId, isMember } = input;
      return startMemberships(actor, {
        about: { categoryId, isMember },
        changes: changing.map(({ id, name }) => ({
          userId: id,
          name,
          memberships: [{ categoryId, isMember }],
        })),
      });
    },
  );
}

export interface MembershipChange {
  userId: number;
  name: string;
  memberships: { categoryId: number; isMember: boolean }[];
}

/**
 * Begins a change of memberships of whatever users and categories, one row per user.
 * @param about the one category that all rows are about, for the title; nulls when there are several
 * @throws AppError REJECTED when there is nothing to change
 */
export async function startMemberships(
  actor: Actor,
  input: { about: { categoryId: number | null; isMember: boolean | null }; changes: MembershipChange[] },
): Promise<{ jobId: string }> {
  await authorize(actor, "category:write");
  const { about, changes } = input;
  if (changes.length === 0) throw new AppError("REJECTED", userJobsText.bulk.none);
  const rows = changes.map(
    ({ userId, name, memberships }, place): NewRow => ({
      number: place + 1,
      name,
      userId,
      state: "queued",
      problem: null,
      steps: memberships.map(({ categoryId, isMember }) => ({
        kind: isMember ? "join" : "leave",
        categoryId,
      })),
    }),
  );
  const jobId = randomUUID();
  const detail = {
    job: jobId,
    count: rows.length,
    ...(about.categoryId ? { category: about.categoryId } : {}),
  };
  await audited(actor, { action: "user.job-apply", detail }, () =>
    insertJob(
      {
        id: jobId,
        workspaceId: actor.workspaceId,
        state: "running",
        about: { kind: "categories", ...about },
        requestedBy: actor.personName,
        requestId: currentRequestId(),
      },
      rows,
    ),
  );
  return { jobId };
}
