import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Wire } from "@/server/platform/testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { type AmpCaller, callNode, issue, mine, ownedSats, signIn } from "./testing";

/** Burn, reissue and blinders as an issuer's client goes through them: AMP over HTTP, the node over JSON-RPC. */

let sandbox: TestSandbox;
let amp: AmpCaller;
let asset: Wire;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  amp = await signIn(sandbox, "issuer");
});

afterAll(() => sandbox?.stop());

beforeEach(async () => {
  asset = await issue(sandbox, amp, { reissuable: true });
  await mine(sandbox, 2);
});

const path = (rest: string) => `/assets/${asset.asset_uuid}/${rest}`;
const node = (method: string, ...params: unknown[]) => callNode(sandbox, method, params);
const summary = async () => (await amp.get(path("summary"))).body;

describe("a burn", () => {
  async function payload(txid: string) {
    const coins: { txid: string; asset: string }[] = await node("listunspent");
    const change = coins.filter((coin) => coin.txid === txid && coin.asset === asset.asset_id);
    return { tx_data: { txid }, change_data: change };
  }

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

  it("lowers the supply once, however often it is reported, and counts until then", async () => {
    await amp.post(path("burn-request"), { amount: 1_000_000 });
    const txid = await node("destroyamount", asset.asset_id, 0.01);
    await mine(sandbox, 2);
    expect([await ownedSats(amp, asset.asset_uuid), (await summary()).burned]).toEqual([10_000_000, 0]);
    const report = await payload(txid);
    for (let count = 0; count < 2; count += 1) {
      const answer = await amp.post(path("burn-confirm"), report);
      expect([answer.status, answer.body]).toEqual([200, undefined]);
    }
    expect(await summary()).toMatchObject({ issued: 10_000_000, burned: 1_000_000 });
    expect(await ownedSats(amp, asset.asset_uuid)).toBe(9_000_000);
    const activities = (await amp.get(path("activities"))).body;
    expect(activities.map((row: { type: string }) => row.type)).toEqual(["issuance", "burn"]);
    const tx = (await amp.get(path(`txs/${txid}`))).body;
    expect(tx.outputs.map((row: { is_burnt: boolean }) => row.is_burnt).sort()).toEqual([false, true]);
  });
});

describe("a reissuance", () => {
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

  it("raises the supply once and keeps the token, which the next order names", async () => {
    await amp.post(path("reissue-request"), { amount_to_reissue: 5_000_000 });
    const output = await node("reissueasset", asset.asset_id, 0.05);
    const waiting = await amp.post(path("reissue-request"), { amount_to_reissue: 1 });
    expect(waiting.body.Error).toContain("waits for its confirm");
    await mine(sandbox, 2);
    const issuances: { txid: string }[] = await node("listissuances");
    const report = {
      details: (await node("gettransaction", output.txid)).details,
      reissuance_output: output,
      listissuances: issuances.filter(({ txid }) => txid === output.txid),
    };
    for (let count = 0; count < 2; count += 1) {
      const { body } = await amp.post(path("reissue-confirm"), report);
      expect(body).toEqual({ ...output, reissuance_amount: 5_000_000 });
    }
    expect(await summary()).toMatchObject({ issued: 10_000_000, reissued: 5_000_000, reissuance_tokens: 1 });
    expect(await ownedSats(amp, asset.asset_uuid)).toBe(15_000_000);
    expect((await amp.get(path("reissuances"))).body).toMatchObject([
      { txid: output.txid, reissuance_amount: 5_000_000 },
    ]);
    const next = await amp.post(path("reissue-request"), { amount_to_reissue: 1 });
    expect(next.body.reissuance_utxos).toMatchObject([{ txid: output.txid }]);
  });
});

describe("the blinders of an issuance", () => {
  const shown = async (): Promise<Wire[]> => (await amp.get(path("txs"))).body[0].outputs;
  const update = (values: object) => amp.post(path("update-blinders"), values);
  const ZEROS = "0".repeat(64);

  it("are zeros until the issuer tells them, and only right ones are taken", async () => {
    const rows = await shown();
    expect(rows.map((row) => [row.asset_blinder, row.amount_blinder])).toEqual(
      rows.map(() => [ZEROS, ZEROS]),
    );
    const { details } = await node("gettransaction", asset.txid);
    for (const { vout } of rows) {
      const detail = details.find((entry: Wire) => entry.vout === vout);
      const right = {
        ...{ txid: asset.txid, vout },
        ...{ asset_blinder: detail.assetblinder, amount_blinder: detail.amountblinder },
      };
      const swapped = { ...right, asset_blinder: right.amount_blinder, amount_blinder: right.asset_blinder };
      for (const wrong of [
        swapped,
        { ...right, amount_blinder: ZEROS },
        { ...right, asset_blinder: "f".repeat(64) },
      ])
        expect((await update(wrong)).body.Error).toBe("The blinders do not open the output.");
      for (const time of ["first", "second"])
        expect([time, (await update(right)).status]).toEqual([time, 200]);
      expect((await update(swapped)).status).toBe(400);
    }
    const { details: again } = await node("gettransaction", asset.txid);
    for (const row of await shown())
      expect(again.find((entry: Wire) => entry.vout === row.vout).amountblinder).toBe(row.amount_blinder);
  });

  it("belong to an output of the asset", async () => {
    const other = await issue(sandbox, amp);
    const { details } = await node("gettransaction", other.txid);
    const [{ vout, assetblinder, amountblinder }] = details;
    const foreign = { txid: other.txid, vout, asset_blinder: assetblinder, amount_blinder: amountblinder };
    expect((await update(foreign)).body.Error).toContain("belongs to no transaction of this asset");
    expect((await update({ ...foreign, vout: 99 })).status).toBe(400);
  });
});
