import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { type MatrixView, type QueuedGroup, queuedChanges } from "@/lib/domain/category-matrix";
import { authorize } from "@/server/auth/authorize";
import { usersPage } from "@/server/mirror/users";
import { categoryChoices } from "./categories";
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
  groups: QueuedGroup[];
  /** How many memberships the review said would change. */
  changing: number;
}

/** Begins the changes that the review showed. @throws AppError as `startMemberships` does */
export const applyMatrix = (actor: Actor, input: ApprovedChanges): Promise<{ jobId: string }> =>
  startMemberships(actor, "category.matrix", input, async () => queuedChanges(input.groups));
