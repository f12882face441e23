import type { Assignment } from "@/lib/contracts/amp/assignments";
import { type Freshness, type ListPage, type ListQuery, MAX_LIMIT, oldestOf } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import {
  ASSIGNMENT_BLOCKERS,
  type AssignmentRow,
  blockersOf,
  type ListedAssignment,
} from "@/lib/domain/assignment";
import { type AssetRules, requiredOf } from "@/lib/domain/eligibility";
import { assignmentsText } from "@/lib/messages/assignments";
import { ROWS_AT_ONCE } from "@/server/amp/row-stream";
import { ampAs } from "@/server/auth/amp-session";
import { lastDistributingAt } from "@/server/treasury/known-operations";
import {
  type AssignmentFilter,
  type AssignmentSort,
  assignmentsOf,
  countAssignments,
  countOpen,
  dropAssignments,
  type FoundAssignment,
  SORTS,
  selectAssignments,
  selectOpen,
  storeAssignment,
  storeAssignments,
  sumOpen,
  sumOpenByUser,
} from "./assignments-store";
import { markChanged } from "./changed";
import { type Copy, findCopy } from "./copies-store";
import { cutPage, readCursor } from "./cursor";
import {
  ensureFreshSince,
  freshnessOf,
  isBehind,
  isShort,
  type Lag,
  noting,
  readAgain,
  readRowAgain,
  toldNow,
} from "./fresh";
import { sortAmong } from "./keyset";
import type { CopyKind } from "./refresh";
import { freshUsers, numberOf } from "./users";

/** AMP: GET /assets/{a}/assignments */
export const ASSIGNMENTS: CopyKind<Assignment> = {
  rows: (amp, assetUuid) => amp.rows("listAssignments", { path: { assetUuid } }),
  store: (tx, id, generation, rows) =>
    storeAssignments(tx, id, generation, rows, { ticket: generation, isGone: false }),
  drop: dropAssignments,
  tables: ["mirror_assignments"],
};

type Asking = Pick<Actor, "workspaceId" | "environment">;
/** What an asset requires of whoever receives it. */
export type CategoryRules = Pick<AssetRules, "transferRestricted" | "requirements">;

/** Asks AMP now. */
export const refreshAssignments = ({ workspaceId }: Asking, assetUuid: string): Promise<Copy> =>
  readAgain(assignmentsOf(workspaceId, assetUuid), ASSIGNMENTS);

/** After own changes of several: the next page waits for a new list. */
export const assignmentsChanged = (
  { workspaceId }: Pick<Actor, "workspaceId">,
  assetUuid: string,
): Promise<void> => markChanged(assignmentsOf(workspaceId, assetUuid));

/** Not older than a page may show; what a distribution of the desk has done since, is in it. */
export const freshAssignments = ({ workspaceId }: Asking, assetUuid: string, lag: Lag = {}): Promise<Copy> =>
  ensureFreshSince(assignmentsOf(workspaceId, assetUuid), ASSIGNMENTS, lastDistributingAt, lag);

/**
 * All assignments of an asset with the names of their users, distributed ones too, and what keeps each from being distributed.
 * Sorts: `id`, `user`, `amount`, `state`, `vests`. Filters: `state`, `vested` yes or no, `user` (a number), `vests` ("vested" or a
 * time), `blocked` ("gaid", "category" or "no"). Portions longer than a page are not counted.
 * @throws AppError INVALID_INPUT for a cursor that no page of this list returned
 */
export async function assignmentsPage(
  actor: Asking,
  assetUuid: string,
  rules: CategoryRules,
  query: ListQuery,
): Promise<ListPage<ListedAssignment>> {
  const id = assignmentsOf(actor.workspaceId, assetUuid);
  const { limit } = query;
  const sort = sortOf(query);
  const after = readCursor(query.cursor, [SORTS[sort.sort].kind, "number"]);
  const copies = await Promise.all([freshAssignments(actor, assetUuid), freshUsers(actor)]);
  const filter = { ...filterOf(query), required: requiredOf(rules) };
  const [found, total] = await Promise.all([
    selectAssignments(id, filter, { ...sort, after, limit: limit + 1 }),
    limit > MAX_LIMIT ? null : countAssignments(id, filter),
  ]);
  const { shown, nextCursor } = cutPage(found, limit);
  const rows = shown.map(({ row, lacksCategory }) => ({
    ...named(row),
    blockers: blockersOf(row, lacksCategory),
  }));
  return { rows, nextCursor, total, freshness: oldestOf(copies.map(freshnessOf)) };
}

const named = (row: FoundAssignment): AssignmentRow => ({
  ...row,
  userName: row.userName ?? assignmentsText.unknownUser(row.registeredUser),
});

