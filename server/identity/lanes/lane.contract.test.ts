import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { encodeFunctionData, type Hex, parseGwei, parseTransaction } from "viem";
import { expect, test } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { approverAbi } from "../contracts/abis";
import { laneBroadcasts, laneTransactions } from "../db/lane-tables";
import { endLocks } from "../db/locks-testing";
import { newWallet } from "../testing";
import { hashOf, laneBench } from "./lane-testing";
import { silence } from "./proxy-testing";

const { evm, proxy, bench, configWith, held, send, look, job, count, rows, takeOver } = laneBench();

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

async function until<T>(read: () => Promise<T>, isDone: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 5_000;
  for (;;) {
    const value = await read();
    if (isDone(value)) return value;
    if (Date.now() > end) throw new Error("It never came to that.");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
