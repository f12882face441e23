import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { encodeFunctionData, type Hex, parseEther, parseGwei, parseTransaction } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { approverAbi } from "../contracts/abis";
import { startChainWithContracts, type TestContracts } from "../contracts/deploy-testing";
import { laneBroadcasts, laneTransactions } from "../db/lane-tables";
import { endLocks } from "../db/locks-testing";
import type { Identity } from "../service";
import { newWallet, startTestIdentity, type TestIdentity } from "../testing";
import type { Lane, LaneJob, SendState } from "./lane";
import { type RpcProxy, silence, startRpcProxy } from "./proxy-testing";
import { withLane } from "./with-lane";

const CHAIN = 31337n;
const FEE_CAP_GWEI = 500;
let evm: TestContracts;
let proxy: RpcProxy;
let bench: TestIdentity;
/** A lane of its own for each test. */
let key: Hex;
let operator: Hex;

const configWith = (confirmations = 1, chainId = CHAIN) => ({
  chains: {
    [`${chainId}`]: {
      rpcUrl: proxy.url,
      walletApproverPrivateKey: key,
      walletApproverServiceAddress: evm.contracts.approver,
      maxFeeGwei: FEE_CAP_GWEI,
      confirmations,
    },
  },
});

beforeAll(async () => {
  evm = await startChainWithContracts();
  proxy = await startRpcProxy(evm.chain.url);
  key = generatePrivateKey();
  bench = await startTestIdentity("default", configWith());
});
afterAll(async () => {
  await bench?.stop();
  await proxy?.stop();
  await evm?.stop();
});

/** Processes of this test, the last one started is the one that works. */
let identity: Identity;
beforeEach(async () => {
  key = generatePrivateKey();
  operator = privateKeyToAccount(key).address;
  await evm.chain.client.setBalance({ address: operator, value: parseEther("10") });
  identity = (await bench.replica(configWith())).identity;
});
afterEach(async () => {
  turnClock(0);
  for (const method of ["*", "eth_sendRawTransaction", "eth_estimateGas", "eth_chainId"])
    proxy.set(method, null);
  await evm.chain.client.setAutomine(true);
  proxy.calls.length = 0;
});

const held = async <T>(work: (lane: Lane) => Promise<T>, by = identity): Promise<T> => {
  const result = await withLane(by, CHAIN, "whitelist", work);
  if (result === undefined) throw new Error("The lane is held by somebody else.");
  return result;
};
const send = (job: LaneJob, by = identity) => held((lane) => lane.send(job), by);
const look = (job: LaneJob, by = identity) => held((lane) => lane.look(job.id), by);

/** A payment to nobody: whoever sends it twice is seen by the balance. */
const job = (to = newWallet().address): LaneJob => ({
  ...{ id: randomUUID(), kind: "whitelist", to, data: "0x", gasLimit: 100_000n },
  isStillWanted: async () => true,
});
const count = () => evm.chain.client.getTransactionCount({ address: operator });
const hashOf = (state: SendState | null) => (state && "hash" in state ? state.hash : null);
const rows = () =>
  bench.database.db.select().from(laneTransactions).where(sql`sender = ${operator.toLowerCase()}`);

test("what is sent is confirmed, and sending it again sends nothing", async () => {
  const one = job();
  const sent = await send(one);
  expect(sent.state).toBe("sent");
  expect(await look(one)).toMatchObject({ state: "confirmed", hash: hashOf(sent), logs: [] });
  expect(await send(one)).toMatchObject({ state: "confirmed", hash: hashOf(sent) });
  expect(await count()).toBe(1);
  const { type, chainId, gas } = await evm.chain.client.getTransaction({ hash: hashOf(sent) as Hex });
  expect([type, chainId, gas]).toEqual(["eip1559", 31337, 28_000n]);
});

test("nothing is known of a job that was never sent", async () => {
  expect(await look(job())).toBeNull();
});