/**
 * Those that are not distributed, by their numbers, and how old list and register are.
 * @returns null where AMP answers sooner when it is asked for them alone: when they are few of many, or the whole list would
 * have to be read anew first
 */
export async function openAssignments(
  actor: Asking,
  assetUuid: string,
): Promise<{ rows: AssignmentRow[]; freshness: Freshness } | null> {
  const id = assignmentsOf(actor.workspaceId, assetUuid);
  const known = await findCopy(id);
  if (known && !isShort(known)) {
    if (known.isStale || isBehind(known, await lastDistributingAt(id.workspaceId, assetUuid))) return null;
    if ((await countOpen(id)) < ROWS_AT_ONCE) return null;
  }
  const copies = await Promise.all([freshAssignments(actor, assetUuid), freshUsers(actor)]);
  const rows = (await selectOpen(id)).map(named);
  return { rows, freshness: oldestOf(copies.map(freshnessOf)) };
}

/** Some by their numbers; those that are not there are left out. */
export async function assignmentRows(
  actor: Asking,
  assetUuid: string,
  ids: readonly number[],
): Promise<AssignmentRow[]> {
  const [assignments] = await Promise.all([
    freshAssignments(actor, assetUuid, { mayLag: false }),
    freshUsers(actor),
  ]);
  toldNow(assignments);
  const page = { sort: "id", isDown: false, after: null, limit: ids.length } as const;
  const found = await selectAssignments(assignmentsOf(actor.workspaceId, assetUuid), { ids }, page);
  return found.map(({ row }) => named(row));
}

/** What is assigned and not distributed, in sats. */
export async function openSum(
  actor: Asking,
  assetUuid: string,
): Promise<{ sats: bigint; freshness: Freshness }> {
  const freshness = freshnessOf(await freshAssignments(actor, assetUuid));
  return { sats: await sumOpen(assignmentsOf(actor.workspaceId, assetUuid)), freshness };
}

/** The same of each of some users; who has nothing is left out. */
export async function openSumsOf(
  actor: Asking,
  assetUuid: string,
  userIds: readonly number[],
): Promise<Map<number, bigint>> {
  await freshAssignments(actor, assetUuid, { mayLag: false });
  return sumOpenByUser(assignmentsOf(actor.workspaceId, assetUuid), userIds);
}

/** The newest first, unless another column is named. */
const sortOf = ({ sort = "" }: ListQuery) =>
  sortAmong<AssignmentSort>(SORTS, sort, { sort: "id", isDown: true });

const filterOf = ({ q, filters: { state, vested, user, vests, blocked } }: ListQuery): AssignmentFilter => ({
  q,
  state,
  hasVested: vested === undefined ? undefined : vested === "yes",
  user: numberOf(user),
  waiting: vests === undefined ? undefined : momentOf(vests),
  blocked: [...ASSIGNMENT_BLOCKERS, "no" as const].find((one) => one === blocked),
});

/** What is no time is a moment at which nothing vests. */
function momentOf(text: string): "vested" | Date {
  if (text === "vested") return text;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? new Date(0) : at;
}

/** One is read again, so that the next page shows it as it is. AMP: GET /assets/{a}/assignments/{s} */
function assignmentChanged(actor: Asking, assetUuid: string, assignmentId: number): Promise<void> {
  const id = assignmentsOf(actor.workspaceId, assetUuid);
  return readRowAgain(id, {
    read: async () => (await ampAs(actor)).call("getAssignment", { path: { assetUuid, assignmentId } }),
    store: (row, ticket) => storeAssignment(id, row ?? gone(assignmentId), ticket, row === null),
  });
}

const gone = (id: number): Assignment => ({
  id,
  registeredUser: 0,
  amount: 0n,
  receivingAddress: null,
  distributionUuid: null,
  readyForDistribution: false,
  vestingDatetime: null,
  vestingTimestamp: null,
  hasVested: false,
  isDistributed: false,
  creator: 0,
  gaid: null,
});

/** Carries out an own change of one: whatever came of it is on the next page. */
export async function changingAssignment<T>(
  actor: Asking,
  { assetUuid, assignmentId }: { assetUuid: string; assignmentId: number },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } finally {
    await assignmentChanged(actor, assetUuid, assignmentId);
  }
}

/** The same for one that is made. */
export async function makingAssignment<T extends { id: number }>(
  actor: Asking,
  assetUuid: string,
  work: () => Promise<T>,
): Promise<T> {
  const made = await noting(work, () => assignmentsChanged(actor, assetUuid));
  await assignmentChanged(actor, assetUuid, made.id);
  return made;
}
