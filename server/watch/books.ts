import type { Assignment } from "@/lib/contracts/amp/assignments";
import { ordersAmong } from "@/lib/domain/foreign-order";
import { isFinal } from "@/lib/domain/operation";
import type { AmpClient } from "@/server/amp/client";
import { REST_PER_READING } from "@/server/amp/rest";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { operationsOfOrder, toldOfBlinders } from "@/server/treasury/known-operations";
import { isOfOperation, openOperationOf } from "@/server/treasury/own-order";
import { type Books, listBooks, needsPerson, type StoredBooks, saveBooks, saveLacking } from "./books-store";
import { lookAtTold, readLacking } from "./lacking";

const READ_EVERY_MS = 15 * 60_000;
/** What was mended is soon seen, and what has very many transactions is soon looked through. */
const READ_AGAIN_MS = 5 * 60_000;

interface Round {
  workspaceId: string;
  amp: AmpClient;
  /** Assets with a good look in this round, and whether AMP counts anything of them as assigned. */
  assigned: ReadonlyMap<string, boolean>;
  /** A person asked for the round. */
  isAsked: boolean;
}

/**
 * Reads what takes more than a look: the next transactions of an asset, and its open assignments where there are any. Each
 * asset's turn comes about every quarter of an hour, sooner while they have not all been looked through, and a round reads of
 * one in fifteen at most.
 */
export async function readDueBooks({ workspaceId, amp, assigned, isAsked }: Round): Promise<void> {
  await lookAtMended({ workspaceId, amp });
  const ofRound = (await listBooks(workspaceId)).filter(({ assetUuid }) => assigned.has(assetUuid));
  const most = Math.max(1, Math.ceil(ofRound.length / 15));
  const due = ofRound.filter((books) => isDue(books, isAsked)).sort(longestUnreadFirst);
  for (const before of due.slice(0, most)) {
    const { assetUuid } = before;
    const begunAt = performance.now();
    const read = readBooks({ workspaceId, amp }, assetUuid, assigned.get(assetUuid) === true);
    const books = await read.catch((error: unknown) => {
      noteUnread(workspaceId, assetUuid, error);
      return null;
    });
    tookMs.set(assetUuid, performance.now() - begunAt);
    await saveBooks(workspaceId, before, books);
  }
}

/** What this desk told AMP of blinders since the books were read is seen in the same round, whosever turn it is. */
async function lookAtMended({ workspaceId, amp }: Pick<Round, "workspaceId" | "amp">): Promise<void> {
  for (const books of await listBooks(workspaceId)) {
    if (books.lacking === 0) continue;
    const { assetUuid } = books;
    try {
      const updates = await toldOfBlinders(workspaceId, assetUuid);
      const lacking = await lookAtTold(amp, { workspaceId, assetUuid }, updates);
      if (lacking !== null) await saveLacking(workspaceId, books, lacking);
    } catch (error) {
      noteUnread(workspaceId, assetUuid, error);
    }
  }
}

const noteUnread = (workspaceId: string, assetUuid: string, error: unknown) =>
  log.warn("watch.books-unread", { workspace: workspaceId, asset: assetUuid, reason: reasonOf(error) });

/** How long the last reading of each asset took, in this process. */
const tookMs = new Map<string, number>();

const timeOf = ({ booksAt }: StoredBooks): number => booksAt?.getTime() ?? 0;
const longestUnreadFirst = (one: StoredBooks, other: StoredBooks) => timeOf(one) - timeOf(other);

function isDue(books: StoredBooks, isAsked: boolean): boolean {
  if (books.booksAt === null) return true;
  const isInQuestion = needsPerson(books);
  if (isInQuestion && isAsked) return true;
  const ageMs = now().getTime() - books.booksAt.getTime();
  // What was read in the future was read before the shared clock was put back.
  const againMs = Math.max(READ_AGAIN_MS, REST_PER_READING * (tookMs.get(books.assetUuid) ?? 0));
  const isSoon = isInQuestion || !books.isWalked;
  return ageMs < 0 || ageMs >= (isSoon ? Math.min(againMs, READ_EVERY_MS) : READ_EVERY_MS);
}

/** AMP: pages of GET /assets/{a}/txs, mostly one; where something is assigned GET /assets/{a}/assignments, row by row */
async function readBooks(
  { workspaceId, amp }: Pick<Round, "workspaceId" | "amp">,
  assetUuid: string,
  hasAssigned: boolean,
): Promise<Books> {
  const lacking = await readLacking(amp, { workspaceId, assetUuid });
  const orders = hasAssigned ? await foreignOrders(workspaceId, amp, assetUuid) : [];
  return { lacking, orders };
}

/** An operation may come and go while AMP answers: whoever had the order before, after or at its end, carries it out. */
async function foreignOrders(workspaceId: string, amp: AmpClient, assetUuid: string): Promise<string[]> {
  const before = await openOperationOf(workspaceId, assetUuid);
  const orders = new Map<string, Pick<Assignment, "id" | "distributionUuid">[]>();
  for await (const rows of amp.rows("listAssignments", {
    path: { assetUuid },
    query: { distributed: false },
  }))
    ordersAmong(
      rows.map(({ id, distributionUuid }) => ({ id, distributionUuid })),
      orders,
    );
  const after = orders.size === 0 ? null : await openOperationOf(workspaceId, assetUuid);
  const foreign: string[] = [];
  for (const [uuid, members] of orders) {
    if (isOfOperation(before, uuid, members) || isOfOperation(after, uuid, members)) continue;
    const known = await operationsOfOrder(workspaceId, assetUuid, uuid);
    if (!known.some(({ state }) => state === "done" || !isFinal(state))) foreign.push(uuid);
  }
  return foreign;
}