test("killed between storing and broadcasting, the same transaction goes out after the restart", async () => {
  proxy.set("eth_sendRawTransaction", silence);
  const one = job();
  const dying = held((lane) => lane.send(one)).catch(() => "dead");
  const [stored] = await until(rows, (found) => found.length === 1);
  expect(await count()).toBe(0);
  const heir = await takeOver(dying);
  expect(await send(one, heir)).toMatchObject({ state: "sent", hash: stored?.hash });
  expect(await look(one, heir)).toMatchObject({ state: "confirmed", hash: stored?.hash });
  expect([await count(), (await rows()).length]).toEqual([1, 1]);
});

test("killed between broadcast and recording, it is found and not sent again", async () => {
  let hasArrived = false;
  proxy.set("eth_sendRawTransaction", async (forward) => {
    await forward();
    hasArrived = true;
    return silence();
  });
  const one = job();
  const dying = held((lane) => lane.send(one)).catch(() => "dead");
  await until(async () => hasArrived, Boolean);
  const heir = await takeOver(dying);
  proxy.calls.length = 0;
  expect((await send(one, heir)).state).toBe("confirmed");
  expect(proxy.calls.map(({ method }) => method)).not.toContain("eth_sendRawTransaction");
  expect([await count(), (await rows()).length]).toEqual([1, 1]);
  const [broadcast] = await bench.database.db
    .select()
    .from(laneBroadcasts)
    .where(sql`hash = ${(await rows())[0]?.hash}`);
  expect(broadcast?.sentAt).not.toBeNull();
});

test("a process that lost its lane while it asked the node signs nothing", async () => {
  proxy.set("eth_estimateGas", async (forward) => {
    await endLocks(bench.database.db);
    return forward();
  });
  await expect(send(job())).rejects.toThrow("The connection that held the lock is gone.");
  expect([await rows(), await count()]).toEqual([[], 0]);
});

test("a job that its rows do not carry any more is not signed, and one that counts has no second", async () => {
  const one = job();
  await expect(send({ ...one, isStillWanted: async () => false })).rejects.toThrow("took the job over");
  expect([await rows(), await count()]).toEqual([[], 0]);
  await send(one);
  expect((await look(one))?.state).toBe("confirmed");
  const [stored] = await rows();
  if (!stored) throw new Error("Nothing was stored.");
  const second = { ...stored, uuid: randomUUID(), nonce: 1n };
  const insert = bench.database.db.insert(laneTransactions).values(second);
  await expect(insert).rejects.toMatchObject({ cause: { constraint: "one_per_job" } });
});

test("a lane is held by one process at a time", async () => {
  const other = (await bench.replica(configWith())).identity;
  await held(async () => {
    await expect(send(job(), other)).rejects.toThrow("held by somebody else");
    return true;
  });
  expect((await send(job(), other)).state).toBe("sent");
});

test("the next job waits until a block has the one before", async () => {
  await evm.chain.client.setAutomine(false);
  const [first, second] = [job(), job()];
  await send(first);
  expect(await send(second)).toEqual({ state: "waiting" });
  await evm.chain.client.mine({ blocks: 1 });
  expect((await send(second)).state).toBe("sent");
  await evm.chain.client.mine({ blocks: 1 });
  expect([(await look(first))?.state, (await look(second))?.state]).toEqual(["confirmed", "confirmed"]);
  expect((await rows()).map(({ nonce }) => nonce)).toEqual([0n, 1n]);
});

test("it counts from the depth that the chain's settings ask for", async () => {
  const deep = (await bench.replica(configWith(3))).identity;
  const one = job();
  await send(one, deep);
  const states: unknown[] = [];
  for (let mined = 1; mined <= 3; mined++) {
    states.push((await look(one, deep))?.state);
    await evm.chain.client.mine({ blocks: 1 });
  }
  expect(states).toEqual(["sent", "sent", "confirmed"]);
});

