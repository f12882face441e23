import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ExportedList } from "@/lib/domain/exports";
import { mine } from "@/server/sandbox/amp/testing";
import { approve, type Bench, openBench, type ReadyAsset, readyAsset, work } from "@/server/treasury/testing";
import { exportList } from "./exports";
import { getOperation } from "./operations";
import { makeInvestorWallets, sendFromInvestor } from "./sandbox-wallets";

let bench: Bench;
let asset: ReadyAsset;
let operationId: string;

beforeAll(async () => {
  bench = await openBench((url) => ({ SANDBOX_CONTROL_URL: `${url}/control`, TREASURY_BATCH_SIZE: "1" }));
  asset = await readyAsset(bench);
  operationId = await approve(bench.actor, asset.uuid);
  await work();
});
afterAll(() => bench?.close());

async function fileOf(list: ExportedList, params: Record<string, string> = {}) {
  let text = "";
  for await (const chunk of (await exportList(bench.actor, list, { format: "json", ...params })).chunks)
    text += chunk;
  return JSON.parse(text) as { about: Record<string, string>; rows: Record<string, unknown>[] };
}

it("has every transaction of a distribution as its page shows them, of this asset alone", async () => {
  const rows = async () =>
    (await fileOf("distribution-transactions", { of: asset.uuid, operation: operationId })).rows;
  const first = (await getOperation(bench.actor, operationId)).operation.facts.txid;
  expect(await rows()).toMatchObject([
    { transaction: 1, state: "current", step: "sent", txid: first, recipients: 1, amount_sats: "250000" },
    { transaction: 2, state: "waiting", step: null, txid: null, recipients: 1, amount_sats: "1" },
  ]);
  await mine(bench.sandbox, 2);
  await work();
  await mine(bench.sandbox, 2);
  await work();
  const { state, facts } = (await getOperation(bench.actor, operationId)).operation;
  expect(state).toBe("done");
  const done = await rows();
  expect(done.map(({ state, txid }) => [state, txid])).toEqual([
    ["confirmed", first],
    ["confirmed", facts.txid],
  ]);
  expect(done.map(({ block_height }) => typeof block_height)).toEqual(["number", "number"]);

  const other = await readyAsset(bench);
  for (const wrong of [
    { of: other.uuid, operation: operationId },
    { of: asset.uuid, operation: randomUUID() },
    { of: asset.uuid },
  ])
    await expect(
      exportList(bench.actor, "distribution-transactions", { format: "csv", ...wrong }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("has what the sandbox decided about transfers and why, more than one answer of it holds", async () => {
  const [from, to] = asset.holders;
  if (!from || !to) throw new Error("There are no holders.");
  const send = (amount: string) =>
    sendFromInvestor(bench.actor, {
      ...{ intentId: randomUUID(), fromGaid: from.gaid, assetUuid: asset.uuid, to: to.gaid },
      ...{ amount, precision: 0 },
    });
  const { approved, txid } = await send("7");
  expect(approved).toBe(true);
  const { about, rows } = await fileOf("sandbox-decisions");
  expect(about.source).toBe("the sandbox");
  expect(rows).toMatchObject([
    {
      ...{ asset_uuid: asset.uuid, from_gaid: from.gaid, to_gaids: to.gaid, amount_sats: "7" },
      ...{ approved: true, server_result: true, failed_rules: "", txid },
    },
  ]);
  expect(rows[0]?.passed_rules).not.toBe("");
  expect((await fileOf("sandbox-decisions", { asset: randomUUID() })).rows).toEqual([]);
});

it("has the sandbox's wallets, a row for each asset that they hold, and all of them beyond one answer", async () => {
  await makeInvestorWallets(bench.actor, { count: 1_000, label: "Many" });
  await makeInvestorWallets(bench.actor, { count: 5, label: "More" });
  const { rows } = await fileOf("sandbox-wallets");
  const empty = rows.filter(({ label }) => /^(Many|More)/.test(String(label)));
  expect(new Set(empty.map(({ gaid }) => gaid)).size).toBe(1_005);
  expect(empty).toHaveLength(1_005);
  expect(empty[0]).toMatchObject({ asset_uuid: null, amount_sats: null });
  const [holder] = asset.holders;
  expect(rows.filter(({ gaid }) => gaid === holder?.gaid)).toMatchObject([
    { asset_uuid: asset.uuid, amount_sats: "249993", of_which_blacklisted_sats: "0" },
  ]);
});

it("has what the sandbox was asked, once each, with the search of its page", async () => {
  const { rows } = await fileOf("sandbox-calls", { q: "/register-authorized", surface: "amp" });
  expect(rows.map(({ method, status }) => [method, status])).toEqual([
    ["GET", 200],
    ["GET", 200],
  ]);
  const all = (await fileOf("sandbox-calls", { surface: "amp" })).rows.map(({ id }) => Number(id));
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(all.toSorted((one, other) => other - one));
});
