import { eq } from "drizzle-orm";
import { parseEther } from "viem";
import { expect, vi } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { blockchainTasks } from "../db/chain-tables";
import { laneTransactions, taskTries } from "../db/lane-tables";
import { startQueues } from "../queues/start";
import { flush } from "../queues/task-store";
import type { TestIdentity } from "../testing";
import {
  addTask,
  CHAIN,
  clear,
  drain,
  isApproved,
  OTHER,
  queuesBench,
  round,
  statuses,
  tasks,
  wait,
  wallet,
} from "./queue-testing";
import { conform } from "./testing";

const { evm, other, proxy, mine, issuerOf, balance, setFaucet, inProcess, config } = queuesBench();

const DAY_MS = 86_400_000;
const away = () => Promise.reject(new Error("away"));
const find = async (bench: TestIdentity, uuid: string) =>
  (await tasks(bench)).find((task) => task.uuid === uuid);
const findTries = async ({ database: { db } }: TestIdentity, task: string) =>
  (await db.select().from(taskTries).where(eq(taskTries.task, task)))[0];
const signed = ({ database: { db } }: TestIdentity) => db.select().from(laneTransactions);

conform(
  {
    "ID-QUE-01": async (bench) => {
      await clear(bench);
      await wait(bench, wallet(), issuerOf());
      await wait(bench, wallet(), issuerOf(other), OTHER);
      await drain(bench, [CHAIN, OTHER]);
      const done = await tasks(bench);
      expect(done.map(({ chainId }) => chainId).sort()).toEqual([OTHER, CHAIN]);
      for (const task of done)
        expect(task).toMatchObject({ status: "COMPLETED", hash: expect.stringMatching(/^0x/) });
    },
    "ID-QUE-02": async (bench) => {
      await clear(bench);
      const poor = wallet();
      const uuid = await addTask(bench, { addresses: [poor] });
      await round(bench, "faucet");
      const sent = await find(bench, uuid);
      expect(sent).toMatchObject({ status: "IN_PROCESS", hash: expect.stringMatching(/^0x[0-9a-f]{64}$/) });
      await round(bench, "faucet");
      expect(await find(bench, uuid)).toMatchObject({ status: "COMPLETED", hash: sent?.hash });
      expect(await balance(poor)).toBe(parseEther("0.01"));
    },
    "ID-QUE-03": {
      strict: async (bench) => {
        await clear(bench);
        const failed = await addTask(bench, { payload: "no address" });
        await round(bench, "whitelist");
        const [first, second, ...more] = await tasks(bench);
        expect([first?.uuid, first?.status, second?.status, more]).toEqual([failed, "FAILED", "CREATED", []]);
        const { uuid: _, createdAt: __, updatedAt: ___, status: ____, ...same } = first ?? {};
        expect(second).toMatchObject(same as object);
      },
      default: async (bench) => {
        await clear(bench);
        const uuid = await addTask(bench, { payload: "no address" });
        await round(bench, "whitelist");
        expect(await statuses(bench)).toEqual(["CREATED"]);
        await round(bench, "whitelist");
        expect((await findTries(bench, uuid))?.failures).toBe(1);
        turnClock(10_500);
        await round(bench, "whitelist");
        expect((await findTries(bench, uuid))?.failures).toBe(2);
        turnClock(21_000);
        await round(bench, "whitelist");
        // the second wait is twice the first
        expect((await findTries(bench, uuid))?.failures).toBe(2);
        turnClock(31_000);
        await round(bench, "whitelist");
        expect(await statuses(bench)).toEqual(["FAILED"]);
        expect(await findTries(bench, uuid)).toMatchObject({ failures: 3, isGivenUp: true });
      },
    },
    "ID-QUE-04": {
      strict: async (bench) => {
        await clear(bench);
        const uuid = await inProcess(bench);
        await bench.database.db.update(blockchainTasks).set({ payload: issuerOf() });
        proxy.set("*", away);
        await round(bench, "whitelist");
        const [first, second] = await tasks(bench);
        expect(first).toMatchObject({ uuid, status: "FAILED", hash: expect.stringMatching(/^0x/) });
        expect(second).toMatchObject({ status: "CREATED", hash: null, payload: issuerOf() });
      },
      default: async (bench) => {
        await clear(bench);
        const uuid = await inProcess(bench);
        proxy.set("*", away);
        await round(bench, "faucet");
        expect(await statuses(bench)).toEqual(["IN_PROCESS"]);
        proxy.set("*", null);
        await mine();
        await round(bench, "faucet");
        expect(await find(bench, uuid)).toMatchObject({ status: "COMPLETED" });
      },
    },
    "ID-QUE-05": async (bench) => {
      await clear(bench);
      await setFaucet(0n);
      const uuid = await addTask(bench, {});
      for (let rounds = 0; rounds < 3; rounds++) await round(bench, "faucet");
      expect(await find(bench, uuid)).toMatchObject({ status: "CREATED", hash: null });
      await setFaucet(parseEther("100"));
      turnClock(60_000);
      await drain(bench);
      expect((await find(bench, uuid))?.status).toBe("COMPLETED");
    },
    "ID-QUE-06": async (bench) => {
      await clear(bench);
      await addTask(bench, {});
      await addTask(bench, { payload: issuerOf() });
      await drain(bench);
      expect(await statuses(bench)).toEqual(["COMPLETED", "COMPLETED"]);
    },
    "ID-QUE-07": {
      strict: async (bench) => {
        await clear(bench);
        const uuid = await inProcess(bench);
        const hash = (await find(bench, uuid))?.hash;
        turnClock(7 * DAY_MS);
        await round(bench, "faucet");
        const [first, second] = await tasks(bench);
        expect(first).toMatchObject({ uuid, status: "FAILED", hash });
        expect(second).toMatchObject({ status: "CREATED", hash: null, addresses: first?.addresses });
      },
      default: async (bench) => {
        await clear(bench);
        const uuid = await inProcess(bench);
        const before = await find(bench, uuid);
        turnClock(11 * 60_000);
        await round(bench, "faucet");
        const after = await find(bench, uuid);
        expect([after?.status, await statuses(bench)]).toEqual(["IN_PROCESS", ["IN_PROCESS"]]);
        expect(after?.hash).not.toBe(before?.hash);
        await mine();
        await round(bench, "faucet");
        expect(await find(bench, uuid)).toMatchObject({ status: "COMPLETED", hash: after?.hash });
      },
    },
    "ID-QUE-08": async (bench) => {
      await clear(bench);
      const uuid = await inProcess(bench);
      const before = await find(bench, uuid);
      turnClock(bench.mode === "strict" ? 6 * DAY_MS : 9 * 60_000);
      await round(bench, "faucet");
      expect(await tasks(bench)).toEqual([before]);
      await mine();
    },
    "ID-QUE-09": async (bench) => {
      await clear(bench);
      const [first, second] = [await addTask(bench, {}), await addTask(bench, {})];
      await round(bench, "faucet");
      expect(await statuses(bench)).toEqual(["IN_PROCESS", "CREATED"]);
      await round(bench, "faucet");
      expect((await find(bench, first))?.status).toBe("COMPLETED");
      await drain(bench);
      expect((await find(bench, second))?.status).toBe("COMPLETED");
    },
    "ID-QUE-10": async (bench) => {
      await clear(bench);
      await addTask(bench, { status: "FAILED" });
      await addTask(bench, {});
      await drain(bench);
      expect(await statuses(bench)).toEqual(["FAILED", "COMPLETED"]);
    },
    "ID-QUE-11": async (bench) => {
      await clear(bench);
      for (let count = 0; count < 10; count++) await addTask(bench, {});
      await drain(bench);
      const done = await tasks(bench);
      expect(new Set(done.map(({ status }) => status))).toEqual(new Set(["COMPLETED"]));
      const ends = done.map(({ updatedAt }) => updatedAt?.getTime() ?? 0);
      expect(ends).toEqual([...ends].sort((a, b) => a - b));
      expect(ends).toHaveLength(10);
    },
    "ID-QUE-12": async (bench) => {
      await clear(bench);
      expect(await flush(bench.database.db, CHAIN, null, 10)).toBeNull();
      await round(bench, "faucet");
      expect(await tasks(bench)).toEqual([]);
    },
    "ID-QUE-21": {
      default: async (bench) => {
        await clear(bench);
        await setFaucet(0n);
        // the trial passes and the chain reverts it all the same
        proxy.set("eth_estimateGas", async () =>
          JSON.stringify({ jsonrpc: "2.0", id: 1, result: "0x30d40" }),
        );
        const uuid = await addTask(bench, {});
        for (let minutes = 0; minutes < 12; minutes++) {
          turnClock(minutes * 60_000);
          await round(bench, "faucet");
        }
        await setFaucet(parseEther("100"));
        expect((await signed(bench)).map(({ status }) => status)).toEqual([
          "REVERTED",
          "REVERTED",
          "REVERTED",
        ]);
        expect(await find(bench, uuid)).toMatchObject({
          status: "FAILED",
          hash: expect.stringMatching(/^0x/),
        });
        expect(await findTries(bench, uuid)).toMatchObject({ failures: 3, isGivenUp: true });
      },
    },
    "ID-QUE-22": {
      default: async (bench) => {
        await clear(bench);
        // coins cannot be paid here, and the other chain's node is away: neither keeps anybody from being approved
        await setFaucet(0n);
        await addTask(bench, {});
        const { chains } = bench.identity.config;
        const dead = { ...chains[`${OTHER}`], rpcUrl: "http://127.0.0.1:1" };
        const replica = await bench.replica({ chains: { ...chains, [`${OTHER}`]: dead } });
        const [here, there] = [wallet(), wallet()];
        await wait(bench, there, issuerOf(other), OTHER);
        await wait(bench, here, issuerOf());
        const queues = startQueues(replica.identity);
        await vi.waitFor(async () => expect(await isApproved(evm, here)).toBe(true), {
          timeout: 20_000,
          interval: 20,
        });
        await vi.waitFor(
          async () => expect((await statuses(bench)).sort()).toEqual(["COMPLETED", "CREATED", "CREATED"]),
          { timeout: 20_000, interval: 20 },
        );
        await queues.stop();
        await setFaucet(parseEther("100"));
      },
    },
    "ID-QUE-23": {
      default: async (bench) => {
        await clear(bench);
        const replicas = [bench.identity, (await bench.replica()).identity, (await bench.replica()).identity];
        const poor = Array.from({ length: 4 }, wallet);
        for (const address of poor) await addTask(bench, { addresses: [address] });
        const all = replicas.map(startQueues);
        await vi.waitFor(async () => expect(new Set(await statuses(bench))).toEqual(new Set(["COMPLETED"])), {
          timeout: 20_000,
          interval: 20,
        });
        await Promise.all(all.map(({ stop }) => stop()));
        const rows = await signed(bench);
        expect([rows.length, new Set(rows.map(({ nonce }) => nonce)).size]).toEqual([4, 4]);
        for (const address of poor) expect(await balance(address)).toBe(parseEther("0.01"));
      },
    },
  },
  config,
);