test("stuck for the mining period, it is replaced on its nonce by one that pays more", async () => {
  await evm.chain.client.setAutomine(false);
  const one = job();
  const first = hashOf(await send(one));
  turnClock(600_000 - 5_000);
  expect(hashOf(await look(one))).toBe(first);
  turnClock(600_000 + 5_000);
  const second = hashOf(await look(one));
  expect(second).not.toBe(first);
  const versions = await bench.database.db
    .select()
    .from(laneBroadcasts)
    .where(sql`hash in (${first}, ${second})`);
  const [cheap, dear] = [first, second].map((hash) => {
    const raw = versions.find((version) => version.hash === hash)?.raw as Hex;
    return parseTransaction(raw);
  });
  expect(dear?.nonce).toBe(cheap?.nonce);
  expect(dear?.maxFeePerGas).toBeGreaterThanOrEqual(((cheap?.maxFeePerGas ?? 0n) * 5n) / 4n);
  await evm.chain.client.mine({ blocks: 1 });
  expect(await look(one)).toMatchObject({ state: "confirmed", hash: second });
  expect(await count()).toBe(1);
});

test("no fee above the cap is paid", async () => {
  await evm.chain.client.setNextBlockBaseFeePerGas({ baseFeePerGas: parseGwei("600") });
  await evm.chain.client.mine({ blocks: 1 });
  const state = await send(job());
  await evm.chain.client.setNextBlockBaseFeePerGas({ baseFeePerGas: parseGwei("1") });
  await evm.chain.client.mine({ blocks: 1 });
  expect(state).toMatchObject({ state: "away", reason: expect.stringContaining("highest fee") });
  expect(await rows()).toEqual([]);
});

test("what would revert is never signed, and the contract's words are told", async () => {
  const { approver, issuer } = evm.contracts;
  const args = [issuer, [newWallet().address]] as const;
  const data = encodeFunctionData({ abi: approverAbi, functionName: "approveWallets", args });
  const state = await send({ ...job(approver), data, gasLimit: 1_000_000n });
  expect(state).toEqual({ state: "refused", reason: "WalletApprover: not allowed." });
  expect([await rows(), await count()]).toEqual([[], 0]);
});

test("more gas than allowed is refused", async () => {
  const state = await send({ ...job(), gasLimit: 20_000n });
  expect(state).toEqual({ state: "refused", reason: "It needs more gas than is allowed." });
});

test("a node that is away changes nothing", async () => {
  const one = job();
  await evm.chain.client.setAutomine(false);
  const sent = await send(one);
  proxy.set("*", () => Promise.reject(new Error("away")));
  const away = { state: "away", reason: "The chain's node does not answer." };
  expect([await look(one), await send(job())]).toEqual([away, { state: "waiting" }]);
  proxy.set("*", null);
  await evm.chain.client.mine({ blocks: 1 });
  expect(await look(one)).toMatchObject({ state: "confirmed", hash: hashOf(sent) });
});

test("a nonce that something else used drops the transaction after a while, and the job can be sent anew", async () => {
  await evm.chain.client.setAutomine(false);
  const one = job();
  const sent = hashOf(await send(one)) as Hex;
  await evm.chain.client.dropTransaction({ hash: sent });
  await evm.chain.client.setNonce({ address: operator, nonce: 1 });
  expect((await look(one))?.state).toBe("sent");
  turnClock(60_000);
  expect((await look(one))?.state).toBe("sent");
  turnClock(125_000);
  expect(await look(one)).toMatchObject({ state: "dropped", hash: sent, isNewChain: false });
  await evm.chain.client.setAutomine(true);
  expect((await send(one)).state).toBe("sent");
  expect((await look(one))?.state).toBe("confirmed");
});

