import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sendMany } from "@/server/elements/wallet";
import { confirmPayload, mine } from "@/server/sandbox/amp/testing";
import { startSupplyByHand } from "@/server/services/by-hand";
import { previewSupply } from "@/server/services/supply";
import { openWatchBench, type WatchBench } from "@/server/watch/testing";
import { supplyAsset } from "../supply/testing";
import { operationOf, readyAsset, work } from "../testing";
import { stateOf } from "../testing-batches";
import { approveByHand } from "./testing";

/** What a person runs elsewhere for an operation of this desk is no alarm, however long its confirm takes. */

let bench: WatchBench;

beforeAll(async () => {
  bench = await openWatchBench();
});
afterAll(() => bench?.close());

const kinds = async (uuid: string) => {
  await bench.look();
  return (await bench.alertsOf(uuid)).map(({ kind }) => kind);
};

it("an order that is paid by hand raises no alert in the mempool, after two hours of blocks, and once it is booked", async () => {
  const asset = await readyAsset(bench);
  const id = await approveByHand(bench, asset.uuid);
  await work();
  const { order } = (await operationOf(id)).facts;
  const payments = Object.entries(order?.amounts ?? {}).map(([address, amountSats]) => ({
    address,
    amountSats,
    assetId: asset.assetId,
  }));
  const txid = await sendMany(bench.node, payments, "");
  expect(await kinds(asset.uuid)).toEqual([]);
  await mine(bench.sandbox, 120);
  expect(await kinds(asset.uuid)).toEqual([]);
  const path = `/assets/${asset.uuid}/distributions/${order?.distributionUuid}/confirm`;
  await bench.amp.post(path, await confirmPayload(bench.sandbox, txid, asset.assetId));
  expect(await kinds(asset.uuid)).toEqual([]);
  await work();
  expect([await stateOf(id), await kinds(asset.uuid)]).toEqual(["done", []]);
});

it("a payment of the asset that no order asks for raises one, also while an order is by hand", async () => {
  const asset = await readyAsset(bench);
  const id = await approveByHand(bench, asset.uuid);
  await work();
  const { gaid = "" } = asset.holders[0] ?? {};
  const { address } = (await bench.amp.get(`/gaids/${gaid}/address`)).body;
  await sendMany(bench.node, [{ address, amountSats: 3n, assetId: asset.assetId }], "");
  await mine(bench.sandbox, 2);
  expect([await stateOf(id), (await kinds(asset.uuid)).includes("moved")]).toEqual(["by-hand", true]);
});

it("a reissuance that is carried out by hand raises none", async () => {
  const asset = await supplyAsset(bench);
  const wish = { kind: "reissuance" as const, assetUuid: asset.uuid, amountSats: 40n };
  const { intentHash } = await previewSupply(bench.actor, wish);
  const input = { ...wish, intentId: randomUUID(), intentHash };
  const { operationId } = await startSupplyByHand(bench.actor, input);
  await work();
  await bench.rpc("reissueasset", [asset.assetId, 0.0000004]);
  await mine(bench.sandbox, 2);
  expect([await stateOf(operationId), await kinds(asset.uuid)]).toEqual(["by-hand", []]);
});
