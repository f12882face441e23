import * as chain from "@/server/sandbox/amp/play/chain";
import type { Issuer } from "@/server/sandbox/amp/play/issuer";
import { transferBetweenHolders } from "@/server/sandbox/green/transfer";

export interface Played {
  assetUuid: string;
  /** Of a user who has some. */
  holderGaid: string;
  /** Nobody's so far, and some of the asset lies in them. */
  strangers: string[];
}

/** A whole number from 0 to below. */
type Roll = (below: number) => number;

/** Distributions, a reissuance, a burn and random transfers between users and people without a record. */
export async function playHistory(issuer: Issuer, roll: Roll): Promise<Played> {
  const { unit } = issuer;
  const asset = await issuer.issue();
  const strangers = [
    await unit.ledger.createGaid(),
    await unit.ledger.createGaid(),
    await unit.ledger.createGaid(),
  ];
  const gaids = [...strangers];
  for (const name of ["Alice Ames", "Bernard Okafor", "Clara Dahl"]) {
    const user = await issuer.addUser(name);
    gaids.unshift(user.gaid);
    const order = await issuer.order(asset, user, [BigInt(5_000 + roll(5_000)), 2_000n]);
    const txid = await chain.payOrder(unit, order.payments, asset.assetId);
    await issuer.mine(2);
    await issuer.confirm(asset, order, await chain.distributionBody(unit, asset, txid));
  }
  const holderGaid = gaids[0] ?? "";
  const params = { assetUuid: asset.uuid };
  await issuer.ask("requestReissuance", { params, body: { amountToReissue: 300_000n } });
  const reissued = await chain.reissue(unit, asset, 300_000n);
  await issuer.mine(2);
  await issuer.confirmReissuance(asset, await chain.reissueBody(unit, reissued));
  for (let count = 0; count < 8; count += 1) {
    // Each stranger gets some, whatever the seed; the others go anywhere.
    const to = count < strangers.length ? 3 + count : (count + 1 + roll(5)) % 6;
    const [fromGaid = "", gaid = ""] = [gaids[count % 3], gaids[to]];
    const amountSats = BigInt(1 + roll(400));
    if (fromGaid !== gaid)
      await transferBetweenHolders(unit, { assetUuid: asset.uuid, fromGaid, to: { gaid }, amountSats });
    await issuer.mine(1 + roll(2));
  }
  await issuer.ask("requestBurn", { params, body: { amount: 100_000n } });
  const burnt = await chain.burn(unit, asset, 100_000n);
  await issuer.mine(2);
  await issuer.confirmBurn(asset, await chain.burnBody(unit, asset, burnt));
  return { assetUuid: asset.uuid, holderGaid, strangers };
}
