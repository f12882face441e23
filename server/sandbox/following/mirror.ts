import type { SandboxDb } from "../db/client";
import { chainTip, forgetTip } from "../ledger/blocks";
import {
  conflictedAbove,
  disconnectAbove,
  releaseSpends,
  setConflicted,
  withDescendants,
} from "../ledger/conflict-store";
import type { BlockRef } from "../ledger/port";
import { findTip, insertBlocks, mempoolTxids } from "../ledger/store";
import { findStanding, forget, insertWaiting, putIntoBlock, revive, rivalsOf } from "./mirror-store";
import type { ReadTransaction } from "./read-transaction";

/** What the node's chain has that ours has not. */
export interface ChainNews {
  /** Height of the last block that both have; null while nothing is stored. */
  fork: number | null;
  /** Oldest first. */
  blocks: { block: BlockRef; transactions: ReadTransaction[] }[];
  /** The whole mempool, in an order in which parents come first; null where there is more to come before it. */
  mempool: { txids: string[]; unknown: ReadTransaction[] } | null;
}

/**
 * Makes the stored chain the node's. What waits nowhere any more is forgotten, unless `keeps` says that AMP's books
 * have it.
 * @returns transactions whose block or standing changed
 */
export async function mirror(
  db: SandboxDb,
  { fork, blocks, mempool }: ChainNews,
  keeps: (txids: string[]) => Promise<Set<string>>,
): Promise<string[]> {
  const changed = fork === null ? [] : await takeBack(db, fork);
  for (const { block, transactions } of blocks) {
    await insertBlocks(db, [block]);
    for (const [index, transaction] of transactions.entries()) {
      changed.push(...(await outdo(db, transaction, block.height)));
      await ensure(db, transaction);
      await putIntoBlock(db, transaction.txid, block.height, index);
    }
  }
  forgetTip(db);
  if (mempool) changed.push(...(await followMempool(db, mempool, keeps)));
  return [...new Set(changed)];
}

/** The blocks above the fork go. What had lost against their transactions has lost until it is seen again. */
async function takeBack(db: SandboxDb, fork: number): Promise<string[]> {
  const tip = await findTip(db);
  if (!tip || tip.height <= fork) return [];
  const disconnected = await disconnectAbove(db, fork);
  forgetTip(db);
  const losers = await conflictedAbove(db, fork);
  await setConflicted(db, losers, fork + 1);
  return [...disconnected, ...losers];
}

/** What spends the same outputs as a transaction in a block has lost, with all that is built on it. */
async function outdo(db: SandboxDb, { txid, spends }: ReadTransaction, height: number): Promise<string[]> {
  const losers = await withDescendants(db, await rivalsOf(db, txid, spends));
  if (losers.length === 0) return [];
  await releaseSpends(db, losers);
  await setConflicted(db, losers, height);
  return losers;
}

async function ensure(db: SandboxDb, transaction: ReadTransaction): Promise<void> {
  const { txid } = transaction;
  const standing = (await findStanding(db, [txid])).get(txid);
  if (standing?.isConflicted) return revive(db, txid);
  if (!standing) await insertWaiting(db, transaction);
}

async function followMempool(
  db: SandboxDb,
  { txids, unknown }: NonNullable<ChainNews["mempool"]>,
  keeps: (txids: string[]) => Promise<Set<string>>,
): Promise<string[]> {
  const [present, waiting] = [new Set(txids), await mempoolTxids(db)];
  const gone = await withDescendants(
    db,
    waiting.filter((txid) => !present.has(txid)),
  );
  const kept = await keeps(gone);
  const lost = gone.filter((txid) => !kept.has(txid));
  await releaseSpends(db, lost);
  await forget(db, lost);
  const { height } = await chainTip(db);
  for (const transaction of unknown) {
    // something AMP's books have was replaced: it can only come back in a block
    const replaced = await withDescendants(db, await rivalsOf(db, transaction.txid, transaction.spends));
    await releaseSpends(db, replaced);
    await setConflicted(db, replaced, height + 1);
    await ensure(db, transaction);
  }
  return gone;
}