test("on a chain that began anew nothing of before is waited for, and nonces begin anew", async () => {
  await evm.chain.client.setAutomine(false);
  const one = job();
  const hash = hashOf(await send(one)) as Hex;
  await evm.chain.client.dropTransaction({ hash });
  const genesis = `0x${"0".repeat(64)}`;
  await bench.database.db.update(laneTransactions).set({ genesis }).where(eq(laneTransactions.hash, hash));
  for (const state of ["sent", "sent", "dropped"]) expect((await look(one))?.state).toBe(state);
  expect(await look(one)).toMatchObject({ reason: "The chain began anew.", isNewChain: true });
  await evm.chain.client.setAutomine(true);
  expect((await send(one)).state).toBe("sent");
  expect((await look(one))?.state).toBe("confirmed");
  expect((await rows()).map(({ nonce, status }) => [nonce, status]).sort()).toEqual([
    [0n, "CONFIRMED"],
    [0n, "DROPPED"],
  ]);
});

const OTHER_NETWORK = { state: "away", reason: "The chain's node is one of another network." };

test("a node of another network is not believed, whatever it knows", async () => {
  await evm.chain.client.setAutomine(false);
  const one = job();
  const hash = hashOf(await send(one)) as Hex;
  await evm.chain.client.dropTransaction({ hash });
  await evm.chain.client.setNonce({ address: operator, nonce: 1 });
  proxy.set("eth_chainId", async () => JSON.stringify({ jsonrpc: "2.0", id: 1, result: "0x1" }));
  for (const minutes of [0, 1, 3, 5]) {
    turnClock(minutes * 60_000);
    expect(await look(one)).toEqual(OTHER_NETWORK);
  }
  expect(await rows()).toMatchObject([{ status: "SIGNED", missingSince: null }]);
  await bench.database.db.delete(laneTransactions).where(eq(laneTransactions.hash, hash));
  expect(await send(job())).toEqual(OTHER_NETWORK);
});

test("two looks are not enough to drop, however long lies between them", async () => {
  await evm.chain.client.setAutomine(false);
  const one = job();
  const hash = hashOf(await send(one)) as Hex;
  await evm.chain.client.dropTransaction({ hash });
  await evm.chain.client.setNonce({ address: operator, nonce: 1 });
  await look(one);
  turnClock(3_600_000);
  expect((await look(one))?.state).toBe("sent");
  await evm.chain.client.setNonce({ address: operator, nonce: 0 });
  await look(one);
  expect(await rows()).toMatchObject([{ status: "SIGNED", missingSince: null, missingLooks: 0 }]);
});

test("no chain but developers' own begins anew", async () => {
  proxy.set("eth_chainId", async () => JSON.stringify({ jsonrpc: "2.0", id: 1, result: "0x89" }));
  const polygon = (await bench.replica(configWith(1, 137n))).identity;
  const inLane = <T>(work: (lane: Lane) => Promise<T>) => withLane(polygon, 137n, "whitelist", work);
  const one = job();
  // the chain of the tests takes no transaction that was signed for another one
  expect((await inLane((lane) => lane.send(one)))?.state).toBe("sent");
  const genesis = `0x${"0".repeat(64)}`;
  await bench.database.db.update(laneTransactions).set({ genesis }).where(eq(laneTransactions.job, one.id));
  for (let looks = 0; looks < 4; looks++) {
    expect(await inLane((lane) => lane.look(one.id))).toEqual(OTHER_NETWORK);
  }
});

test("a node that has not heard of the last transaction yet is not believed", async () => {
  const one = job();
  await send(one);
  await look(one);
  proxy.set("eth_getTransactionCount", async () => JSON.stringify({ jsonrpc: "2.0", id: 1, result: "0x0" }));
  const state = await send(job());
  proxy.set("eth_getTransactionCount", null);
  expect(state).toEqual({ state: "away", reason: "The chain's node is behind." });
});

/** The process that held the lane stays silent, and another one holds it. */
async function takeOver(dying: Promise<unknown>): Promise<Identity> {
  await endLocks(bench.database.db);
  proxy.set("eth_sendRawTransaction", null);
  void dying;
  return (await bench.replica(configWith())).identity;
}

async function until<T>(read: () => Promise<T>, isDone: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 5_000;
  for (;;) {
    const value = await read();
    if (isDone(value)) return value;
    if (Date.now() > end) throw new Error("It never came to that.");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
