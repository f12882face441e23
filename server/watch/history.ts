import { z } from "zod";
import { ListedTransaction } from "@/lib/contracts/elements";
import type { NodeClient } from "@/server/elements/rpc";

/** Lines per page: a distribution writes one for each recipient. */
const PAGE = 1000;
/** Transactions after which the search ends; at sixty recipients each, far more lines than that. */
const SENDS = 1000;
/** A block may come between two readings. */
const SLACK = 2;

type Line = z.output<typeof ListedTransaction>;

/** The wallet's history; each page is read once, when somebody asks for it. */
export function createHistory(node: NodeClient) {
  const pages: Promise<Line[]>[] = [];
  const readPage = (index: number) => {
    const page =
      pages[index] ??
      node.call("listtransactions", ["*", PAGE, index * PAGE, true], z.array(ListedTransaction));
    pages[index] = page;
    return page;
  };
  return {
    /**
     * Ids of what the wallet sent since the block of a coin with so many confirmations, newest first, waiting ones
     * included. RPC listtransactions, page by page
     */
    async *sendsSince(confirmations: number): AsyncGenerator<string> {
      const isOlder = (line: Line) => line.confirmations > confirmations + SLACK;
      const told = new Set<string>();
      for (let index = 0; ; index += 1) {
        const lines = await readPage(index);
        for (const line of lines.toReversed()) {
          if (line.category !== "send" || line.confirmations < 0 || isOlder(line)) continue;
          if (told.has(line.txid)) continue;
          if (told.size === SENDS) return;
          told.add(line.txid);
          yield line.txid;
        }
        // The wallet's order is not strictly the chain's: a single older line does not end the search.
        if (lines.length < PAGE || lines.every(isOlder)) return;
      }
    },
  };
}
