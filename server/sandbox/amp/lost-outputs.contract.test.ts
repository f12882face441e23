import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../testing";
import type { AssetRow } from "./asset-store";
import * as chain from "./play/chain";
import { Issuer } from "./play/issuer";
import { onTrial } from "./play/trial";
import { unsettle } from "./unsettle";

/** When AMP calls an output lost, and when it does not any more. Each case ends with its world as it was before. */

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

const tip = async ({ unit }: Issuer) => (await unit.ledger.tip()).height;

async function spendOutside(issuer: Issuer, assetId: string, amountSats: bigint): Promise<string> {
  const to = await issuer.unit.node.getNewAddress(chain.TREASURY);
  return chain.spend(issuer.unit, { outputs: [{ to, assetId, amountSats }] });
}

it("loses what the node spends without an order: at once, and at a height from the block on", async () => {
  await trial(async (issuer, asset) => {
    const params = { assetUuid: asset.uuid };
    await spendOutside(issuer, asset.assetId, 5n);
    const [outpoint = ""] = (await issuer.lost(asset)).asset;
    const [txid = "", vout] = outpoint.split(":");
    expect(txid).toBe(asset.issuanceTxid);
    // the amount can be looked up by the outpoint
    const tx = await issuer.ask("getTransaction", { params: { ...params, txid } });
    expect(tx.outputs.find((output) => output.vout === Number(vout))?.amount).toBe(1_000_000n);
    const before = await tip(issuer);
    expect([await issuer.owned(asset), await issuer.owned(asset, before)]).toEqual([0n, 1_000_000n]);
    await issuer.mine(1);
    const heights = [before, before + 1].map((height) => issuer.owned(asset, height));
    expect([await heights[0], await heights[1]]).toEqual([1_000_000n, 0n]);
    const balance = await issuer.ask("getBalance", { params });
    expect(balance).toMatchObject({ confirmedBalance: [], lostOutputs: [{ txid, vout: Number(vout) }] });
    expect(await issuer.ask("listUtxos", { params })).toEqual([]);
    const burn = issuer.ask("requestBurn", { params, body: { amount: 1n } });
    expect(await issuer.refusalOf(burn)).toContain("not enough in the treasury balance");
    const mark = issuer.ask("blacklistUtxos", { params, body: [{ txid, vout: Number(vout) }] });
    expect(await issuer.refusalOf(mark)).toContain("already spent");
  });
});

it("loses the reissuance token apart from the asset, and then reissues nothing", async () => {
  await trial(async (issuer, asset) => {
    await spendOutside(issuer, asset.tokenId ?? "", 1n);
    const lost = await issuer.lost(asset);
    expect([lost.asset.length, lost.token.length]).toEqual([0, 1]);
    const params = { assetUuid: asset.uuid };
    const order = issuer.ask("requestReissuance", { params, body: { amountToReissue: 1n } });
    expect(await issuer.refusalOf(order)).toBe("The reissuance tokens are lost.");
    expect((await issuer.ask("getSummary", { params })).reissuanceTokens).toBe(0n);
    expect(await issuer.owned(asset)).toBe(1_000_000n);
  });
});

it("keeps what an open order explains, for one transaction only", async () => {
  await trial(async (issuer, asset) => {
    // a second coin, so that the order can be paid twice without spending change
    const reissued = await chain.reissue(issuer.unit, asset, 1_000_000n);
    await issuer.mine(2);
    await issuer.confirmReissuance(asset, await chain.reissueBody(issuer.unit, reissued));
    const order = await issuer.order(asset, await issuer.addUser("Alice Ames"), [1_000n]);
    const coins = await issuer.ask("listUtxos", { params: { assetUuid: asset.uuid } });
    const outputs = Object.entries(order.payments).map(([to, amountSats]) => ({
      to,
      assetId: asset.assetId,
      amountSats,
    }));
    const [first, second] = [
      await chain.spend(issuer.unit, { outputs, with: coins.slice(0, 1) }),
      await chain.spend(issuer.unit, { outputs, with: coins.slice(1) }),
    ];
    expect((await issuer.lost(asset)).asset).toEqual([`${coins[1]?.txid}:${coins[1]?.vout}`]);
    expect(await issuer.owned(asset)).toBe(1_000_000n);
    await issuer.mine(2);
    await issuer.confirm(asset, order, await chain.distributionBody(issuer.unit, asset, first));
    expect((await issuer.lost(asset)).asset).toHaveLength(1);
    const again = issuer.confirm(asset, order, await chain.distributionBody(issuer.unit, asset, second));
    expect(await issuer.refusalOf(again)).toContain("already confirmed by another transaction");
  });
});

