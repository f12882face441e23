import type { Actor } from "@/lib/domain/actor";
import {
  impactOnNew,
  type Membership,
  type MembershipsImpact,
  togetherWith,
} from "@/lib/domain/membership-impact";
import { inverseSteps, type UserStep } from "@/lib/domain/user-jobs";
import { usersById } from "@/server/mirror/users";
import { everyRow, rowPortions } from "@/server/register/row-store";
import { allAssets } from "./assets";
import { readMembershipsImpact, type UserMemberships } from "./category-impact";
import { ownJob, toUserRow } from "./user-jobs";

/**
 * Whom it concerns when an import is applied, by the rows that its report lets through; nothing is changed. Who is only
 * made by it can hold nothing and wait for nothing. AMP: as for a change of memberships
 * @throws AppError NOT_FOUND
 */
export async function readApplyImpact(actor: Actor, jobId: string): Promise<MembershipsImpact> {
  const job = await ownJob(actor, jobId);
  const stepsOf = new Map<number, UserStep[]>();
  const made: { name: string; memberships: Membership[] }[] = [];
  for await (const rows of rowPortions(job.id, ["queued"]))
    for (const row of rows.map(toUserRow)) {
      const { userId, name, steps } = row;
      const memberships = membershipsOf(steps, []);
      if (userId !== null) stepsOf.set(userId, steps);
      else if (memberships.length > 0) made.push({ name, memberships });
    }
  const [known, assets] = await Promise.all([impactOf(actor, stepsOf), allAssets(actor)]);
  return togetherWith(impactOnNew(made, assets), known);
}

/**
 * Whom it concerns when a bulk change is taken back; nothing is changed. Users come from the desk's own copy.
 * AMP: as for a change of memberships
 * @throws AppError NOT_FOUND
 */
export async function readUndoImpact(actor: Actor, jobId: string): Promise<MembershipsImpact> {
  const job = await ownJob(actor, jobId);
  const stepsOf = new Map<number, UserStep[]>();
  for await (const row of everyRow(job.id)) {
    if (row.userId === null) continue;
    const steps = inverseSteps(toUserRow(row), "archive");
    if (steps.length > 0) stepsOf.set(row.userId, [...(stepsOf.get(row.userId) ?? []), ...steps]);
  }
  return impactOf(actor, stepsOf);
}

async function impactOf(
  actor: Actor,
  stepsOf: ReadonlyMap<number, readonly UserStep[]>,
): Promise<MembershipsImpact> {
  // Who keeps their other categories need not be looked up.
  const leaving = [...stepsOf].flatMap(([userId, steps]) => (steps.some(leavesAll) ? [userId] : []));
  const users = await usersById(actor, leaving);
  const changes = [...stepsOf].flatMap(([userId, steps]): UserMemberships[] => {
    const memberships = membershipsOf(steps, users.get(userId)?.categories ?? []);
    return memberships.length > 0 ? [{ userId, memberships }] : [];
  });
  return readMembershipsImpact(actor, changes);
}

/** Deleted or archived is the same to every asset. */
const leavesAll = ({ kind }: UserStep): boolean => kind === "archive" || kind === "delete";

/** The last word of the steps on each category. Who is archived leaves all that they are in. */
function membershipsOf(steps: readonly UserStep[], categories: readonly number[]): Membership[] {
  const wanted = new Map<number, boolean>();
  for (const step of steps) {
    if (step.kind === "join" || step.kind === "leave") wanted.set(step.categoryId, step.kind === "join");
    if (leavesAll(step)) for (const id of categories) wanted.set(id, false);
  }
  return [...wanted].map(([categoryId, isMember]) => ({ categoryId, isMember }));
}
