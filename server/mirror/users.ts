import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import { type Freshness, type ListPage, type ListQuery, MAX_LIMIT } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { sortKey } from "@/lib/domain/sort-key";
import { ampAs } from "@/server/auth/amp-session";
import { categoriesChanged } from "./categories";
import { markChanged } from "./changed";
import type { Copy } from "./copies-store";
import { cutPage, readCursor } from "./cursor";
import { ensureFresh, freshnessOf, noting, readAgain, readRowAgain, toldNow } from "./fresh";
import { markOwnersStale } from "./marks-store";
import type { CopyKind } from "./refresh";
import {
  countUsers,
  countWithAll,
  dropUsers,
  selectNames,
  selectUserIds,
  selectUsers,
  selectUsersByGaids,
  selectUsersByIds,
  selectUsersBySortNames,
  storeUser,
  storeUsers,
  type UserFilter,
  type UserSort,
  usersOf,
} from "./users-store";

/** AMP: GET /registered_users/ */
export const USERS: CopyKind<RegisteredUser> = {
  rows: (amp) => amp.rows("listRegisteredUsers"),
  store: (tx, id, generation, rows) =>
    storeUsers(tx, id, generation, rows, { ticket: generation, isGone: false }),
  drop: dropUsers,
  tables: ["mirror_users"],
};

type Asking = Pick<Actor, "workspaceId" | "environment">;

/** The registered users as AMP tells them this workspace's account, not older than a page may show. */
export const freshUsers = ({ workspaceId }: Asking, withinMs = 0): Promise<Copy> =>
  ensureFresh(usersOf(workspaceId), USERS, withinMs);

/** For what is decided by it, or shown without an age. @throws AppError UNAVAILABLE while AMP is away */
export const usersNow = async (actor: Asking): Promise<Copy> => toldNow(await freshUsers(actor));

/** How old what the copy of the register says is. */
export const registerFreshness = async (actor: Asking): Promise<Freshness> =>
  freshnessOf(await freshUsers(actor));

/** Asks AMP now. */
export const refreshUsers = ({ workspaceId }: Asking): Promise<Copy> =>
  readAgain(usersOf(workspaceId), USERS);

export type { UserFilter };

const SORTS: readonly string[] = ["name", "-name", "id", "-id"] satisfies UserSort[];
const yesOrNo = (value: string | undefined) => (value === undefined ? undefined : value === "yes");
/** What is no number is nobody's category, and nobody's own. */
export const numberOf = (value: string | undefined) => {
  if (value === undefined) return undefined;
  return /^\d{1,9}$/.test(value) ? Number(value) : 0;
};

/** The filters of a list of users: `category`, `without`, `wallet` (yes, no), `company` (yes, no), `user` (one). */
export const userFilterOf = ({ q, filters }: Pick<ListQuery, "q" | "filters">): UserFilter => ({
  q,
  category: numberOf(filters.category),
  without: numberOf(filters.without),
  hasWallet: yesOrNo(filters.wallet),
  isCompany: yesOrNo(filters.company),
  only: numberOf(filters.user),
});

/**
 * Portions longer than a page, of whoever reads the list to its end, are not counted each time.
 * @throws AppError INVALID_INPUT for a cursor that no page of this list returned
 */
export async function usersPage(
  actor: Asking,
  query: ListQuery,
  filter: UserFilter = userFilterOf(query),
): Promise<ListPage<RegisteredUser>> {
  const { workspaceId } = actor;
  const sort = (SORTS.includes(query.sort ?? "") ? query.sort : "name") as UserSort;
  const after = readCursor(query.cursor, ["string", "number"]);
  const copy = await freshUsers(actor);
  const [found, total] = await Promise.all([
    selectUsers(workspaceId, filter, { sort, after, limit: query.limit + 1 }),
    query.limit > MAX_LIMIT ? null : countUsers(workspaceId, filter),
  ]);
  const { shown, nextCursor } = cutPage(found, query.limit);
  return {
    rows: shown.map(({ user }) => user),
    nextCursor,
    total,
    freshness: freshnessOf(copy),
  };
}

/** How many there are, and how many of them are in all of the categories of each list. */
export async function countEligibleUsers(
  actor: Asking,
  requirements: readonly (readonly number[])[],
): Promise<{ users: number; eligible: number[] }> {
  await usersNow(actor);
  const [users = 0, ...eligible] = await countWithAll(actor.workspaceId, requirements);
  return { users, eligible };
}

/** Ids of all users that a list's search and filters match, in order. */
export async function matchingUserIds(
  actor: Asking,
  query: Pick<ListQuery, "q" | "filters">,
  filter: UserFilter = userFilterOf(query),
) {
  await usersNow(actor);
  return selectUserIds(actor.workspaceId, filter);
}

