import type { AssetTx } from "@/lib/contracts/amp/transactions";
import { outputsLacking } from "@/lib/domain/blinders";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import { now } from "@/server/platform/clock";
import {
  beginWalkAgain,
  countLackingBeside,
  findWalk,
  longestUnseen,
  saveSeen,
  saveStep,
  seenBefore,
  type Walk,
  type WalkKey,
} from "./lacking-store";

/** How much is read of an asset at a time. */
export interface Strides {
  /** Transactions in a page. */
  page: number;
  /** Pages of a walk that goes on. */
  pages: number;
  /** Pages with known ones that are looked at again. */
  again: number;
}
const STRIDES: Strides = { page: 200, pages: 5, again: 3 };

/**
 * Outputs of the asset's treasury whose blinders AMP lacks, as far as its transactions have been looked through: some
 * pages more each time, and only what is new once all have been. Known ones are looked at again. While the walk is on
 * its way the newest are read as well. AMP: GET /assets/{a}/txs, page by page
 */
export async function readLacking(amp: AmpClient, key: WalkKey, strides = STRIDES): Promise<number> {
  const isAtEnd = await lookAgain(amp, key, strides);
  if (!isAtEnd) await walk(amp, key, strides);
  return countLackingBeside(key, []);
}

/** Calls of a round: what is left is seen in the next ones. */
const TOLD_AT_A_TIME = 50;

/**
 * Looks at those known ones that this desk has told AMP of since they were looked at, and at nothing else; at some of them
 * each time. Each is kept as soon as it was read: what AMP was told while it answered is looked at again.
 * AMP: GET /assets/{a}/txs/{txid} for each
 * @returns how many outputs lack blinders then; null: nothing was to be looked at
 */
export async function lookAtTold(
  amp: AmpClient,
  key: WalkKey,
  updates: readonly { txids: string[]; at: Date }[],
): Promise<number | null> {
  const waiting = new Set<string>();
  for (const { txids, at } of updates) for (const txid of await seenBefore(key, txids, at)) waiting.add(txid);
  if (waiting.size === 0) return null;
  const place = await findWalk(key);
  for (const txid of [...waiting].slice(0, TOLD_AT_A_TIME)) {
    const askedAt = now();
    const path = { assetUuid: key.assetUuid, txid };
    const found = await orNull(amp.call("getTransaction", { path }));
    // One that AMP lists no more lacks nothing; should it come back, the walk comes past it.
    const seen = found ? told(found, null) : { txid, position: null, outputs: 0 };
    await saveSeen(key, place, [seen], askedAt);
  }
  return countLackingBeside(key, []);
}

async function walk(amp: AmpClient, key: WalkKey, strides: Strides): Promise<void> {
  let place = await findWalk(key);
  for (let page = 0; page === 0 || (page < strides.pages && !place.isWalked); page += 1)
    place = await walkOn(amp, key, place, strides);
  if (place.isWalked) return;
  const newest = await readPage(amp, key, { start: 0, count: strides.page, sortOrder: "desc" });
  const read = newest.map((transaction) => told(transaction, null));
  await saveSeen(key, place, read);
}

/**
 * One page on. It begins with the last transaction that was read: one that AMP booked late takes its place further up and
 * shifts the others, and then, as after a reorganisation, all are looked through once more.
 */
async function walkOn(amp: AmpClient, key: WalkKey, place: Walk, { page: count }: Strides): Promise<Walk> {
  const start = Math.max(0, place.walkedTo - 1);
  const page = await readPage(amp, key, { start, count, sortOrder: "asc" });
  if (place.walkedTo > 0 && page[0]?.txid !== place.walkedTxid) {
    await beginWalkAgain(key, place);
    return findWalk(key);
  }
  // More than was asked for: this AMP does not page, and that was all.
  return saveStep(key, { walk: place.walk, isWalked: page.length !== count }, placed(page, start));
}

/**
 * Known ones, a page from each. Where one is not in its place any more, the walk begins again.
 * @returns whether it came to the newest of all by that
 */
async function lookAgain(amp: AmpClient, key: WalkKey, { page: count, again }: Strides): Promise<boolean> {
  const begunAt = now();
  const place = await findWalk(key);
  for (let page = 0; page < again; page += 1) {
    const known = await longestUnseen(key, place, begunAt);
    if (!known) return false;
    const seen = await readPage(amp, key, { start: known.position, count, sortOrder: "asc" });
    if (seen[0]?.txid !== known.txid) {
      await beginWalkAgain(key, place);
      return false;
    }
    const isAtEnd = place.isWalked && seen.length !== count;
    if (isAtEnd) await saveStep(key, place, placed(seen, known.position));
    else await saveSeen(key, place, placed(seen, known.position));
    if (isAtEnd) return true;
  }
  return false;
}

const placed = (page: AssetTx[], start: number) =>
  page.map((transaction, index) => told(transaction, start + index));

const told = (transaction: AssetTx, position: number | null) => ({
  txid: transaction.txid,
  position,
  outputs: outputsLacking([transaction]).length,
});

/** What waits in the mempool has no height and is left out: it has no place yet. */
const readPage = (
  amp: AmpClient,
  { assetUuid }: WalkKey,
  query: { start: number; count: number; sortOrder: "asc" | "desc" },
): Promise<AssetTx[]> =>
  amp.call("listTransactions", { path: { assetUuid }, query: { ...query, heightStart: 1 } });
