import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { MatrixView } from "@/lib/domain/category-matrix";
import { AppError } from "@/lib/errors";
import { userJobsText } from "@/lib/messages/user-jobs";
import { once } from "@/server/audit/intents";
import { authorize } from "@/server/auth/authorize";
import { usersPage } from "@/server/mirror/users";
import { categoryChoices } from "./categories";
import { planMemberships, type UserMemberships } from "./category-impact";
import { startMemberships } from "./user-bulk";

/** A page of users with what they are members of, and every category. From the desk's copies. */
export async function readMatrix(actor: Actor, query: ListQuery): Promise<MatrixView> {
  await authorize(actor, "user:read");
  const [page, categories] = await Promise.all([usersPage(actor, query), categoryChoices(actor)]);
  const rows = page.rows.map(({ id, name, categories: memberOf }) => ({ id, name, categories: memberOf }));
  return { page: { ...page, rows } satisfies ListPage<MatrixView["page"]["rows"][number]>, categories };
}

interface ApprovedChanges {
  intentId: string;
  changes: UserMemberships[];
  /** How many memberships the review said would change. */
  changing: number;
}

/**
 * Begins the changes that the review showed, as one bulk change that the worker carries out user by user.
 * @throws AppError CONFLICT when another number would change by now, REJECTED when none would
 */
export async function applyMatrix(actor: Actor, input: ApprovedChanges): Promise<{ jobId: string }> {
  await authorize(actor, "category:write");
  const { intentId, ...content } = input;
  return once(
    { id: intentId, workspaceId: actor.workspaceId, action: "category.matrix", input: content },
    async () => {
      const planned = await planMemberships(actor, input.changes);
      const all = planned.flatMap(({ memberships }) => memberships);
      if (all.length !== input.changing) throw new AppError("CONFLICT", userJobsText.bulk.changed);
      return startMemberships(actor, {
        about: {
          categoryId: onlyOne(all.map(({ categoryId }) => categoryId)),
          isMember: onlyOne(all.map(({ isMember }) => isMember)),
        },
        changes: planned.map(({ user, memberships }) => ({
          userId: user.id,
          name: user.name,
          memberships,
        })),
      });
    },
  );
}

/** What all of them are; null when they differ. */
const onlyOne = <T>(values: readonly T[]): T | null =>
  new Set(values).size === 1 ? (values[0] ?? null) : null;
