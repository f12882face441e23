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
  const changes: UserMemberships[] = [];
  const made: { name: string; memberships: Membership[] }[] = [];
  for await (const rows of rowPortions(job.id, ["queued"]))
    for (const row of rows.map(toUserRow)) {
      const { userId, name, steps } = row;
      const memberships = membershipsOf(steps, []);
      if (memberships.length === 0) continue;
      if (userId === null) made.push({ name, memberships });
      else changes.push({ userId, memberships });
    }
  const [known, assets] = await Promise.all([readMembershipsImpact(actor, changes), allAssets(actor)]);
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
    // Deleted or archived is the same to every asset.
    const steps = inverseSteps(toUserRow(row), "archive");
    if (steps.length > 0) stepsOf.set(row.userId, [...(stepsOf.get(row.userId) ?? []), ...steps]);
  }
  const users = await usersById(actor, stepsOf.keys());
  const changes = [...stepsOf].map(([userId, steps]) => ({
    userId,
    memberships: membershipsOf(steps, users.get(userId)?.categories ?? []),
  }));
  return readMembershipsImpact(actor, changes);
}

/** The last word of the steps on each category. Who is archived leaves all that they are in. */
function membershipsOf(steps: readonly UserStep[], categories: readonly number[]): Membership[] {
  const wanted = new Map<number, boolean>();
  for (const step of steps) {
    if (step.kind === "join" || step.kind === "leave") wanted.set(step.categoryId, step.kind === "join");
    if (step.kind === "archive") for (const id of categories) wanted.set(id, false);
  }
  return [...wanted].map(([categoryId, isMember]) => ({ categoryId, isMember }));
}
