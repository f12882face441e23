import { z } from "zod";
import { assetNames } from "../../green/wallet-store";
import { networkFacts } from "../../ledger/networks";
import { recentTransactions } from "../../ledger/recent-store";
import { type ControlRoute, controlRoute } from "../route";

const MOST = 200;

const Recent = z.object({
  txid: z.string(),
  blockheight: z.int().nullable().describe("null while it waits."),
  at: z.date().describe("When it was broadcast."),
  assets: z
    .array(z.string())
    .describe("Names of the assets it moves, L-BTC left out; an id where none is known."),
});

/** The chain's newest end, to choose from what a reorganisation beats. */
export const transactionRoutes: ControlRoute[] = [
  controlRoute({
    method: "GET",
    path: "/transactions",
    summary: "What waits, and what the newest blocks hold: newest first, at most 200.",
    input: z.object({ blocks: z.coerce.number().int().min(0).max(100).default(6) }),
    output: z.array(Recent),
    run: ({ world }, { blocks }) =>
      world.read(async ({ db, ledger }): Promise<z.infer<typeof Recent>[]> => {
        const { height } = await ledger.tip();
        const rows = await recentTransactions(db, { height: height - blocks, most: MOST });
        const { policyAsset } = networkFacts(ledger.network);
        const ids = [...new Set(rows.flatMap(({ assetIds }) => assetIds))];
        const nameOf = await assetNames(db, ledger.network, ids);
        return rows.map((row) => ({
          txid: row.txid,
          blockheight: row.height,
          at: row.receivedAt,
          assets: row.assetIds.filter((id) => id !== policyAsset).map((id) => nameOf(id).name ?? id),
        }));
      }),
  }),
];