it("loses what was sent when its order is cancelled after the broadcast", async () => {
  await trial(async (issuer, asset) => {
    const order = await issuer.order(asset, await issuer.addUser("Alice Ames"), [1_000n]);
    await chain.payOrder(issuer.unit, order.payments, asset.assetId);
    expect((await issuer.lost(asset)).asset).toEqual([]);
    const params = { assetUuid: asset.uuid, distributionUuid: order.uuid };
    await issuer.ask("cancelDistribution", { params });
    expect((await issuer.lost(asset)).asset).toHaveLength(1);
  });
});

it("finds again what a late confirm explains, at every height", async () => {
  await trial(async (issuer, asset) => {
    const start = await tip(issuer);
    const txid = await chain.burn(issuer.unit, asset, 400_000n);
    await issuer.mine(2);
    expect([(await issuer.lost(asset)).asset.length, await issuer.owned(asset)]).toEqual([1, 0n]);
    await issuer.confirmBurn(asset, await chain.burnBody(issuer.unit, asset, txid));
    expect((await issuer.lost(asset)).asset).toEqual([]);
    const owned = [];
    for (const height of [start, start + 1, start + 2]) owned.push(await issuer.owned(asset, height));
    expect(owned).toEqual([1_000_000n, 600_000n, 600_000n]);
  });
});

it("leaves the other asset alone when one transaction serves the orders of two", async () => {
  await trial(async (issuer, asset) => {
    const other = await issuer.issue();
    const user = await issuer.addUser("Alice Ames");
    const [one, two] = [await issuer.order(asset, user, [1_000n]), await issuer.order(other, user, [2_000n])];
    const outputs = [
      ...Object.entries(one.payments).map(([to, amountSats]) => ({ to, assetId: asset.assetId, amountSats })),
      ...Object.entries(two.payments).map(([to, amountSats]) => ({ to, assetId: other.assetId, amountSats })),
    ];
    const txid = await chain.spend(issuer.unit, { outputs });
    await issuer.mine(2);
    await issuer.confirm(asset, one, await chain.distributionBody(issuer.unit, asset, txid));
    expect([await issuer.owned(asset), await issuer.owned(other)]).toEqual([1_000_000n, 1_000_000n]);
    await issuer.confirm(other, two, await chain.distributionBody(issuer.unit, other, txid));
    expect([await issuer.owned(asset), await issuer.owned(other)]).toEqual([1_000_000n, 1_000_000n]);
  });
});

it("loses the outputs of a confirmed transaction that a reorganisation undoes, and finds inputs that come back", async () => {
  await trial(async (issuer, asset) => {
    const { ledger, db } = issuer.unit;
    const order = await issuer.order(asset, await issuer.addUser("Alice Ames"), [1_000n]);
    const txid = await chain.payOrder(issuer.unit, order.payments, asset.assetId);
    await issuer.mine(2);
    await issuer.confirm(asset, order, await chain.distributionBody(issuer.unit, asset, txid));
    const end = await ledger.reorganise({ blocks: 2, conflict: [txid] });
    await unsettle(db, [...end.disconnected, ...end.conflicted]);
    await issuer.mine(1);
    const { asset: lost } = await issuer.lost(asset);
    expect(lost.map((outpoint) => outpoint.split(":")[0])).toEqual([txid, txid]);
    const height = await tip(issuer);
    const owned = [
      await issuer.owned(asset),
      await issuer.owned(asset, height),
      await issuer.owned(asset, height - 4),
    ];
    expect(owned).toEqual([0n, 0n, 1_000_000n]);
  });
  await trial(async (issuer, asset) => {
    const { ledger, db } = issuer.unit;
    // the outside spend is paid with L-BTC that then never came, and falls with it
    const { txid: fees } = await issuer.unit.node.fund(chain.TREASURY, 90_000_000n);
    const coins = await issuer.unit.node.listUnspent(chain.TREASURY, { minConfirmations: 0 });
    const to = await issuer.unit.node.getNewAddress(chain.TREASURY);
    await chain.spend(issuer.unit, {
      outputs: [{ to, assetId: asset.assetId, amountSats: 5n }],
      with: coins.filter((coin) => coin.txid === fees),
    });
    await issuer.mine(1);
    expect((await issuer.lost(asset)).asset).toHaveLength(1);
    const end = await ledger.reorganise({ blocks: 1, conflict: [fees] });
    await unsettle(db, [...end.disconnected, ...end.conflicted]);
    await issuer.mine(1);
    expect([(await issuer.lost(asset)).asset, await issuer.owned(asset)]).toEqual([[], 1_000_000n]);
  });
});
