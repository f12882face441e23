import { z } from "zod";
import { printUnits } from "@/lib/domain/units";
import { clockOffsetMs, now } from "@/server/platform/clock";
import { gaidOwner, listOwners } from "../../ledger/keyring";
import { networkFacts } from "../../ledger/networks";
import { mempoolSize } from "../../ledger/store";
import { type ControlRoute, type Controls, controlRoute } from "../route";

const State = z.object({
  network: z.string(),
  height: z.int(),
  hash: z.string(),
  interval_seconds: z.number(),
  /** No block by itself, whatever the interval. */
  paused: z.boolean(),
  mempool_size: z.int(),
  /** Node wallets with their L-BTC. */
  wallets: z.record(z.string(), z.string()),
  gaids: z.array(z.string()),
  time: z.iso.datetime(),
  /** From the real time. */
  clock_offset_seconds: z.number(),
});

/** The world at a glance. */
export const stateRoutes: ControlRoute[] = [
  controlRoute({
    method: "GET",
    path: "/state",
    summary: "Network, tip, block rhythm, node wallets with their L-BTC, GAIDs, the clock.",
    input: z.object({}),
    output: State,
    run: readState,
  }),
];

function readState({ world, miner }: Controls): Promise<z.infer<typeof State>> {
  return world.read(async ({ db, ledger, node }) => {
    const { height, hash } = await ledger.tip();
    const { policyAsset } = networkFacts(world.env.network);
    const wallets: Record<string, string> = {};
    for (const name of await node.walletNames()) {
      const coins = await node.listUnspent(name, { minConfirmations: 0 });
      const lbtc = coins.filter((coin) => coin.assetId === policyAsset);
      wallets[name] = printUnits(
        lbtc.reduce((sum, coin) => sum + coin.amountSats, 0n),
        8,
      );
    }
    const gaids = await listOwners(db, gaidOwner(""));
    return {
      network: world.env.network,
      height,
      hash,
      interval_seconds: miner.seconds(),
      paused: miner.isPaused(),
      mempool_size: await mempoolSize(db),
      wallets,
      gaids: gaids.map((owner) => owner.slice(gaidOwner("").length)),
      time: now().toISOString(),
      clock_offset_seconds: clockOffsetMs() / 1000,
    };
  });
}
