import { z } from "zod";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { settleHeights, trackedAmong } from "../amp/books";
import { unsettle } from "../amp/unsettle";
import type { SandboxDb } from "../db/client";
import { networkFacts } from "../ledger/networks";
import { LedgerError, type LiquidNetwork } from "../ledger/port";
import { findBlock, findFirstBlock, findTip, mempoolTxids } from "../ledger/store";
import type { World } from "../world";
import { type ChainNews, mirror } from "./mirror";
import { findStanding, unopenedOfGaids } from "./mirror-store";
import type { FollowedNode } from "./node";
import { ensureWallet, readReceived } from "./own-wallet";
import { readNews } from "./read-chain";

export interface Follower {
  /** Resolves when everything is stored that the node had at the time of the call. @throws LedgerError */
  catchUp(): Promise<void>;
  /** Resolves when nothing is being read any more. */
  stop(): Promise<void>;
}

const POLL_MS = 1_000;
const OPENED_AT_ONCE = 50;

/**
 * Mirrors the node's blocks and mempool into the world's tables, now and again from time to time.
 * @throws LedgerError when the node does not answer or is on another network
 */
export async function startFollower(world: World, node: FollowedNode): Promise<Follower> {
  await checkNode(node, world.env.network);
  await ensureWallet(node);
  let isEnded = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;
  // one that has begun may have asked before the caller's cause came about: it is not enough
  const catchUp = () => {
    waiting ??= running
      .catch(() => {})
      .then(() => {
        waiting = undefined;
        running = follow(world, node);
        return running;
      });
    return waiting;
  };
  const tick = () => {
    timer = setTimeout(async () => {
      await catchUp().catch((error) => log.warn("follower.failed", { reason: reasonOf(error) }));
      if (!isEnded) tick();
    }, POLL_MS);
  };
  await catchUp();
  tick();
  return {
    catchUp,
    stop: async () => {
      isEnded = true;
      clearTimeout(timer);
      await running.catch(() => {});
    },
  };
}

async function checkNode({ ofNode }: FollowedNode, network: LiquidNetwork): Promise<void> {
  const { chain } = await ofNode("getblockchaininfo", [], z.object({ chain: z.string() }));
  const wanted = networkFacts(network).chain;
  if (chain !== wanted)
    throw new LedgerError(
      "conflict",
      `The node is on the chain "${chain}"; SANDBOX_NETWORK ${network} needs "${wanted}".`,
    );
}

/** Block after block until nothing is new; then what AMP's wallet can open of it. */
async function follow(world: World, node: FollowedNode): Promise<void> {
  await world.within(world.generation, async () => {
    const known = knownChain(world);
    for (;;) {
      const news = await readNews(node, { ...known, ...(await endsOf(world.database.db)) });
      if (await isNews(world, news)) await store(world, news);
      if (news.mempool) break;
    }
    await openHolders(world, node);
  });
}

const knownChain = ({ env: { network }, database: { db } }: World) => ({
  network,
  blockAt: (height: number) => findBlock(db, height),
  stored: async (txids: string[]) => {
    const standing = [...(await findStanding(db, txids))];
    return new Set(standing.filter(([, { isConflicted }]) => !isConflicted).map(([txid]) => txid));
  },
});

async function endsOf(db: SandboxDb) {
  const [tip, first] = [await findTip(db), await findFirstBlock(db)];
  return { tip, firstHeight: first?.height ?? 0 };
}

/** Most looks find nothing, and then no call of AMP has to wait for a write. */
async function isNews({ database }: World, { blocks, mempool }: ChainNews): Promise<boolean> {
  if (blocks.length > 0 || !mempool || mempool.unknown.length > 0) return true;
  const present = new Set(mempool.txids);
  return (await mempoolTxids(database.db)).some((txid) => !present.has(txid));
}

const store = (world: World, news: ChainNews): Promise<void> =>
  world.write(async (unit) => {
    const changed = await mirror(unit.db, news, (txids) => trackedAmong(unit.db, txids));
    await unsettle(unit.db, changed);
    await settleHeights(unit);
  });

async function openHolders(world: World, node: FollowedNode): Promise<void> {
  const txids = await world.read(({ db }) => unopenedOfGaids(db, OPENED_AT_ONCE));
  for (const txid of txids) {
    const outputs = await readReceived(node, txid);
    if (outputs.length > 0) await world.write(({ ledger }) => ledger.learn(txid, { outputs, issuances: [] }));
  }
}