/** Those of the ids that are registered, by id. */
export async function usersById(actor: Asking, ids: Iterable<number>): Promise<Map<number, RegisteredUser>> {
  await freshUsers(actor);
  const users = await selectUsersByIds(actor.workspaceId, [...new Set(ids)]);
  return new Map(users.map((user) => [user.id, user]));
}

/** The names of those of the ids that are registered. @param register begun before, by whoever waits for more */
export async function namesById(
  actor: Asking,
  ids: Iterable<number>,
  register: Promise<Copy> = freshUsers(actor),
): Promise<Map<number, string>> {
  await register;
  const users = await selectNames(actor.workspaceId, [...new Set(ids)]);
  return new Map(users.map(({ id, name }) => [id, name]));
}

/** Registered users by default GAID. */
export async function usersByGaid(
  actor: Asking,
  gaids: Iterable<string>,
): Promise<Map<string, RegisteredUser>> {
  await usersNow(actor);
  const users = await selectUsersByGaids(actor.workspaceId, [...new Set(gaids)]);
  return new Map(users.map((user) => [user.gaid ?? "", user]));
}

/**
 * Numbers of users whose name or GAID holds the text, out of the copy as it is: nothing is asked of AMP, so what must work
 * while AMP is away may search by names.
 */
export const userIdsKnownAs = ({ workspaceId }: Asking, q: string): Promise<number[]> =>
  selectUserIds(workspaceId, userFilterOf({ q, filters: {} }));

const nameKey = (name: string) => name.trim().toLowerCase();

/** Registered users by name, in small letters: names are nobody's alone. */
export async function usersByName(
  actor: Asking,
  names: Iterable<string>,
): Promise<(name: string) => RegisteredUser[]> {
  await usersNow(actor);
  const keys = [...new Set([...names].map((name) => sortKey(name.trim())))];
  const found = new Map<string, RegisteredUser[]>();
  for (const user of await selectUsersBySortNames(actor.workspaceId, keys))
    found.set(nameKey(user.name), [...(found.get(nameKey(user.name)) ?? []), user]);
  return (name) => found.get(nameKey(name)) ?? [];
}

/**
 * After an own change, whatever came of it: the user is read again, so that the next page shows it.
 * AMP: GET /registered_users/{u}
 */
export const userChanged = (actor: Asking, userId: number): Promise<void> =>
  readRowAgain(usersOf(actor.workspaceId), {
    read: async () => (await ampAs(actor)).call("getRegisteredUser", { path: { registeredUserId: userId } }),
    store: (user, ticket) =>
      storeUser(usersOf(actor.workspaceId), user ?? gone(userId), ticket, user === null),
  });

const gone = (id: number): RegisteredUser => ({
  id,
  name: "",
  gaid: null,
  isCompany: false,
  categories: [],
  creator: 0,
});

/**
 * Carries out an own change of one user: what it changed is on the next page, also when its answer was lost.
 * @param userId or how to tell it from the result
 */
export async function changingUser<T>(
  actor: Asking,
  userId: number | ((result: T) => number),
  work: () => Promise<T>,
): Promise<T> {
  const result = await noting(work, () => usersChanged(actor));
  await userChanged(actor, typeof userId === "number" ? userId : userId(result));
  return result;
}

/** The same for a change of which categories the user is in, however many: they count their members anew. */
export async function changingMemberships<T>(
  actor: Asking,
  userId: number,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await changingUser(actor, userId, work);
  } finally {
    await categoriesChanged(actor);
  }
}

/** After own changes of many users and of who is in which category: the next page waits for new lists. */
export async function usersChanged({ workspaceId }: Pick<Actor, "workspaceId">): Promise<void> {
  await markChanged(usersOf(workspaceId));
  await categoriesChanged({ workspaceId });
}

/**
 * After own changes of whose a GAID is, which tells whose an asset's units and outputs are: where such GAIDs have any, the next
 * pages wait for new lists.
 * @param userId whose they were; null: nobody's
 */
export const gaidsChanged = (
  { workspaceId }: Pick<Actor, "workspaceId">,
  userId: number | null = null,
): Promise<void> => markOwnersStale(workspaceId, userId);

/** Carries out such a change. */
export async function changingGaids<T>(
  actor: Pick<Actor, "workspaceId">,
  work: () => Promise<T>,
  userId: number | null = null,
): Promise<T> {
  const changed = () => gaidsChanged(actor, userId);
  const result = await noting(work, changed);
  await changed();
  return result;
}
