import type { SandboxDb } from "../db/client";
import { appendBlocks, chainTip, forgetTip } from "./blocks";
import { payBack } from "./conflict";
import {
  conflictedAbove,
  disconnectAbove,
  releaseSpends,
  setConflicted,
  withDescendants,
  withWaitingAncestors,
} from "./conflict-store";
import { networkFacts } from "./networks";
import { LedgerError, type LiquidNetwork, type Reorganised, type ReorganiseRequest } from "./port";
import { mempoolTxids } from "./store";

/** Another, longer end of the chain: the newest blocks go, one more comes, the transactions follow. */
export async function reorganise(
  db: SandboxDb,
  network: LiquidNetwork,
  { blocks, conflict = [], remine = true }: ReorganiseRequest,
): Promise<Reorganised> {
  const fork = await forkBelow(db, network, blocks);
  const disconnected = await disconnectAbove(db, fork);
  forgetTip(db);
  const earlierLosers = await conflictedAbove(db, fork);
  await checkUnconfirmed(db, conflict);
  const winners = await beat(db, network, conflict, fork + 1);
  const conflicted = await withDescendants(db, conflict);
  const waiting = await mempoolTxids(db);
  const wanted = remine ? waiting : await onlyWith(db, winners, waiting);
  const mined = await appendBlocks(db, blocks + 1, wanted);
  // A winner that waits again is in the next block; until then its losers have 0 confirmations.
  const { height } = await chainTip(db);
  await setConflicted(db, earlierLosers, remine ? fork + 1 : height + 1);
  return { blocks: mined, disconnected, conflicted: [...conflicted, ...earlierLosers], winners };
}

/** Height of the last block that stays. */
async function forkBelow(db: SandboxDb, network: LiquidNetwork, blocks: number): Promise<number> {
  const { height } = await chainTip(db);
  const { firstHeight } = networkFacts(network);
  const most = height - firstHeight;
  if (!Number.isInteger(blocks) || blocks < 1 || blocks > most)
    throw new LedgerError("limit", `Between 1 and ${most} blocks can be reorganised; the first one stays.`);
  return height - blocks;
}

async function checkUnconfirmed(db: SandboxDb, txids: string[]): Promise<void> {
  const waiting = new Set(await mempoolTxids(db));
  for (const txid of txids) {
    if (waiting.has(txid)) continue;
    throw new LedgerError(
      "unknown",
      `The transaction ${txid} is in none of the blocks that go, and does not wait.`,
    );
  }
}

/** Lets the transactions lose, with everything built on them. @returns what they lost against */
async function beat(
  db: SandboxDb,
  network: LiquidNetwork,
  txids: string[],
  height: number,
): Promise<string[]> {
  if (txids.length === 0) return [];
  const roots: string[] = [];
  for (const txid of txids) {
    const below = (await withWaitingAncestors(db, [txid])).filter((ancestor) => ancestor !== txid);
    // Whoever spends from a loser loses by that alone.
    if (!below.some((ancestor) => txids.includes(ancestor))) roots.push(txid);
  }
  const losers = await withDescendants(db, txids);
  await releaseSpends(db, losers);
  await setConflicted(db, losers, height);
  const winners: string[] = [];
  for (const txid of new Set(roots)) winners.push(await payBack(db, network, txid));
  return winners;
}

/** The winners and those waiting transactions they spend from, in the order they came. */
async function onlyWith(db: SandboxDb, winners: string[], waiting: string[]): Promise<string[]> {
  const needed = new Set(await withWaitingAncestors(db, winners));
  return waiting.filter((txid) => needed.has(txid));
}
