import type { ListPage } from "@/lib/contracts/list";
import type { CategoryName } from "./eligibility";
import type { Membership } from "./membership-impact";

/** A registered user as a row of the matrix. */
export interface MatrixRow {
  id: number;
  name: string;
  /** Ids of the categories the user is in. */
  categories: number[];
}

export interface MatrixView {
  page: ListPage<MatrixRow>;
  /** All of them, by name. */
  categories: CategoryName[];
}

/** What one review takes at most. */
export const MOST_MATRIX_CHANGES = 100_000;
/** Joining a category and leaving it are two. */
export const MOST_MATRIX_GROUPS = 10_000;
/** Categories side by side: with fifty users no more cells than a browser moves through at once. */
export const COLUMNS_SHOWN = 16;

/** Those with the text in their name. */
export function searchCategories(categories: readonly CategoryName[], text = ""): CategoryName[] {
  const needle = text.trim().toLowerCase();
  return categories.filter(({ name }) => name.toLowerCase().includes(needle));
}

/** Changes waiting for their review: by user and category, each the opposite of what is so. */
export type Queue = ReadonlyMap<number, QueuedUser>;
export interface QueuedUser {
  name: string;
  memberships: ReadonlyMap<number, boolean>;
}

/** Turns one cell over; turned twice it is as it was, and nothing waits any more. */
export function toggled(queue: Queue, row: MatrixRow, categoryId: number): Queue {
  const memberships = new Map(queue.get(row.id)?.memberships);
  if (!memberships.delete(categoryId)) memberships.set(categoryId, !row.categories.includes(categoryId));
  const next = new Map(queue);
  if (memberships.size === 0) next.delete(row.id);
  else next.set(row.id, { name: row.name, memberships });
  return next;
}

/** As it can be written down, and read again. */
export const listedQueue = (queue: Queue) =>
  [...queue].map(([userId, { name, memberships }]) => ({ userId, name, memberships: [...memberships] }));
export const queueOf = (listed: ReturnType<typeof listedQueue>): Queue =>
  new Map(
    listed.map(({ userId, name, memberships }) => [userId, { name, memberships: new Map(memberships) }]),
  );

export const countQueued = (queue: Queue): number =>
  [...queue.values()].reduce((sum, { memberships }) => sum + memberships.size, 0);

/** Users who join a category together, or leave it: a fraction of the length of the same user by user. */
export interface QueuedGroup extends Membership {
  userIds: number[];
}

/** As the server takes them. */
export function queuedGroups(queue: Queue): QueuedGroup[] {
  const groups = new Map<string, QueuedGroup>();
  for (const [userId, { memberships }] of queue)
    for (const [categoryId, isMember] of memberships) {
      const key = `${categoryId} ${isMember}`;
      const group = groups.get(key) ?? { categoryId, isMember, userIds: [] };
      group.userIds.push(userId);
      groups.set(key, group);
    }
  return [...groups.values()];
}

/** The same user by user, in the order of the users' numbers. */
export function queuedChanges(
  groups: readonly QueuedGroup[],
): { userId: number; memberships: Membership[] }[] {
  const changes = new Map<number, Membership[]>();
  for (const { userIds, ...membership } of groups)
    for (const userId of userIds) {
      const memberships = changes.get(userId);
      if (memberships) memberships.push(membership);
      else changes.set(userId, [membership]);
    }
  return [...changes]
    .map(([userId, memberships]) => ({ userId, memberships }))
    .sort((a, b) => a.userId - b.userId);
}
