import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { NodeDetail, NodeIssuance, NodeUnspent } from "@/lib/contracts/amp/node-entries";
import { type LedgerIssuance, type LedgerOutput, type LedgerTransaction, NO_BLINDER } from "../ledger/port";
import { startTestSandbox, type TestSandbox } from "../testing";
import type { Unit } from "../world";
import { findByUsername, toAccount } from "./accounts";
import { perform, type Request } from "./perform";
import { type AmpCaller, issue, mine, ownedSats, signIn } from "./testing";

/** The node has no reissueasset and destroyamount yet, so the chain's side of these tests is written by hand. */

let sandbox: TestSandbox;
let amp: AmpCaller;
// biome-ignore lint/suspicious/noExplicitAny: an issuance as it comes over the wire
let asset: any;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  amp = await signIn(sandbox, "issuer");
});

afterAll(() => sandbox.stop());

beforeEach(async () => {
  asset = await issue(sandbox, amp, { reissuable: true });
  await mine(sandbox, 2);
});

const TXID = () => asset.txid.replace(/^.{8}/, "abcdef01");
const BLINDER = "7".repeat(64);

const output = (
  vout: number,
  assetId: string,
  amountSats: bigint,
  kind: LedgerOutput["kind"],
): LedgerOutput => ({
  txid: TXID(),
  vout,
  scriptHex: kind === "burn" ? "6a" : `0014${String(vout).padStart(40, "0")}`,
  address: null,
  kind,
  assetId,
  amountSats,
  assetBlinder: BLINDER,
  amountBlinder: BLINDER,
  spentBy: null,
});

/** A transaction that spends an output of the issuance. */
async function transaction(
  { ledger }: Unit,
  spentVout: number,
  outputs: LedgerOutput[],
  issuances: LedgerIssuance[] = [],
): Promise<LedgerTransaction> {
  const issuance = await ledger.transaction(asset.txid);
  const prevout = issuance?.outputs.find(({ vout }) => vout === spentVout);
  if (!issuance || !prevout) throw new Error("The issuance is missing.");
  const block = await ledger.tip(); // later than the issuance, so that the order of both is told by height
  return {
    ...issuance,
    txid: TXID(),
    block,
    confirmations: 2,
    inputs: [{ vin: 0, prevout }],
    outputs,
    issuances,
  };
}

/** Asks AMP over a chain that knows one transaction more. */
function askWith<K extends "confirmBurn" | "confirmReissuance">(
  name: K,
  build: (unit: Unit) => Promise<LedgerTransaction>,
  body: Request<K>["body"],
) {
  return sandbox.world.write(async (unit) => {
    const made = await build(unit);
    const row = await findByUsername(unit.db, "issuer");
    if (!row) throw new Error("There is no issuer.");
    const known = async (txid: string) => (txid === made.txid ? made : unit.ledger.transaction(txid));
    const withMade = { ...unit, ledger: { ...unit.ledger, transaction: known } };
    return perform(withMade, sandbox.world.env, name, {
      account: toAccount(row),
      params: { assetUuid: asset.asset_uuid },
      body,
    });
  });
}

const path = (rest: string) => `/assets/${asset.asset_uuid}/${rest}`;

