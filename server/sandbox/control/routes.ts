import { z } from "zod";
import { elementsAmount } from "@/lib/contracts/wire";
import { printUnits } from "@/lib/domain/units";
import { now } from "@/server/platform/clock";
import { transferBetweenHolders } from "../amp/transfers";
import { listCalls } from "../call-log";
import { gaidOwner, listOwners } from "../ledger/keyring";
import { networkFacts } from "../ledger/networks";
import { mempoolSize, unspentOf } from "../ledger/store";
import type { Miner } from "../miner";
import type { World } from "../world";

const Mine = z.object({ blocks: z.int().min(1).max(1000).default(1) });
const Interval = z.object({ seconds: z.coerce.number().nonnegative().max(3600) });
const Fund = z.object({ wallet: z.string().min(1), amount: elementsAmount });
const Send = z.object({
  from: z.string().min(1),
  to: z.string().min(1),
  asset_uuid: z.uuid(),
  amount: z.int().positive(),
});
const Calls = z.object({
  after: z.coerce.number().int().nonnegative().default(0),
  path: z.string().default(""),
});

type Route = (input: unknown) => Promise<unknown>;

/** Every control call: what it takes and what it does. Amounts of L-BTC are decimals, of other assets whole sats. */
export function controlRoutes(world: World, miner: Miner): Record<string, Route> {
  return {
    "POST /mine": async (input) => {
      const { blocks } = Mine.parse(input);
      const mined = await world.write(({ ledger }) => ledger.mine(blocks));
      const { height, hash } = mined[mined.length - 1] ?? { height: 0, hash: "" };
      return { height, hash };
    },
    "POST /wallets": async () => ({ gaid: await world.write(({ ledger }) => ledger.createGaid()) }),
    "POST /wallets/send": (input) => sendFromGaid(world, Send.parse(input)),
    "GET /wallets/balance": (input) => gaidBalance(world, z.object({ gaid: z.string() }).parse(input).gaid),
    "POST /interval": async (input) => {
      const { seconds } = Interval.parse(input);
      miner.setSeconds(seconds);
      return { seconds };
    },
    "POST /fund": async (input) => {
      const { wallet, amount } = Fund.parse(input);
      return world.write(({ node }) => node.fund(wallet, amount));
    },
    "GET /state": () => state(world, miner),
    "GET /calls": (input) => listCalls(world.database, Calls.parse(input)),
  };
}

/** A holder sends to a GAID or an address, as a Green wallet does after AMP has agreed. */
function sendFromGaid(world: World, { from, to, asset_uuid, amount }: z.infer<typeof Send>) {
  return world.write(async (unit) =>
    transferBetweenHolders(unit, {
      assetUuid: asset_uuid,
      fromGaid: from,
      to: (await unit.ledger.isKnownGaid(to)) ? { gaid: to } : { address: to },
      amountSats: BigInt(amount),
    }),
  );
}

function gaidBalance(world: World, gaid: string) {
  return world.read(async ({ db }) => {
    const sums = new Map<string, bigint>();
    for (const { assetId, amountSats } of await unspentOf(db, gaidOwner(gaid))) {
      sums.set(assetId, (sums.get(assetId) ?? 0n) + amountSats);
    }
    return { gaid, balance: Object.fromEntries(sums) };
  });
}

function state(world: World, miner: Miner) {
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
      mempool_size: await mempoolSize(db),
      /** Node wallets with their L-BTC. */
      wallets,
      gaids: gaids.map((owner) => owner.slice(gaidOwner("").length)),
      time: now().toISOString(),
    };
  });
}
