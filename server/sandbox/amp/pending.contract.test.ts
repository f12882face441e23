import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { AssetSummary } from "@/lib/contracts/amp/summary";
import { parseExactJson, printExactJson } from "@/lib/exact-json";
import { transferBetweenHolders } from "../green/transfer";
import { startTestSandbox, type TestSandbox } from "../testing";
import type { AssetRow } from "./asset-store";
import * as chain from "./play/chain";
import { Issuer } from "./play/issuer";
import { onTrial } from "./play/trial";
import { rememberTreasuryAddress } from "./treasury-address-store";

/** What counts, and what does not, between a broadcast and its confirm. Each case ends with its world as it was. */

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});

afterAll(() => sandbox?.stop());

const trial = <T>(work: (issuer: Issuer, asset: AssetRow) => Promise<T>) =>
  onTrial(sandbox.world, async (unit) => {
    const issuer = await Issuer.in(unit, sandbox.world);
    return work(issuer, await issuer.issue());
  });

const requestBurn = (issuer: Issuer, { uuid: assetUuid }: AssetRow, amount: bigint) =>
  issuer.ask("requestBurn", { params: { assetUuid }, body: { amount } });

it("does not give away again what a burn on the chain has taken", async () => {
  await trial(async (issuer, asset) => {
    await requestBurn(issuer, asset, 600_000n);
    await chain.burn(issuer.unit, asset, 600_000n);
    await issuer.mine(2);
    expect((await issuer.lost(asset)).asset).toEqual([]);
    const { id: registeredUser } = await issuer.addUser("Alice Ames");
    const assign = (amount: bigint) =>
      issuer.ask("createAssignment", {
        params: { assetUuid: asset.uuid },
        body: {
          assignments: [{ registeredUser, amount, readyForDistribution: true, vestingTimestamp: null }],
        },
      });
    for (const call of [() => requestBurn(issuer, asset, 400_001n), () => assign(400_001n)])
      expect(await issuer.refusalOf(call())).toContain("not enough in the treasury balance");
    expect(await issuer.refusalOf(assign(400_000n))).toBeNull();
  });
});

it("takes an order that is asked for again for the same one, and another amount for another", async () => {
  await trial(async (issuer, asset) => {
    for (let count = 0; count < 3; count += 1) await requestBurn(issuer, asset, 50_000n);
    const txid = await chain.burn(issuer.unit, asset, 50_000n);
    await issuer.mine(2);
    await issuer.confirmBurn(asset, await chain.burnBody(issuer.unit, asset, txid));
    expect(await lostAfter(issuer, asset, 50_000n)).toBe(1);
  });
  await trial(async (issuer, asset) => {
    await requestBurn(issuer, asset, 70_000n);
    await requestBurn(issuer, asset, 80_000n);
    expect(await lostAfter(issuer, asset, 70_000n)).toBe(0);
  });
});

/** @returns how many outputs of the asset are lost once the node has burned so much */
async function lostAfter(issuer: Issuer, asset: AssetRow, sats: bigint): Promise<number> {
  await chain.burn(issuer.unit, asset, sats);
  return (await issuer.lost(asset)).asset.length;
}

it("takes a payment to another wallet's treasury address from the details of the payment", async () => {
  await trial(async (issuer, asset) => {
    const { unit } = issuer;
    await unit.node.createWallet("cold");
    const cold = await unit.node.getNewAddress("cold");
    await rememberTreasuryAddress(unit, asset.uuid, cold);
    const order = await issuer.order(asset, await issuer.addUser("Alice Ames"), [1_000n]);
    const paid = [...Object.entries(order.payments), [cold, 5_000n] as const];
    const txid = await chain.spend(unit, {
      outputs: paid.map(([to, amountSats]) => ({ to, assetId: asset.assetId, amountSats })),
    });
    await issuer.mine(2);
    const body = await chain.distributionBody(unit, asset, txid);
    const without = body.txData.details.filter((detail) => detail.vout !== 1);
    const silent = { ...body, txData: { txid, details: without } };
    expect(await issuer.refusalOf(issuer.confirm(asset, order, silent))).toContain("Output 1");
    expect(await issuer.refusalOf(issuer.confirm(asset, order, body))).toBeNull();
    expect(await issuer.owned(asset)).toBe(1_000_000n);
  });
});

