import { z } from "zod";
import { elementsAmount, hex64 } from "@/lib/contracts/wire";
import { findAssetByUuid } from "../../amp/asset-store";
import { notFound } from "../../amp/refusal";
import { assertUnlocked } from "../../elements/passphrase";
import { selectWallet } from "../../elements/wallets";
import { readDestination } from "../../green/proposal";
import { refusalWords, transfer } from "../../green/transfer";
import type { World } from "../../world";
import { amount, gaid, text } from "../fields";
import { ControlRefusal, type ControlRoute, controlRoute } from "../route";
import { reason } from "./authorizations";

/** A GAID or an address. */
const to = text.min(1);
const MOST_OUTPUTS = 60;

const Send = z
  .strictObject({
    from: gaid,
    asset_uuid: z.uuid(),
    to: to.optional(),
    amount: amount.optional(),
    outputs: z.array(z.strictObject({ to, amount })).min(1).max(MOST_OUTPUTS).optional(),
  })
  .transform(({ from, asset_uuid, outputs, ...single }, context) => {
    const isSingle = single.to !== undefined && single.amount !== undefined;
    const isMixed = outputs !== undefined && (single.to !== undefined || single.amount !== undefined);
    if ((outputs || isSingle) && !isMixed)
      return {
        from,
        assetUuid: asset_uuid,
        outputs: outputs ?? [{ to: single.to ?? "", amount: single.amount ?? 0 }],
      };
    context.addIssue({ code: "custom", message: "wants either to and amount or outputs" });
    return z.NEVER;
  });

const Outside = z.strictObject({ wallet: text.min(1), asset_uuid: z.uuid(), amount, to: to.optional() });

/** What moves: sends of investors, and of the node without AMP. */
export const transferRoutes: ControlRoute[] = [
  controlRoute({
    method: "POST",
    path: "/wallets/send",
    summary:
      "An investor's wallet sends to GAIDs or addresses, after AMP's rules and the issuer's endpoint were asked; a refusal is a 400 with the reasons.",
    input: Send,
    output: z.object({
      approved: z.literal(true),
      authorization: z.uuid(),
      txid: hex64,
      reasons: z.array(reason),
    }),
    run: ({ world }, input) => send(world, input),
  }),
  controlRoute({
    method: "POST",
    path: "/wallets/outside",
    summary:
      "A wallet of the node spends a managed asset behind AMP's back, to itself unless told otherwise: what it spends is lost to AMP.",
    input: Outside,
    output: z.object({ txid: hex64 }),
    run: ({ world }, input) => spendOutside(world, input),
  }),
  controlRoute({
    method: "POST",
    path: "/fund",
    summary: "Gives L-BTC to a wallet of the node; the amount is a decimal of L-BTC.",
    input: z.strictObject({ wallet: text.min(1), amount: elementsAmount }),
    output: z.object({ txid: hex64 }),
    run: ({ world }, input) => world.write(({ node }) => node.fund(input.wallet, input.amount)),
  }),
];

async function send(world: World, { from, assetUuid, outputs }: z.output<typeof Send>) {
  const { uuid, isApproved, txid, reasons } = await transfer(world, {
    assetUuid,
    fromGaid: from,
    outputs: outputs.map((output) => ({ to: readDestination(output.to), amountSats: BigInt(output.amount) })),
  });
  const answer = { approved: isApproved, authorization: uuid, txid, reasons };
  if (!isApproved) throw new ControlRefusal({ error: refusalWords(reasons), ...answer });
  return answer;
}

function spendOutside(world: World, input: z.output<typeof Outside>): Promise<{ txid: string }> {
  const { wallet, asset_uuid: assetUuid } = input;
  return world.write(async ({ db, ledger, node }) => {
    const asset = await findAssetByUuid(db, assetUuid);
    if (!asset) throw notFound();
    assertUnlocked(await selectWallet(db, wallet));
    const place = input.to === undefined ? null : readDestination(input.to);
    const address = await (place === null
      ? node.getNewAddress(wallet)
      : "gaid" in place
        ? ledger.nextGaidAddress(place.gaid)
        : place.address);
    const recipient = { address, assetId: asset.assetId, amountSats: BigInt(input.amount) };
    const { txid } = await node.sendMany(wallet, { recipients: [recipient] });
    return { txid };
  });
}
