import { z } from "zod";
import { printUnits } from "@/lib/domain/units";
import { clockOffsetMs, now } from "@/server/platform/clock";
import { balancesOf } from "../../elements/balances";
import { countOwners, gaidOwner, newestOwners } from "../../ledger/keyring";
import { networkFacts } from "../../ledger/networks";
import { mempoolSize } from "../../ledger/store";
import { type ControlRoute, type Controls, controlRoute } from "../route";

/** Shown at a glance; there may be very many. */
const MOST_GAIDS = 50;

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
  gaids: z.array(z.string()).describe("The newest ones; GET /wallets lists all."),
  wallet_count: z.int().describe("How many wallets of investors there are."),
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
    input: z.object({
      gaids: z.enum(["newest", "none"]).default("newest").describe(`At most ${MOST_GAIDS} are shown.`),
    }),
    output: State,
    run: readState,
  }),
];

function readState(
  { world, miner }: Controls,
  { gaids: wanted }: { gaids: "newest" | "none" },
): Promise<z.infer<typeof State>> {
  return world.read(async ({ db, ledger, node }) => {
    const { height, hash } = await ledger.tip();
    const { policyAsset } = networkFacts(world.env.network);
    const wallets: Record<string, string> = {};
    for (const name of await node.walletNames()) {
      const { trusted, pending } = await balancesOf(db, name);
      wallets[name] = printUnits((trusted.get(policyAsset) ?? 0n) + (pending.get(policyAsset) ?? 0n), 8);
    }
    const gaids = wanted === "newest" ? await newestOwners(db, gaidOwner(""), MOST_GAIDS) : [];
    return {
      network: world.env.network,
      height,
      hash,
      interval_seconds: miner.seconds(),
      paused: miner.isPaused(),
      mempool_size: await mempoolSize(db),
      wallets,
      gaids: gaids.map((owner) => owner.slice(gaidOwner("").length)),
      wallet_count: await countOwners(db, gaidOwner("")),
      time: now().toISOString(),
      clock_offset_seconds: clockOffsetMs() / 1000,
    };
  });
}
