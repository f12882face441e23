import { afterEach, expect, it, vi } from "vitest";
import type { Outpoint } from "@/lib/domain/operation";
import { pool } from "@/server/db/client";
import { RpcError } from "@/server/elements/rpc";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { getOperation } from "@/server/services/operations";
import { previewSupply } from "@/server/services/supply";
import { operationOf, toNode, work } from "../testing";
import { expectSupply, newTxids, workUpTo } from "./testing";
import { sharedSupply } from "./testing-bench";

/** A signed transaction that the node's rules refuse, and what becomes of its coins when a person closes the operation. */

const rules = vi.hoisted(() => ({ words: null as string | null }));
vi.mock("@/server/elements/raw", async (original) => {
  const real = await original<typeof import("@/server/elements/raw")>();
  const sendRaw: typeof real.sendRaw = async (...args) => {
    if (rules.words === null) return real.sendRaw(...args);
    throw new RpcError("sendrawtransaction", -26, rules.words);
  };
  return { ...real, sendRaw };
});

const SIGNED = { state: "signed", hasDraft: false } as const;
const { bench, asset, start, decide, carriedOut } = sharedSupply(3_000n);

afterEach(() => {
  rules.words = null;
});

const lockedCoins = async () => ((await callNode(bench.sandbox, "listlockunspent")) as unknown[]).length;

/** Signed, and refused by a rule from its first handing over on. */
async function refusedOperation(words: string): Promise<string> {
  const id = await start("burn");
  await workUpTo(bench, id, SIGNED);
  rules.words = words;
  await work();
  return id;
}

it("waits for a person when the refusal lasts, and goes on with the same transaction when it does not last", async () => {
  const id = await refusedOperation("min relay fee not met, 26 < 100");
  const { state, problem, facts } = await operationOf(id);
  expect([state, problem?.mayRetry]).toEqual(["broadcasting", false]);
  expect(problem?.message).toContain("refuses the signed transaction: min relay fee not met, 26 < 100");
  const { operation } = await getOperation(bench.actor, id);
  expect([operation.facts.supply?.refused, operation.facts.supply?.signedHex]).toEqual([
    rules.words,
    undefined,
  ]);
  await expect(decide(id, "cancel")).rejects.toMatchObject({ code: "CONFLICT" });
  rules.words = null;
  await carriedOut(id, "burn");
  expect((await operationOf(id)).facts.txid).toBe(facts.txid);
});

it("is closed with its coins free when every handing over was refused", async () => {
  const id = await refusedOperation("mempool min fee not met, 26 < 100");
  expect((await operationOf(id)).problem?.message).toContain("That may pass by itself");
  expect(await lockedCoins()).toBeGreaterThan(0);
  await decide(id, "close");
  rules.words = null;
  const from = bench.proxy.seen.length;
  await work();
  expect(await operationOf(id)).toMatchObject({
    state: "failed",
    nextRunAt: null,
    problem: { message: expect.stringContaining("are free") },
  });
  expect(bench.proxy.seen.slice(from).filter(toNode("sendrawtransaction"))).toEqual([]);
  await mine(bench.sandbox, 2);
  expect(await newTxids(bench, asset)).toEqual([]);
  await expectSupply(bench, asset);
  await carriedOut(await start("burn"), "burn");
});

it("keeps its coins locked, and says why, when one handing over had no answer", async () => {
  const id = await start("burn");
  await workUpTo(bench, id, SIGNED);
  bench.proxy.fail(toNode("sendrawtransaction"), "cut-before", 1);
  await work();
  expect(await operationOf(id)).toMatchObject({
    state: "broadcasting",
    facts: { supply: { isHanding: true } },
  });
  rules.words = "min relay fee not met";
  await work();
  expect((await operationOf(id)).problem?.message).toContain("do not do the same again");
  await decide(id, "close");
  await work();
  const { state, problem, facts } = await operationOf(id);
  expect([state, facts.supply?.signedHex, facts.txid]).toEqual(["failed", undefined, expect.any(String)]);
  expect(problem?.message).toContain("may still confirm it");
  const coins = facts.supply?.coins ?? [];
  expect(await lockedCoins()).toBe(coins.length);
  // What a node does when it is restarted.
  await callNode(bench.sandbox, "unloadwallet", ["treasury"]);
  await callNode(bench.sandbox, "loadwallet", ["treasury"]);
  expect(await lockedCoins()).toBe(coins.length);
  const failing = async (kind: "burn" | "reissuance") => {
    const wish = { kind, assetUuid: asset.uuid, amountSats: 5n };
    const { checks } = await previewSupply(bench.actor, wish);
    return checks.filter(({ isOk }) => !isOk).map((line) => line.id);
  };
  expect([await failing("burn"), await failing("reissuance")]).toEqual([
    ["none-still-out"],
    expect.arrayContaining(["none-still-out"]),
  ]);
  // One of its coins goes elsewhere, in a block at last.
  await callNode(bench.sandbox, "lockunspent", [true, coins]);
  await spendOneOf(coins);
  expect(await failing("burn")).toEqual(["none-still-out"]);
  await mine(bench.sandbox, 2);
  expect(await failing("burn")).toEqual([]);
});

it("goes on by itself when its answer was lost and the wallet has it", async () => {
  const id = await start("burn");
  await workUpTo(bench, id, SIGNED);
  bench.proxy.fail(toNode("sendrawtransaction"), "cut-after");
  await work();
  expect((await operationOf(id)).state).toBe("sent");
  bench.proxy.heal();
  await carriedOut(id, "burn");
});

it("is carried out when a person closes it whose transaction is out after all", async () => {
  const id = await start("burn");
  await workUpTo(bench, id, SIGNED);
  bench.proxy.fail(toNode("sendrawtransaction"), "cut-after");
  bench.proxy.fail(toNode("gettransaction"), "cut-before");
  await work();
  expect((await operationOf(id)).state).toBe("broadcasting");
  bench.proxy.heal();
  await decide(id, "close");
  await carriedOut(id, "burn");
  const { state, problem, facts } = await operationOf(id);
  expect([state, problem, facts.endsAs]).toEqual(["done", null, undefined]);
});

async function spendOneOf(coins: Outpoint[]): Promise<void> {
  const unspent: Outpoint[] = await callNode(bench.sandbox, "listunspent", [0]);
  const others = unspent
    .filter(({ txid, vout }) => !coins.some((coin) => coin.txid === txid && coin.vout === vout))
    .map(({ txid, vout }) => ({ txid, vout }));
  await callNode(bench.sandbox, "lockunspent", [false, others]);
  const address = await callNode(bench.sandbox, "getnewaddress");
  await callNode(bench.sandbox, "sendtoaddress", [address, "0.00001"]);
  await callNode(bench.sandbox, "lockunspent", [true, others]);
}

it("is closed with its coins free when the supply changed after it was signed, so that it cannot go on", async () => {
  const id = await start("burn");
  await workUpTo(bench, id, SIGNED);
  const { supplySats } = (await operationOf(id)).intent as { supplySats: bigint };
  await pool().query("update operations set intent = replace(intent, $1, $2) where id = $3", [
    `${supplySats}`,
    `${supplySats + 1n}`,
    id,
  ]);
  await work();
  expect(await operationOf(id)).toMatchObject({ state: "stopped", problem: { mayRetry: false } });
  expect(await lockedCoins()).toBeGreaterThan(0);
  await decide(id, "close");
  await work();
  expect((await operationOf(id)).state).toBe("failed");
  await expectSupply(bench, asset);
});