it("calls the reissued amount a reissuance, and change of it change", async () => {
  await trial(async (issuer, asset) => {
    const { unit } = issuer;
    const params = { assetUuid: asset.uuid };
    const [coin] = await issuer.ask("listUtxos", { params });
    const address = () => unit.node.getNewAddress(chain.TREASURY);
    const txid = await chain.spend(unit, {
      outputs: [{ to: await address(), assetId: asset.tokenId ?? "", amountSats: 1n }],
      reissue: { asset, amountSats: 300_000n, to: await address() },
      with: coin ? [coin] : [],
    });
    await issuer.mine(2);
    await issuer.confirmReissuance(asset, await chain.reissueBody(unit, txid));
    const activities = await issuer.ask("listActivities", { params, query: {} });
    expect(activities.map(({ type, amount }) => [type, amount])).toEqual([
      ["issuance", 1_000_000n],
      ["reissuance", 300_000n],
    ]);
    const tx = await unit.ledger.transaction(txid);
    const [row] = await issuer.ask("listReissuances", { params });
    expect(tx?.outputs.find(({ vout }) => vout === row?.vout)?.amountSats).toBe(300_000n);
    expect(await issuer.owned(asset)).toBe(1_300_000n);
  });
});

it("keeps a holder in the confirmed balance while a transfer of theirs waits", async () => {
  await trial(async (issuer, asset) => {
    const alice = await issuer.addUser("Alice Ames");
    const bob = await issuer.addUser("Bernard Okafor");
    const order = await issuer.order(asset, alice, [1_000n]);
    const txid = await chain.payOrder(issuer.unit, order.payments, asset.assetId);
    await issuer.mine(2);
    await issuer.confirm(asset, order, await chain.distributionBody(issuer.unit, asset, txid));
    await transferBetweenHolders(issuer.unit, {
      ...{ assetUuid: asset.uuid, fromGaid: alice.gaid, to: { gaid: bob.gaid } },
      amountSats: 1n,
    });
    const told = async () => {
      const { confirmedBalance } = await issuer.ask("getBalance", { params: { assetUuid: asset.uuid } });
      return [alice, bob].map(({ gaid }) => confirmedBalance.find((row) => row.gaid === gaid)?.amount ?? 0n);
    };
    expect(await told()).toEqual([1_000n, 0n]);
    await issuer.mine(1);
    expect(await told()).toEqual([1_000n, 0n]);
    await issuer.mine(1);
    expect(await told()).toEqual([999n, 1n]);
  });
});

it("leaves coins that are in no block out of a burn's order, as the node's listunspent does", async () => {
  await trial(async (issuer, asset) => {
    const alice = await issuer.addUser("Alice Ames");
    const order = await issuer.order(asset, alice, [1_000n]);
    const txid = await chain.payOrder(issuer.unit, order.payments, asset.assetId);
    await issuer.mine(2);
    await issuer.confirm(asset, order, await chain.distributionBody(issuer.unit, asset, txid));
    const [back] = await issuer.ask("listTreasuryAddresses", { params: { assetUuid: asset.uuid } });
    const { txid: waiting } = await transferBetweenHolders(issuer.unit, {
      ...{ assetUuid: asset.uuid, fromGaid: alice.gaid, to: { address: back ?? "" } },
      amountSats: 10n,
    });
    const listed = async () => (await requestBurn(issuer, asset, 1n)).utxos.map((utxo) => utxo.txid);
    expect(await listed()).toEqual([txid]);
    await issuer.mine(1);
    expect((await listed()).sort()).toEqual([txid, waiting].sort());
  });
});

it("prints and reads sums beyond 2^53 digit by digit", async () => {
  const all = 2_100_000_000_000_000n;
  const summary = await onTrial(sandbox.world, async (unit) => {
    const issuer = await Issuer.in(unit, sandbox.world);
    const asset = await issuer.issue({ amount: all });
    for (let count = 0; count < 5; count += 1) {
      // an odd sum, which a float could not hold
      const burnt = await chain.burn(unit, asset, all - (count === 0 ? 1n : 0n));
      await issuer.mine(2);
      await issuer.confirmBurn(asset, await chain.burnBody(unit, asset, burnt));
      const again = all - (count === 0 ? 1n : 0n);
      const reissued = await chain.reissue(unit, asset, again);
      await issuer.mine(2);
      await issuer.confirmReissuance(asset, await chain.reissueBody(unit, reissued));
    }
    return issuer.ask("getSummary", { params: { assetUuid: asset.uuid } });
  });
  expect(summary).toMatchObject({ burned: all * 5n - 1n, reissued: all * 5n - 1n });
  const text = printExactJson(z.encode(AssetSummary, summary));
  expect(text).toContain('"burned":10499999999999999,');
  expect(z.decode(AssetSummary, parseExactJson(text) as z.input<typeof AssetSummary>)).toEqual(summary);
});
