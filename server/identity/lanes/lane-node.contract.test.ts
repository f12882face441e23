import { eq } from "drizzle-orm";
import type { Hex } from "viem";
import { expect, test } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { laneTransactions } from "../db/lane-tables";
import type { Lane, LaneJob } from "./lane";
import { hashOf, laneBench } from "./lane-testing";
import { withLane } from "./with-lane";

const { evm, proxy, bench, own, configWith, send, look, job, rows } = laneBench();

const OTHER_NETWORK = { state: "away", reason: "The chain's node is one of another network." };

/** Sends it on a chain that finds no blocks, which then loses it and has something else on its nonce. @returns its hash */
async function overtaken(one: LaneJob): Promise<Hex> {
  await evm.chain.client.setAutomine(false);
  const hash = hashOf(await send(one)) as Hex;
  await evm.chain.client.dropTransaction({ hash });
  await evm.chain.client.setNonce({ address: own.operator, nonce: 1 });
  return hash;
}

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
  const one = job();
  const sent = await overtaken(one);
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

test("a node of another network is not believed, whatever it knows", async () => {
  const one = job();
  const hash = await overtaken(one);
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
  const one = job();
  await overtaken(one);
  await look(one);
  turnClock(3_600_000);
  expect((await look(one))?.state).toBe("sent");
  await evm.chain.client.setNonce({ address: own.operator, nonce: 0 });
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
