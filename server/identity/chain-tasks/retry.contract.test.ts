import { eq } from "drizzle-orm";
import { type Hex, parseEther } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { turnClock } from "@/server/platform/clock";
import {
  forgetOrders,
  type InvestChain,
  investConfig,
  order,
  rowOf,
  startInvestChain,
  tick,
} from "../conformance/invest-testing";
import { CHAIN, clear, drain, round } from "../conformance/queue-testing";
import { autoInvestHistory, autoInvestTasks, blockchainTasks } from "../db/chain-tables";
import { laneTransactions, taskTries } from "../db/lane-tables";
import { signIn, startTestIdentity, type TestIdentity } from "../testing";

const operatorToken = "the-operator-and-nobody-else-0123456789";
const MINIMUM = 100_000_000n;
const MINUTE_MS = 60_000;

let chain: InvestChain;
let bench: TestIdentity;
beforeAll(async () => {
  chain = await startInvestChain();
  bench = await startTestIdentity("default", {
    ...investConfig(chain),
    operatorToken,
    faucetCooldownHours: 0,
  });
});
afterAll(async () => {
  await bench?.stop();
  await chain?.stop();
});
beforeEach(async () => {
  await clear(bench);
  await forgetOrders(bench);
  await bench.database.db.delete(autoInvestHistory);
});
afterEach(async () => {
  turnClock(0);
  chain.broken.clear();
  await chain.client.setAutomine(true);
  await chain.client.setBalance({ address: chain.contracts.faucet, value: parseEther("100") });
});

const ask = (request: string, by = bench) => by.call(request, { bearer: operatorToken });
const list = async () => (await ask("GET /operator/tasks")).body.tasks;
const retry = (id: string) => ask(`POST /operator/tasks/${id}/retry`);
const operatorCount = (kind: string) =>
  bench.database.db.select().from(laneTransactions).where(eq(laneTransactions.kind, kind));

/** Coins that the faucet has none of, asked for until the queue gives up. */
async function givenUp() {
  await chain.client.setBalance({ address: chain.contracts.faucet, value: 0n });
  const person = await signIn(bench);
  await bench.call(`POST /faucet/${CHAIN}`, { bearer: person.accessToken });
  for (const minutes of [0, 1, 2]) {
    turnClock(minutes * MINUTE_MS);
    await round(bench, "faucet");
  }
  return person;
}

/** A transaction that counts as dropped although the chain has, or may have, taken it. */
async function drop(kind: string): Promise<void> {
  const { db } = bench.database;
  await db.update(laneTransactions).set({ status: "DROPPED" }).where(eq(laneTransactions.kind, kind));
}

test("the routes are the operator's alone, and not there without a token or in strict mode", async () => {
  const { accessToken: bearer, address } = await signIn(bench);
  const paths = ["GET /operator/tasks", `GET /operator/tasks/${address}`];
  paths.push(`POST /operator/tasks/${crypto.randomUUID()}/retry`);
  const bare = await bench.replica({ operatorToken: null });
  const strict = await startTestIdentity("strict", { operatorToken });
  for (const path of paths) {
    expect((await bench.call(path)).body.err_code).toBe("0206");
    expect((await bench.call(path, { bearer })).body.err_code).toBe("0204");
    expect((await ask(path, bare)).status).toBe(404);
    expect([200, 404]).toContain((await ask(path)).status);
    expect((await strict.call(path, { bearer: (await signIn(strict)).accessToken })).status).toBe(404);
  }
  await strict.stop();
  expect((await retry("no-id")).status).toBe(404);
});

test("what was given up is listed with its reason, and goes out when it is tried anew", async () => {
  const { address, accessToken: bearer } = await givenUp();
  const [task, ...others] = await list();
  expect([task, others]).toEqual([
    {
      ...{ id: expect.any(String), kind: "faucet", chain_id: 31337, contract_address: null },
      ...{ wallets: [address], state: "given_up", failures: 3, hash: null },
      ...{
        reason: "Faucet: holds too little.",
        requested_at: expect.any(String),
        ended_at: expect.any(String),
      },
    },
    [],
  ]);
  await chain.client.setBalance({ address: chain.contracts.faucet, value: parseEther("100") });
  const both = await Promise.all([retry(task.id), retry(task.id.toUpperCase())]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 200)?.body).toEqual({ id: task.id, state: "queued" });
  expect(await list()).toEqual([]);
  await drain(bench);
  const own = (await bench.call("GET /user/chain-tasks", { bearer })).body;
  expect(own.tasks).toMatchObject([{ state: "confirmed" }]);
  expect((await ask(`GET /operator/tasks/0x${address.slice(2).toUpperCase()}`)).body).toEqual(own);
  expect((await retry(task.id)).status).toBe(409);
  expect((await retry(crypto.randomUUID())).status).toBe(404);
});

