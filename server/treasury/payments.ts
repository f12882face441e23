import type { z } from "zod";
import type { ListedTransaction } from "@/lib/contracts/elements";
import { unconfidentialAddress } from "@/lib/domain/liquid-address";
import type { NodeClient } from "@/server/elements/rpc";
import { walletPages } from "@/server/elements/wallet";

type Line = z.output<typeof ListedTransaction>;

/** What the wallet shows of an order that may be paid. */
export interface FoundPayment {
  /** The transaction that carries the operation's comment. */
  tagged: string | null;
  /** Without one: transactions that pay addresses of the order, the likeliest first. */
  others: string[];
}

/** Blocks after which the transaction that lost against another one counts as no payment. */
const DEEP = 2;

/** By so much a node's clock may differ from the desk's, in milliseconds. */
const CLOCKS_MS = 24 * 60 * 60 * 1_000;

/** That the wallet had all of a page by then, as it had whatever stands behind it. */
const isOlder = (page: Line[], than: Date): boolean =>
  page.every(
    ({ timereceived }) => timereceived !== undefined && timereceived * 1_000 < than.getTime() - CLOCKS_MS,
  );

/** Whether a line tells of a transaction that is, or may still get, in the chain. */
const isAlive = ({ confirmations, abandoned }: Line) => confirmations >= 0 && abandoned !== true;
/** A negative count is how deep the transaction is that took its coins. */
const isLost = ({ confirmations }: Line) => confirmations <= -DEEP;

/**
 * Looks through the pages of the wallet, unconfirmed transactions included, once for both. AMP hands each address out
 * once, so a payment to one means that the order is paid. The node prints addresses in their unconfidential form.
 * RPC listtransactions, the latest page first
 * @param since before which the order cannot have been paid; null where nobody knows: then all pages are read. A wallet that
 * paid a hundred thousand has a hundred pages, and a node goes through all before one to print it
 */
export async function findPaid(
  node: NodeClient,
  tag: string | null,
  addresses: string[],
  since: Date | null,
): Promise<FoundPayment> {
  const plain = new Set(addresses.map(unconfidentialAddress));
  let deadTag: string | null = null;
  const alive = new Set<string>();
  const doubtful = new Set<string>();
  for await (const entries of walletPages(node)) {
    for (const line of entries) {
      if (tag !== null && line.comment === tag) {
        if (isAlive(line)) return { tagged: line.txid, others: [] };
        deadTag ??= line.txid;
      }
      const isOfOrder = line.category === "send" && line.address !== undefined && plain.has(line.address);
      if (!isOfOrder || isLost(line)) continue;
      (isAlive(line) ? alive : doubtful).add(line.txid);
    }
    if (since !== null && isOlder(entries, since)) break;
  }
  if (deadTag !== null) return { tagged: deadTag, others: [] };
  return { tagged: null, others: [...new Set([...alive, ...doubtful])] };
}

/** The transaction that carries this wallet comment; null when no page of the wallet shows one. RPC listtransactions */
export const findTagged = async (node: NodeClient, tag: string): Promise<string | null> =>
  (await findPaid(node, tag, [], null)).tagged;

/** A transaction that pays one of these addresses; null when no page of the wallet shows one. RPC listtransactions */
export const findPayment = async (node: NodeClient, addresses: string[]): Promise<string | null> =>
  (await findPaid(node, null, addresses, null)).others[0] ?? null;
