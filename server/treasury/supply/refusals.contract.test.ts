import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { MAX_AMOUNT_SATS } from "@/lib/contracts/amp/assets";
import type { SupplyKind } from "@/lib/domain/supply";
import { addUser, assign, callNode, issue, mine } from "@/server/sandbox/amp/testing";
import { previewSupply, readSupplyWish, startSupply } from "@/server/services/supply";
import { operationOf } from "../testing";
import {
  approveSupply,
  expectSupply,
  ISSUED,
  newTxids,
  type SupplyAsset,
  supplyAsset,
  workToTheEnd,
} from "./testing";
import { sharedSupply } from "./testing-bench";

const { bench, asset } = sharedSupply(5n);

/** Ids of the checks that fail. */
async function failures(kind: SupplyKind, amountSats: bigint, assetUuid = asset.uuid): Promise<string[]> {
  const { checks, canStart } = await previewSupply(bench.actor, { kind, assetUuid, amountSats });
  const failed = checks.filter(({ isOk }) => !isOk);
  expect(canStart).toBe(failed.length === 0);
  expect(failed.every(({ remedy }) => (remedy ?? "").length > 20)).toBe(true);
  return failed.map(({ id }) => id);
}

async function startOf(kind: SupplyKind, amountSats: bigint, assetUuid = asset.uuid) {
  const wish = { kind, assetUuid, amountSats };
  const { intentHash } = await previewSupply(bench.actor, wish);
  return startSupply(bench.actor, { ...wish, intentId: randomUUID(), intentHash });
}

describe("the preview", () => {
  it("tells the supply that comes of it, and starts nothing", async () => {
    const wish = { kind: "reissuance" as const, assetUuid: asset.uuid, amountSats: 5n };
    expect(await previewSupply(bench.actor, wish)).toMatchObject({
      ...{ canStart: true, supplyAfterSats: BigInt(ISSUED) + 5n, treasurySats: BigInt(ISSUED) },
      ...{ blacklistedSats: 0n, openOperationId: null, intent: { totalSats: 5n } },
    });
    const burn = await previewSupply(bench.actor, { ...wish, kind: "burn" });
    expect(burn.supplyAfterSats).toBe(BigInt(ISSUED) - 5n);
    expect(await newTxids(bench, asset)).toEqual([]);
  });

  it("refuses nothing at all, more than AMP's largest supply, and more than the free treasury", async () => {
    expect(await failures("reissuance", 0n)).toEqual(["amount-possible"]);
    expect(await failures("reissuance", MAX_AMOUNT_SATS)).toEqual(["supply-cap"]);
    const user = await addUser(bench.sandbox, bench.amp, "Alice Ames");
    await assign(bench.amp, asset.uuid, user.id, 1_000);
    expect(await failures("burn", BigInt(ISSUED) - 1_000n)).toEqual([]);
    expect(await failures("burn", BigInt(ISSUED) - 999n)).toEqual(["free-treasury"]);
    expect(await failures("burn", BigInt(ISSUED) + 1n)).toEqual(["free-treasury", "asset-funds"]);
    await expect(startOf("burn", BigInt(ISSUED))).rejects.toMatchObject({ code: "REJECTED" });
  });

  it("refuses an asset that is locked, young, not authorised or not reissuable", async () => {
    const { asset_uuid: young } = await issue(bench.sandbox, bench.amp, { restricted: false });
    expect(await failures("reissuance", 1n, young)).toEqual(
      expect.arrayContaining(["asset-authorized", "issuance-confirmed", "reissuable", "token-present"]),
    );
    await mine(bench.sandbox, 3);
    await bench.amp.get(`/assets/${young}/register-authorized`);
    expect(await failures("burn", 1n, young)).toEqual([]);
    await bench.amp.put(`/assets/${young}/lock`);
    expect(await failures("burn", 1n, young)).toEqual(["asset-unlocked"]);
  });

  it("needs a node that answers, and says so without it", async () => {
    bench.proxy.fail(({ path }) => path.startsWith("/elements"), "cut-before");
    const wish = { kind: "burn" as const, assetUuid: asset.uuid, amountSats: 5n };
    const { checks, treasurySats } = await previewSupply(bench.actor, wish);
    bench.proxy.heal();
    const failing = checks.filter(({ isOk }) => !isOk).map(({ id }) => id);
    expect(failing).toEqual(["node-reachable", "issuance-confirmed"]);
    expect(treasurySats).toBeNull();
  });

  it("reads the wish from its address and refuses what is none", () => {
    const read = (search: string) => readSupplyWish(asset.uuid, new URLSearchParams(search));
    expect(read("kind=burn&sats=12")).toEqual({ kind: "burn", assetUuid: asset.uuid, amountSats: 12n });
    for (const search of ["kind=burn&sats=1.5", "kind=burn&sats=-1", "kind=burn", "kind=melt&sats=1"]) {
      expect(() => read(search)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
    }
  });
});

describe("an approval", () => {
  it("is void when the supply or the amount is another one by then", async () => {
    const wish = { kind: "reissuance" as const, assetUuid: asset.uuid, amountSats: 5n };
    const { intentHash } = await previewSupply(bench.actor, wish);
    const other = { ...wish, amountSats: 6n, intentId: randomUUID(), intentHash };
    await expect(startSupply(bench.actor, other)).rejects.toMatchObject({ code: "CONFLICT" });
    const burn = { ...wish, kind: "burn" as const, intentId: randomUUID(), intentHash };
    await expect(startSupply(bench.actor, burn)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is not the manager's", async () => {
    const manager = { ...bench.actor, role: "manager" as const };
    const wish = { kind: "burn" as const, assetUuid: asset.uuid, amountSats: 5n };
    await expect(previewSupply(manager, wish)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("waits for the asset's other operation", async () => {
    await startOf("burn", 5n);
    expect(await failures("reissuance", 5n)).toEqual(["no-open-operation"]);
  });
});

describe("a split reissuance token", () => {
  const split = async ({ tokenId }: SupplyAsset) => {
    const { sandbox } = bench;
    const address = await callNode(sandbox, "getnewaddress");
    const output = [{ [address]: "0.00000001", asset: tokenId }];
    const raw = await callNode(sandbox, "createrawtransaction", [[], output, 0, false]);
    const { hex: funded } = await callNode(sandbox, "fundrawtransaction", [raw]);
    const blinded = await callNode(sandbox, "blindrawtransaction", [funded]);
    const { hex } = await callNode(sandbox, "signrawtransactionwithwallet", [blinded]);
    await callNode(sandbox, "sendrawtransaction", [hex]);
    await mine(sandbox, 2);
  };

  it("is refused before anything is stored", async () => {
    const divided = await supplyAsset(bench, { tokens: 2 });
    await split(divided);
    expect(await failures("reissuance", 5n, divided.uuid)).toContain("token-whole");
    await expect(startOf("reissuance", 5n, divided.uuid)).rejects.toMatchObject({ code: "REJECTED" });
  });

  it("stops what was approved before, and nothing is sent", async () => {
    const divided = await supplyAsset(bench, { tokens: 2 });
    const id = await approveSupply(bench.actor, "reissuance", divided, 5n);
    await split(divided);
    divided.txidsBefore.push(...(await newTxids(bench, divided)));
    await workToTheEnd(bench, id);
    expect((await operationOf(id)).state).toBe("stopped");
    const { body } = await bench.amp.get(`/assets/${divided.uuid}/summary`);
    expect([body.reissued, await newTxids(bench, divided)]).toEqual([0, []]);
  });

  it("leaves the whole asset as it was", () => expectSupply(bench, asset));
});