test("what counts as dropped is looked for again first, and not sent twice", async () => {
  const { accessToken: bearer } = await signIn(bench);
  await bench.call(`POST /faucet/${CHAIN}`, { bearer });
  await round(bench, "faucet");
  await drop("faucet");
  const { db } = bench.database;
  const [task] = await db.update(blockchainTasks).set({ status: "FAILED" }).returning();
  const id = task?.uuid ?? "";
  await db
    .insert(taskTries)
    .values({ task: id, failures: 3, nextTryAt: new Date(), reason: "lost", isGivenUp: true });
  expect(await list()).toMatchObject([{ id, state: "unknown", reason: "lost", hash: task?.hash }]);
  chain.broken.add("eth_getTransactionReceipt");
  expect((await retry(id)).status).toBe(503);
  expect(await list()).toHaveLength(1);
  chain.broken.clear();
  expect((await retry(id)).body).toEqual({ id, state: "confirmed" });
  await drain(bench);
  expect([await list(), (await operatorCount("faucet")).length]).toEqual([[], 1]);
});

/** An order that is on its way, in no block yet. */
async function underWay() {
  await chain.client.setAutomine(true);
  const { wallet, bearer } = await order(bench, chain, `${MINIMUM}`);
  await chain.pay(wallet, MINIMUM);
  await chain.client.setAutomine(false);
  await tick(bench);
  const row = await rowOf(bench, wallet);
  expect(row?.status).toBe("IN_PROCESS");
  return { wallet, bearer, id: row?.uuid ?? "", hash: row?.hash as Hex };
}

/** Its end as it is when something else has used the nonce. */
async function losesTrack(id: string): Promise<void> {
  const { db } = bench.database;
  await drop("auto_invest");
  const [row] = await db.delete(autoInvestTasks).where(eq(autoInvestTasks.uuid, id)).returning();
  if (!row) throw new Error("There is no such order.");
  const { attempts: _, nextTryAt: __, job: ___, ...kept } = row;
  const ended = { status: "FAILURE", completedAt: new Date(), reason: "unknown" };
  await db.insert(autoInvestHistory).values({ ...kept, ...ended });
}
const endOf = async (id: string) => {
  const [row] = await bench.database.db
    .select()
    .from(autoInvestHistory)
    .where(eq(autoInvestHistory.uuid, id));
  return row;
};

test("an investment that its wallet's owner was told has failed is not sent again, unless the owner orders anew", async () => {
  const { invest } = chain.contracts;
  const code = (await chain.client.getCode({ address: invest })) ?? "0x";
  const { wallet, id, bearer } = await underWay();
  await bench.database.db.update(autoInvestTasks).set({ attempts: 4 });
  await chain.client.setCode({ address: invest, bytecode: "0x60006000fd" });
  await chain.client.mine({ blocks: 1 });
  await chain.client.setCode({ address: invest, bytecode: code });
  await chain.client.setAutomine(true);
  await tick(bench);
  expect(await list()).toMatchObject([{ id, kind: "auto_invest", state: "given_up", wallets: [wallet] }]);
  const told = async () => (await bench.call("GET /user/chain-tasks", { bearer })).body.tasks;
  const failed = expect.objectContaining({ id, state: "failed" });
  expect(await told()).toEqual([failed]);
  expect((await retry(id)).status).toBe(409);
  await tick(bench, 3);
  expect([await told(), await list()]).toMatchObject([[{ id, state: "failed" }], [{ id }]]);
  await order(bench, chain, `${MINIMUM}`, { wallet });
  expect((await retry(id)).status).toBe(409);
  await tick(bench, 3);
  expect(await told()).toEqual([expect.objectContaining({ state: "confirmed" }), failed]);
});

test("of an investment that nobody knows the end of, the chain's word is taken, and without one nothing is sent", async () => {
  const done = await underWay();
  await chain.client.mine({ blocks: 1 });
  await losesTrack(done.id);
  expect(await list()).toMatchObject([{ id: done.id, state: "unknown" }]);
  expect((await retry(done.id)).body).toEqual({ id: done.id, state: "confirmed" });
  expect(await endOf(done.id)).toMatchObject({ status: "SUCCESS", invested: MINIMUM, reason: null });
  const lost = await underWay();
  await chain.client.dropTransaction({ hash: lost.hash });
  await losesTrack(lost.id);
  expect((await retry(lost.id)).status).toBe(409);
  await tick(bench, 2);
  expect(await endOf(lost.id)).toMatchObject({ status: "FAILURE", reason: "unknown" });
});
