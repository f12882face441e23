import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { BeforeHandOut } from "@/lib/domain/by-hand";
import { isFinal } from "@/lib/domain/operation";
import type { SupplyKind } from "@/lib/domain/supply";
import { deskEnv } from "@/server/platform/env";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { attachByHand, downloadOrder, startSupplyByHand } from "@/server/services/by-hand";
import { previewSupply } from "@/server/services/supply";
import { approveSupply, expectSupply, type SupplyAsset, supplyAsset, workUpTo } from "../supply/testing";
import { operationOf, toNode, work } from "../testing";
import { decide, stateOf } from "../testing-batches";
import { officialClient, tamper } from "./testing";
import { byHandBench } from "./testing-bench";

/** Reissuances and burns that are run elsewhere. */

const SATS = 40;
const bench = byHandBench();
let asset: SupplyAsset;
beforeEach(async () => {
  asset = await supplyAsset(bench);
});

const fileOf = async (id: string) => (await downloadOrder(bench.actor, id)).text;
const attach = (operationId: string, txid: string) => attachByHand(bench.actor, { operationId, txid });
const broadcasts = () => bench.proxy.seen.filter(toNode("sendrawtransaction")).length;

async function handOut(kind: SupplyKind): Promise<string> {
  const wish = { kind, assetUuid: asset.uuid, amountSats: BigInt(SATS) };
  const { intentHash } = await previewSupply(bench.actor, wish);
  const input = { ...wish, intentId: randomUUID(), intentHash };
  const { operationId } = await startSupplyByHand(bench.actor, input);
  await work();
  expect(await stateOf(operationId)).toBe("by-hand");
  return operationId;
}

/** What a person does at the node. @returns the txid */
async function carryOut(kind: SupplyKind, sats: number): Promise<string> {
  const method = kind === "burn" ? "destroyamount" : "reissueasset";
  const answer = await callNode(bench.sandbox, method, [asset.assetId, sats / 100_000_000]);
  await mine(bench.sandbox, 2);
  return answer.txid ?? answer;
}

const expectBooked = async (kind: SupplyKind) => {
  asset.expected[kind === "burn" ? "burned" : "reissued"] += SATS;
  await expectSupply(bench, asset);
};

/** Of the order's outputs none is spent: the node picked others of the asset. */
const nodePicksOthers = async (id: string) => {
  const coins: { txid: string; vout: number; asset: string }[] = await callNode(
    bench.sandbox,
    "listunspent",
    [0],
  );
  const { txid = "", vout = 0 } = coins.find(({ asset: one }) => one === asset.tokenId) ?? {};
  const keep = ({ coins: _, ...before }: BeforeHandOut) => before;
  await tamper(id, ({ byHand, ...facts }) => ({
    ...facts,
    byHand: byHand?.before ? { ...byHand, before: keep(byHand.before) } : {},
    supply: { outpoints: [{ txid, vout }] },
  }));
};

describe("a burn whose node spent other outputs than the order names", () => {
  it("is not burned again", async () => {
    const id = await handOut("burn");
    await nodePicksOthers(id);
    await carryOut("burn", SATS);
    deskEnv().TREASURY_SETTLE_MS = 1;
    const before = broadcasts();
    await decide(bench, id, "automatic");
    await work();
    const { state, problem } = await operationOf(id);
    const words = expect.stringContaining("burned or sent");
    expect([state, problem?.message, broadcasts() - before]).toEqual(["by-hand", words, 0]);
  });

  it("is not burned again when it lands after the desk has taken it back", async () => {
    const id = await handOut("burn");
    await decide(bench, id, "automatic");
    deskEnv().TREASURY_SETTLE_MS = 1;
    const before = broadcasts();
    bench.proxy.fail(toNode("signmessage"), "cut-before");
    await work();
    expect(await stateOf(id)).toBe("ordered");
    await carryOut("burn", SATS);
    bench.proxy.heal();
    await work();
    expect([await stateOf(id), broadcasts() - before]).toEqual(["by-hand", 0]);
  });

  it("is attached when it burns exactly the amount", async () => {
    const id = await handOut("burn");
    await nodePicksOthers(id);
    await attach(id, await carryOut("burn", SATS));
    expect(await stateOf(id)).toBe("sent");
  });
});

describe.each<SupplyKind>(["reissuance", "burn"])("a %s that is run elsewhere", (kind) => {
  it("is followed through AMP when the official client carries it out", async () => {
    const id = await handOut(kind);
    const before = broadcasts();
    const client = officialClient(bench);
    const file = await fileOf(id);
    const done = await (kind === "burn" ? client.burn(file) : client.reissue(file));
    await work();
    const { state, facts } = await operationOf(id);
    expect([state, facts.txid, broadcasts() - before]).toEqual(["done", done.split(":")[0], 0]);
    expect(facts.blockHeight).toBeGreaterThan(0);
    await expectBooked(kind);
  });

  it("ends well with the transaction that a person attaches, and with no other", async () => {
    const id = await handOut(kind);
    const txid = await carryOut(kind, SATS);
    await expect(attach(id, "ab".repeat(32))).rejects.toMatchObject({ code: "REJECTED" });
    await attach(id, txid);
    for (let round = 0; round < 3 && !isFinal(await stateOf(id)); round += 1) await work();
    expect(await operationOf(id)).toMatchObject({ state: "done", problem: null, facts: { txid } });
    await expectBooked(kind);
  });

  it("refuses a transaction over another amount", async () => {
    const id = await handOut(kind);
    const txid = await carryOut(kind, SATS + 1);
    await expect(attach(id, txid)).rejects.toMatchObject({
      code: "REJECTED",
      message: expect.stringContaining(`${SATS + 1} instead of ${SATS} sats`),
    });
    expect(await stateOf(id)).toBe("by-hand");
  });

  it("is carried out once by the desk when it comes back unused, and not at all when it was used", async () => {
    const id = await handOut(kind);
    await decide(bench, id, "automatic");
    await work();
    expect(await stateOf(id)).toBe("by-hand");
    deskEnv().TREASURY_SETTLE_MS = 1;
    await work();
    expect(await stateOf(id)).toBe("sent");
    await mine(bench.sandbox, 2);
    await work();
    expect(await stateOf(id)).toBe("done");
    await expectBooked(kind);
    const used = await handOut(kind);
    await carryOut(kind, SATS);
    const before = broadcasts();
    await decide(bench, used, "automatic");
    await work();
    const { state, problem } = await operationOf(used);
    expect([state, problem?.message, broadcasts() - before]).toEqual([
      "by-hand",
      expect.stringContaining("attach its transaction"),
      0,
    ]);
  });

  it("leaves the coins of a signed transaction free for whoever runs it", async () => {
    const id = await approveSupply(bench.actor, kind, asset, BigInt(SATS));
    await workUpTo(bench, id, { state: "signed", hasDraft: false });
    expect((await operationOf(id)).facts.supply?.signedHex).toBeDefined();
    expect(await callNode(bench.sandbox, "listlockunspent")).not.toEqual([]);
    await decide(bench, id, "by-hand");
    await work();
    expect([await stateOf(id), await callNode(bench.sandbox, "listlockunspent")]).toEqual(["by-hand", []]);
    expect((await operationOf(id)).facts.supply?.signedHex).toBeUndefined();
    await decide(bench, id, "cancel");
    deskEnv().TREASURY_SETTLE_MS = 1;
    await work();
    expect(await stateOf(id)).toBe("cancelled");
  });
});
