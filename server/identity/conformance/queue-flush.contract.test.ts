import type { Address } from "viem";
import { expect, vi } from "vitest";
import { identityEnv } from "@/server/platform/env";
import { flush, pendingChains, pendingIssuers } from "../queues/task-store";
import { configOf } from "../start";
import {
  addTask,
  CHAIN,
  clear,
  OTHER,
  pending,
  queuesBench,
  round,
  statuses,
  tasks,
  wait,
  wallet,
} from "./queue-testing";
import { conform } from "./testing";

const { issuerOf, config } = queuesBench();

conform(
  {
    "ID-QUE-13": async (bench) => {
      await clear(bench);
      const [a, b] = [wallet(), wallet()].sort() as [Address, Address];
      for (const address of [a, b, a]) await wait(bench, address, null);
      await wait(bench, a, null, OTHER);
      await flush(bench.database.db, CHAIN, null, 10);
      expect(await tasks(bench)).toMatchObject([{ addresses: [a, b], chainId: CHAIN, status: "CREATED" }]);
      expect(await pending(bench)).toEqual([{ address: a, chainId: OTHER, payload: null }]);
    },
    "ID-QUE-14": async (bench) => {
      await clear(bench);
      const address = wallet();
      for (const payload of ["0xOne", "0xone", null]) await wait(bench, address, payload);
      await flush(bench.database.db, CHAIN, "0xOne", 10);
      expect((await tasks(bench)).map(({ payload }) => payload)).toEqual(["0xOne"]);
      expect((await pending(bench)).map(({ payload }) => payload).sort()).toEqual(["0xone", null]);
    },
    "ID-QUE-15": async (bench) => {
      await clear(bench);
      await wait(bench, wallet(), issuerOf());
      expect(await flush(bench.database.db, CHAIN, null, 10)).toBeNull();
      await round(bench, "faucet");
      expect([await tasks(bench), (await pending(bench)).length]).toEqual([[], 1]);
    },
    "ID-QUE-16": async (bench) => {
      await clear(bench);
      const addresses = Array.from({ length: 5 }, wallet);
      for (const address of addresses) await wait(bench, address, null);
      await flush(bench.database.db, CHAIN, null, 3);
      const [task] = await tasks(bench);
      expect(task?.addresses.toSorted()).toEqual(addresses.slice(0, 3).sort());
      expect((await pending(bench)).map(({ address }) => address)).toEqual(addresses.slice(3));
    },
    "ID-QUE-17": async (bench) => {
      await clear(bench);
      for (const chainId of [CHAIN, OTHER, CHAIN]) await wait(bench, wallet(), null, chainId);
      expect((await pendingChains(bench.database.db)).sort()).toEqual([OTHER, CHAIN]);
    },
    "ID-QUE-18": async (bench) => {
      await clear(bench);
      for (const payload of ["0xa", null, "0xb", "0xa"]) await wait(bench, wallet(), payload);
      expect((await pendingIssuers(bench.database.db)).sort()).toEqual(["0xa", "0xb"]);
    },
    "ID-QUE-19": async (bench) => {
      await clear(bench);
      await addTask(bench, { payload: issuerOf() });
      for (let rounds = 0; rounds < 2; rounds++) await round(bench, "faucet");
      expect(await statuses(bench)).toEqual(["CREATED"]);
      await clear(bench);
      await addTask(bench, {});
      for (let rounds = 0; rounds < 2; rounds++) await round(bench, "whitelist");
      expect(await statuses(bench)).toEqual(["CREATED"]);
    },
    "ID-QUE-20": async () => {
      vi.stubEnv("IDENTITY_DATABASE_URL", "postgres://localhost/nowhere");
      vi.stubEnv("IDENTITY_SECRET_KEY", "0".repeat(64));
      const { queue } = configOf(identityEnv());
      vi.unstubAllEnvs();
      expect(queue).toMatchObject({ initialDelayMs: 15_000, pollingMs: 5_000, maxAddressesPerTask: 10 });
      expect(queue).toMatchObject({
        miningPeriodMs: 600_000,
        gasLimits: { whitelist: 10_000_000n, faucet: 4_000_000n },
      });
    },
  },
  config,
);
