import type { Freshness } from "@/lib/contracts/list";
import { AppError } from "@/lib/errors";
import { ROWS_AT_ONCE } from "@/server/amp/row-stream";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { type Copy, type CopyId, findCopy, markStale, nextTicket, touchCopy } from "./copies-store";
import { type CopyKind, refreshCopy } from "./refresh";

/** A long list of this age is shown with its age, and read again behind the page. */
export const SHOWN_UNTIL_MS = 5 * 60_000;
/** One that is older is not shown before it was tried to read it again. */
export const WAITED_FOR_AFTER_MS = 30 * 60_000;
/** Changes that keep coming must not keep a page waiting for ever. */
const MOST_READINGS = 3;

/** A list that comes in one portion is quickly asked for: it is read for each page, and AMP's answer is what is shown. */
export const isShort = (copy: Copy) => copy.rowCount < ROWS_AT_ONCE;

/**
 * The copy a page may show. Waits for the first one, for one after the workspace's own change, and for one so old that
 * it says little; everything else is served as it is, with its age.
 * @throws AppError UNAVAILABLE when there is none that may be shown, and AMP is away
 */
export async function ensureFresh<T>(id: CopyId, kind: CopyKind<T>): Promise<Copy> {
  const asked = performance.now();
  let copy = await findCopy(id);
  for (let readings = 0; readings < MOST_READINGS && mustRead(copy, asked); readings++) {
    try {
      await refreshCopy(id, kind);
    } catch (error) {
      if (copy === null || copy.isStale || isShort(copy) || !isAway(error)) throw error;
      break; // shown with its age
    }
    copy = await findCopy(id);
  }
  if (copy === null) throw new Error("The copy is not there.");
  await touchCopy(id);
  if (copy.ageMs > SHOWN_UNTIL_MS) refreshBehind(id, kind);
  return copy;
}

function mustRead(copy: Copy | null, asked: number): boolean {
  if (copy === null || copy.isStale) return true;
  if (isShort(copy)) return copy.ageMs > performance.now() - asked;
  return copy.ageMs > WAITED_FOR_AFTER_MS;
}

const isAway = (error: unknown) => error instanceof AppError && error.code === "UNAVAILABLE";

/** Nobody waits for it, so nobody hears of its failure but the log. */
function refreshBehind<T>(id: CopyId, kind: CopyKind<T>): void {
  refreshCopy(id, kind).catch((error: unknown) =>
    log.warn("mirror.not-read", { kind: id.kind, reason: reasonOf(error) }),
  );
}

/** A person wants it read again: what is shown next was asked for after this. */
export async function readAgain<T>(id: CopyId, kind: CopyKind<T>): Promise<Copy> {
  await markStale(id.workspaceId, id.kind, id.key);
  return ensureFresh(id, kind);
}

/**
 * One row is asked for again after an own change. When that does not work, the next page waits for the whole list; a
 * short one is read for each page anyway.
 */
export async function readRowAgain<T>(
  id: CopyId,
  row: { read(): Promise<T>; store(row: T | null, ticket: number): Promise<void> },
): Promise<void> {
  const { workspaceId, kind, key } = id;
  const copy = await findCopy(id);
  if (copy === null || isShort(copy)) return markStale(workspaceId, kind, key);
  try {
    const ticket = await nextTicket(); // before it is asked: whatever is asked for later wins
    await row.store(await row.read().catch(noneWhenNotFound), ticket);
  } catch (error) {
    log.warn("mirror.row-not-read", { kind, reason: reasonOf(error) });
    await markStale(workspaceId, kind, key);
  }
}

function noneWhenNotFound(error: unknown): null {
  if (error instanceof AppError && error.code === "NOT_FOUND") return null;
  throw error;
}

/** Runs an own change; when nobody knows whether it happened, `note` says that it may have. */
export async function noting<T>(work: () => Promise<T>, note: () => Promise<void>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isKnown = error instanceof AppError && error.code !== "UNAVAILABLE" && error.code !== "INTERNAL";
    if (!isKnown) await note();
    throw error;
  }
}

/** What a page says about a copy's age; a short one is AMP's answer to that page. */
export const freshnessOf = (copy: Copy): Freshness => ({
  asOf: copy.startedAt,
  source: isShort(copy) ? "amp" : "mirror",
});
