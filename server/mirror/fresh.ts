import { type Freshness, oldestOf } from "@/lib/contracts/list";
import { AppError, isAway, isUnclear } from "@/lib/errors";
import { copiesText } from "@/lib/messages/copies";
import { orNull } from "@/server/amp/look-up";
import { ROWS_AT_ONCE } from "@/server/amp/row-stream";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { currentContext, isPageRead } from "@/server/platform/request-context";
import { isUnderWay, type lastSendingAt } from "@/server/treasury/known-operations";
import { markChangedBeside } from "./changed";
import { type Copy, type CopyId, findCopy, nextTicket, touchCopy } from "./copies-store";
import { heldOr } from "./held";
import { markStale } from "./marks-store";
import { type CopyKind, refreshCopy } from "./refresh";
import { noteUsed } from "./used";

/**
 * A long list of this age is shown with its age, and read again behind the page. The worker does so earlier
 * (MIRROR_SECONDS): a desk that reads 100,000 rows answers its pages late.
 */
export const SHOWN_UNTIL_MS = 25 * 60_000;
/** One that is older is not shown before it was tried to read it again. */
export const WAITED_FOR_AFTER_MS = 40 * 60_000;
/** A long list that an operation under way changes with each of its steps is read for pages this often meanwhile. */
const UNDER_WAY_MS = 20_000;
/** Changes that keep coming must not keep a page waiting for ever. */
const MOST_READINGS = 3;

/** A list that comes in one portion is quickly asked for: each request reads it once, and shows AMP's answer. */
export const isShort = (copy: Copy) => copy.rowCount < ROWS_AT_ONCE;

/** What is shown is AMP's answer to this very request. */
export const isAnswer = (copy: Copy) => isShort(copy) && copy.failure === undefined;

/**
 * The copy a page may show. Waits for the first one, for one after the workspace's own change, and for one so old that
 * it says little; everything else is served as it is, with its age. While AMP is away, what was copied last is served
 * with AMP's failure. When the workspace has changed something since, or may have, that is missing in it: then it is
 * served to pages alone, which say so, and to nothing that goes by it.
 * @param withinMs a short list's answer of so long ago serves too, unless the workspace has changed something since
 * @throws AppError UNAVAILABLE when there is none that may be served, and AMP is away
 */
export const ensureFresh = async <T>(id: CopyId, kind: CopyKind<T>, withinMs = 0): Promise<Copy> =>
  used(await heldOr(id, () => freshCopy(id, kind, withinMs)));

async function freshCopy<T>(id: CopyId, kind: CopyKind<T>, withinMs: number): Promise<Copy> {
  // What one request has read is not asked for again by its other parts.
  const asked = (currentContext()?.begunAt ?? performance.now()) - withinMs;
  let copy = await findCopy(id);
  for (let readings = 0; readings < MOST_READINGS && mustRead(copy, asked); readings++) {
    try {
      await refreshCopy(id, kind);
    } catch (error) {
      if (copy === null || !isAway(error) || (copy.isStale && !isPageRead())) throw error;
      return { ...copy, failure: error.message };
    }
    copy = await findCopy(id);
  }
  if (copy === null) throw new Error("The copy is not there.");
  if (copy.ageMs > SHOWN_UNTIL_MS) refreshBehind(id, kind, copy);
  return copy;
}

async function used(copy: Copy): Promise<Copy> {
  await touchCopy(copy);
  noteUsed(copy);
  return copy;
}

/** How far behind a list may be. */
export interface Lag {
  withinMs?: number;
  mayLag?: boolean;
}

/**
 * The same for a list of an asset's: what an operation of the desk has changed since, is in it. Pages are shown a long one as
 * it was some seconds ago, with its age, while the operation is under way.
 * @param changedAt when one did last
 * @param mayLag false: for what a page shows without an age, or holds against something of now
 */
export const ensureFreshSince = async <T>(
  id: CopyId,
  kind: CopyKind<T>,
  changedAt: typeof lastSendingAt,
  { withinMs = 0, mayLag = true }: Lag = {},
): Promise<Copy> =>
  used(
    await heldOr(id, async () => {
      const [copy, at] = await Promise.all([findCopy(id), changedAt(id.workspaceId, id.key)]);
      if (copy && isBehind(copy, at) && !(mayLag && (await servesMeanwhile(id, copy)))) await markStale(id);
      return freshCopy(id, kind, withinMs);
    }),
  );

