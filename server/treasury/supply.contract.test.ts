import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { previewSupply, startSupply } from "@/server/services/supply";
import { readJournal } from "./journal-store";
import {
  approveSupply,
  expectCarriedOut,
  expectSupply,
  newTxids,
  supplyAsset,
  workToTheEnd,
} from "./supply/testing";
import { KINDS, sharedSupply } from "./supply/testing-bench";
import { operationOf, toAmp, work } from "./testing";

const SATS = 300_000n;
const { bench, asset, start, decide, carriedOut } = sharedSupply(SATS);

describe.each(KINDS)("a %s", (kind) => {
  it("is made, signed, stored, broadcast and told to AMP", async () => {
    const id = await start(kind);
    await carriedOut(id, kind);
    const steps = (await readJournal(id)).map(({ step, phase }) => `${step} ${phase}`);
    expect(steps).toEqual([
      ...["order intent", "order outcome", "build intent", "build outcome", "build intent", "build outcome"],
      ...["broadcast intent", "broadcast outcome", "watch outcome"],
      ...["confirm intent", "confirm outcome"],
    ]);
  });

  it("is made of a confidential asset too", async () => {
    const confidential = await supplyAsset(bench, { isConfidential: true });
    const id = await approveSupply(bench.actor, kind, confidential, SATS);
    await expectCarriedOut(bench, confidential, id, kind, SATS);
  });

  it("is stored once, however often and by how many people it is started", async () => {
    const wish = { kind, assetUuid: asset.uuid, amountSats: SATS };
    const { intentHash } = await previewSupply(bench.actor, wish);
    const again = randomUUID();
    const ids = [again, again, randomUUID(), randomUUID()];
    const ends = await Promise.allSettled(
      ids.map((intentId) => startSupply(bench.actor, { ...wish, intentId, intentHash })),
    );
    const started = ends.flatMap((end) => (end.status === "fulfilled" ? [end.value.operationId] : []));
    const [id = "", ...others] = [...new Set(started)];
    expect(others).toEqual([]);
    await carriedOut(id, kind);
  });

  it("waits with its confirm while AMP is away", async () => {
    const id = await start(kind);
    await work();
    await mine(bench.sandbox, 2);
    bench.proxy.fail(toAmp("-confirm"), "bad-gateway", 2);
    for (let round = 0; round < 2; round += 1) {
      await work();
      expect(await operationOf(id)).toMatchObject({
        state: "confirming",
        problem: { message: expect.stringContaining("AMP did not answer"), mayRetry: true },
      });
    }
    await carriedOut(id, kind);
  });
});

describe("a supply that changed after the approval", () => {
  it("stops the operation for good, and nothing is sent", async () => {
    const id = await start("reissuance");
    const { body: order } = await bench.amp.post(`/assets/${asset.uuid}/burn-request`, { amount: 5 });
    const txid = await callNode(bench.sandbox, "destroyamount", [asset.assetId, order.amount]);
    await mine(bench.sandbox, 2);
    const unspent: { txid: string; asset: string }[] = await callNode(bench.sandbox, "listunspent");
    const change = unspent.filter((coin) => coin.txid === txid && coin.asset === asset.assetId);
    await bench.amp.post(`/assets/${asset.uuid}/burn-confirm`, { tx_data: { txid }, change_data: change });
    asset.expected.burned += 5;
    asset.txidsBefore.push(txid);
    await workToTheEnd(bench, id);
    expect(await operationOf(id)).toMatchObject({ state: "stopped", problem: { mayRetry: false } });
    await expect(decide(id, "retry")).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await newTxids(bench, asset)).toEqual([]);
    await expectSupply(bench, asset);
  });
});

describe("two assets in one wallet", () => {
  it("take their turns, so that none spends the other's unconfirmed change", async () => {
    const other = await supplyAsset(bench);
    const first = await start("burn");
    await work();
    const second = await approveSupply(bench.actor, "reissuance", other, SATS);
    await work();
    expect([(await operationOf(first)).state, (await operationOf(second)).state]).toEqual([
      "sent",
      "ordered",
    ]);
    expect((await operationOf(second)).facts.supply?.coins).toBeUndefined();
    await carriedOut(first, "burn");
    await expectCarriedOut(bench, other, second, "reissuance", SATS);
  });
});

describe("a locked wallet", () => {
  const PASSPHRASE = "correct horse";

  it("lets the operation wait until it is unlocked", async () => {
    const id = await start("reissuance");
    await callNode(bench.sandbox, "encryptwallet", [PASSPHRASE]);
    for (let round = 0; round < 2; round += 1) await work();
    expect(await operationOf(id)).toMatchObject({
      state: "ordered",
      problem: { message: expect.stringContaining("The treasury wallet is locked") },
    });
    await callNode(bench.sandbox, "walletpassphrase", [PASSPHRASE, 3600]);
    await carriedOut(id, "reissuance");
  });
});
