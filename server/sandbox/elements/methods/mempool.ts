import { findTransaction } from "../../ledger/store";
import { measure } from "../../ledger/weight";
import { decimal } from "../amounts";
import { listMempool, mempoolLinks, type WaitingTransaction } from "../chain-store";
import { type Method, type NodeContext, nodeMethod } from "../method";
import { RpcError } from "../port";
import { decodeTransaction } from "../raw/hex";
import { RELAY_FEE } from "./network";

const MOST_BYTES = 300_000_000;

/** What waits for a block. */
export const mempoolMethods: Record<string, Method> = {
  getmempoolinfo: nodeMethod({ params: [], run: mempoolInfo }),
  getrawmempool: nodeMethod({
    params: ["verbose", "mempool_sequence"],
    run: async (context, params) => {
      const waiting = await listMempool(context.db);
      if (params.truth(0, false)) return Object.fromEntries(await entries(context, waiting));
      const txids = waiting.map(({ txid }) => txid);
      return params.truth(1, false) ? { txids, mempool_sequence: txids.length } : txids;
    },
  }),
  getmempoolentry: nodeMethod({
    params: ["txid"],
    run: async (context, params) => {
      const txid = params.hash(0);
      const entry = (await entries(context, await listMempool(context.db))).find(([one]) => one === txid);
      if (!entry) throw new RpcError(-5, "Transaction not in mempool");
      return entry[1];
    },
  }),
};

async function mempoolInfo(context: NodeContext) {
  const waiting = await listMempool(context.db);
  let bytes = 0;
  for (const { txid } of waiting) bytes += virtualSize(await weightOf(context, txid));
  return {
    loaded: true,
    size: waiting.length,
    bytes,
    usage: bytes,
    total_fee: decimal(waiting.reduce((sum, { feeSats }) => sum + feeSats, 0n)),
    maxmempool: MOST_BYTES,
    mempoolminfee: RELAY_FEE,
    minrelaytxfee: RELAY_FEE,
    incrementalrelayfee: RELAY_FEE,
    unbroadcastcount: 0,
    fullrbf: true,
  };
}

const virtualSize = (weight: number): number => Math.ceil(weight / 4);

/** With the proofs that a real transaction would carry. */
async function weightOf({ db }: NodeContext, txid: string): Promise<number> {
  const rows = await findTransaction(db, txid);
  return rows ? measure(decodeTransaction(rows.transaction.hex)).weight : 0;
}

async function entries(context: NodeContext, waiting: WaitingTransaction[]) {
  const parents = await mempoolLinks(context.db);
  const children = invert(parents);
  const { height } = await context.ledger.tip();
  const found: [string, Record<string, unknown>][] = [];
  const feeOf = new Map(waiting.map(({ txid, feeSats }) => [txid, feeSats]));
  const sizes = new Map<string, number>();
  for (const { txid } of waiting) sizes.set(txid, await weightOf(context, txid));
  for (const { txid, wtxid, feeSats, receivedAt } of waiting) {
    const [ancestors, descendants] = [reach(txid, parents), reach(txid, children)];
    const size = (txids: Set<string>) =>
      [...txids].reduce((sum, one) => sum + virtualSize(sizes.get(one) ?? 0), 0);
    const fees = (txids: Set<string>) =>
      decimal([...txids].reduce((sum, one) => sum + (feeOf.get(one) ?? 0n), 0n));
    const weight = sizes.get(txid) ?? 0;
    const entry = {
      vsize: virtualSize(weight),
      weight,
      time: Math.floor(receivedAt.getTime() / 1000),
      height,
      descendantcount: descendants.size,
      descendantsize: size(descendants),
      ancestorcount: ancestors.size,
      ancestorsize: size(ancestors),
      wtxid,
      fees: {
        base: decimal(feeSats),
        modified: decimal(feeSats),
        ancestor: fees(ancestors),
        descendant: fees(descendants),
      },
      depends: [...(parents.get(txid) ?? [])],
      spentby: [...(children.get(txid) ?? [])],
      "bip125-replaceable": false,
      unbroadcast: false,
    };
    found.push([txid, entry]);
  }
  return found;
}

type Links = Map<string, Set<string>>;

function invert(links: Links): Links {
  const inverse: Links = new Map();
  for (const [from, targets] of links) {
    for (const to of targets) inverse.set(to, (inverse.get(to) ?? new Set()).add(from));
  }
  return inverse;
}

/** The transaction with all that it leads to. */
function reach(txid: string, links: Links): Set<string> {
  const reached = new Set([txid]);
  for (const one of reached) for (const next of links.get(one) ?? []) reached.add(next);
  return reached;
}