/** Whether what an operation of the desk has changed is not in a copy yet. */
export const isBehind = ({ startedAt }: Copy, changedAt: Date | null): boolean =>
  changedAt !== null && changedAt >= startedAt;

const servesMeanwhile = async ({ workspaceId, key }: CopyId, copy: Copy): Promise<boolean> =>
  isPageRead() && !isShort(copy) && copy.ageMs < UNDER_WAY_MS && isUnderWay(workspaceId, key);

function mustRead(copy: Copy | null, asked: number): boolean {
  if (copy === null || copy.isStale) return true;
  if (isShort(copy)) return !isSince(copy, asked);
  return copy.ageMs > WAITED_FOR_AFTER_MS;
}

const isSince = (copy: Copy | null, moment: number): boolean =>
  copy !== null && copy.ageMs <= performance.now() - moment;

/** Nobody waits for it, so nobody hears of its failure but the log. Another page may have had it read meanwhile. */
function refreshBehind<T>(id: CopyId, kind: CopyKind<T>, shown: Copy): void {
  findCopy(id)
    .then((copy) =>
      copy?.startedAt.getTime() === shown.startedAt.getTime() ? refreshCopy(id, kind) : undefined,
    )
    .catch((error: unknown) => log.warn("mirror.not-read", { kind: id.kind, reason: reasonOf(error) }));
}

/**
 * A person wants it read again: what is shown next was asked for after this. What was copied before stays to be shown
 * when AMP is away.
 * @throws AppError UNAVAILABLE and others of AMP's client
 */
export async function readAgain<T>(id: CopyId, kind: CopyKind<T>): Promise<Copy> {
  const wanted = performance.now();
  let copy: Copy | null = null;
  // A reading that was under way may have been begun before.
  for (let readings = 0; readings < MOST_READINGS && !isSince(copy, wanted); readings++) {
    await refreshCopy(id, kind);
    copy = await findCopy(id);
  }
  if (copy === null) throw new Error("The copy is not there.");
  return used(copy);
}

/**
 * One row is asked for again after an own change. When that does not work, the next page waits for the whole list; a
 * short one is read for each page anyway. Other workspaces that have copied the same list read it again.
 */
export async function readRowAgain<T>(
  id: CopyId,
  row: { read(): Promise<T>; store(row: T | null, ticket: number): Promise<void> },
): Promise<void> {
  await markChangedBeside(id);
  const copy = await findCopy(id);
  if (copy === null || isShort(copy)) return markStale(id);
  try {
    const ticket = await nextTicket(); // before it is asked: whatever is asked for later wins
    await row.store(await orNull(row.read()), ticket);
  } catch (error) {
    log.warn("mirror.row-not-read", { kind: id.kind, reason: reasonOf(error) });
    await markStale(id);
  }
}

/** Runs an own change; when nobody knows whether it happened, `note` says that it may have. */
export async function noting<T>(work: () => Promise<T>, note: () => Promise<void>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUnclear(error)) await note();
    throw error;
  }
}

/**
 * For what is shown without an age. @returns the copy
 * @throws AppError UNAVAILABLE when AMP is away, and this is what it told before
 */
export function toldNow(copy: Copy): Copy {
  if (copy.failure === undefined) return copy;
  throw new AppError("UNAVAILABLE", copy.failure, { retryable: true });
}

/** What a page says about a copy's age; a short one is AMP's answer to that page. */
export const freshnessOf = (copy: Copy): Freshness => ({
  asOf: copy.startedAt,
  source: isAnswer(copy) ? "amp" : "mirror",
  ...failureOf(copy),
});

function failureOf({ failure, isStale }: Copy): Pick<Freshness, "failure" | "mayLack"> {
  if (failure === undefined) return {};
  return isStale ? { failure: `${failure} ${copiesText.mayLack}`, mayLack: true } : { failure };
}

/** The same of a list whose rows are named by the register: as old as the list, unless the names are AMP's last word. */
export const freshnessWithNames = (list: Copy, register: Copy): Freshness =>
  register.failure === undefined ? freshnessOf(list) : oldestOf([freshnessOf(list), freshnessOf(register)]);
