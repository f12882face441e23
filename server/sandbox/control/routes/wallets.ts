import { z } from "zod";
import { elementsAmount, hex64 } from "@/lib/contracts/wire";
import { transferBetweenHolders } from "../../amp/transfers";
import { gaidOwner } from "../../ledger/keyring";
import { unspentOf } from "../../ledger/store";
import type { World } from "../../world";
import { type ControlRoute, controlRoute } from "../route";

const Send = z.object({
  from: z.string().min(1),
  to: z.string().min(1),
  asset_uuid: z.uuid(),
  amount: z.int().positive(),
});

/** Wallets of the Green side, and L-BTC for the node's. */
export const walletRoutes: ControlRoute[] = [
  controlRoute({
    method: "POST",
    path: "/wallets",
    summary: "Opens an investor's wallet.",
    input: z.object({}),
    output: z.object({ gaid: z.string() }),
    run: async ({ world }) => ({ gaid: await world.write(({ ledger }) => ledger.createGaid()) }),
  }),
  controlRoute({
    method: "POST",
    path: "/wallets/send",
    summary: "An investor's wallet sends to a GAID or an address, after AMP has been asked.",
    input: Send,
    output: z.object({ txid: hex64 }),
    run: ({ world }, input) => sendFromGaid(world, input),
  }),
  controlRoute({
    method: "GET",
    path: "/wallets/balance",
    summary: "What the chain holds for a GAID, in sats by asset id.",
    input: z.object({ gaid: z.string() }),
    output: z.object({ gaid: z.string(), balance: z.record(z.string(), z.bigint()) }),
    run: ({ world }, { gaid }) => gaidBalance(world, gaid),
  }),
  controlRoute({
    method: "POST",
    path: "/fund",
    summary: "Gives L-BTC to a wallet of the node; the amount is a decimal of L-BTC.",
    input: z.object({ wallet: z.string().min(1), amount: elementsAmount }),
    output: z.object({ txid: hex64 }),
    run: ({ world }, { wallet, amount }) => world.write(({ node }) => node.fund(wallet, amount)),
  }),
];

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