describe("a burn", () => {
  const change = () => ({
    txid: TXID(),
    vout: 1,
    amount: 9_000_000n,
    amountblinder: BLINDER,
    asset: asset.asset_id,
    assetblinder: BLINDER,
  });
  const body = () => ({ txData: { txid: TXID() }, changeData: [z.encode(NodeUnspent, change())] });
  const burn = (changeSats: bigint) => (unit: Unit) =>
    transaction(unit, asset.asset_vout, [
      output(0, asset.asset_id, 1_000_000n, "burn"),
      output(1, asset.asset_id, changeSats, "payment"),
    ]);

  it("is ordered from the treasury's outputs and not above its balance", async () => {
    const { body: order } = await amp.post(path("burn-request"), { amount: 1_000_000 });
    expect(order).toMatchObject({
      command: "burn",
      min_supported_client_script_version: 2,
      utxos: [{ txid: asset.txid, vout: asset.asset_vout }],
    });
    expect(String(order.amount)).toBe("0.01000000");
    const tooMuch = await amp.post(path("burn-request"), { amount: 10_000_001 });
    expect(tooMuch.body.Error).toContain("not enough in the treasury balance");
  });

  it("lowers the supply once, however often it is reported", async () => {
    await askWith("confirmBurn", burn(9_000_000n), body());
    await askWith("confirmBurn", burn(9_000_000n), body());
    expect((await amp.get(path("summary"))).body).toMatchObject({ issued: 10_000_000, burned: 1_000_000 });
    expect(await ownedSats(amp, asset.asset_uuid)).toBe(9_000_000);
    const activities = (await amp.get(path("activities"))).body;
    expect(activities.map((row: { type: string }) => row.type)).toEqual(["issuance", "burn"]);
    const [tx] = (await amp.get(path("txs?sortorder=desc&count=1"))).body;
    expect(tx.outputs.map((row: { is_burnt: boolean }) => row.is_burnt)).toEqual([true, false]);
  });

  it("is refused when the change does not match or the transaction is unknown", async () => {
    await expect(askWith("confirmBurn", burn(8_000_000n), body())).rejects.toThrow("change_data");
    const unknown = await amp.post(path("burn-confirm"), { tx_data: { txid: TXID() }, change_data: [] });
    expect(unknown.body).toEqual({ Error: "The transaction is unknown." });
  });
});

describe("a reissuance", () => {
  const detail = (vout: number, assetId: string, amount: bigint) =>
    z.encode(NodeDetail, {
      category: "receive",
      amount,
      amountblinder: BLINDER,
      asset: assetId,
      assetblinder: BLINDER,
      vout,
    });
  const body = () => ({
    details: [detail(0, asset.asset_id, 5_000_000n), detail(1, asset.reissuance_token_id, 1n)],
    reissuanceOutput: { txid: TXID(), vin: 0 },
    listIssuances: [
      z.encode(NodeIssuance, {
        isreissuance: true,
        txid: TXID(),
        vin: 0,
        asset: asset.asset_id,
        assetamount: 5_000_000n,
      }),
    ],
  });
  const issuance = (amountSats: bigint): LedgerIssuance => ({
    vin: 0,
    isReissuance: true,
    entropy: NO_BLINDER,
    assetId: asset.asset_id,
    amountSats,
    assetAmountBlinder: NO_BLINDER,
    tokenId: asset.reissuance_token_id,
    tokenAmountSats: 0n,
    tokenAmountBlinder: NO_BLINDER,
  });
  const reissue = (amountSats: bigint) => (unit: Unit) =>
    transaction(
      unit,
      asset.reissuance_vout,
      [output(0, asset.asset_id, amountSats, "payment"), output(1, asset.reissuance_token_id, 1n, "payment")],
      [issuance(amountSats)],
    );

  it("is ordered with the token's output, and only of a reissuable asset", async () => {
    const { body: order } = await amp.post(path("reissue-request"), { amount_to_reissue: 5_000_000 });
    expect(order).toMatchObject({
      command: "reissue",
      reissuance_utxos: [{ txid: asset.txid, vout: asset.reissuance_vout }],
    });
    const fixed = await issue(sandbox, amp);
    const refused = await amp.post(`/assets/${fixed.asset_uuid}/reissue-request`, { amount_to_reissue: 1 });
    expect(refused.body.Error).toBe("The asset is not reissuable.");
  });

  it("raises the supply once and keeps the token", async () => {
    const first = await askWith("confirmReissuance", reissue(5_000_000n), body());
    expect(first).toEqual({ txid: TXID(), vin: 0, reissuanceAmount: 5_000_000n });
    expect(await askWith("confirmReissuance", reissue(5_000_000n), body())).toEqual(first);
    expect((await amp.get(path("summary"))).body).toMatchObject({
      issued: 10_000_000,
      reissued: 5_000_000,
      reissuance_tokens: 1,
    });
    expect(await ownedSats(amp, asset.asset_uuid)).toBe(15_000_000);
    expect((await amp.get(path("reissuances"))).body).toMatchObject([
      { reissuance_amount: 5_000_000, vout: 0 },
    ]);
  });

  it("is refused when the node's entry tells another amount", async () => {
    const other = askWith("confirmReissuance", reissue(6_000_000n), body());
    await expect(other).rejects.toThrow("reissued amount does not match");
  });
});
