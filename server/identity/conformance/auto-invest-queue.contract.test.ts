import { setTimeout as sleep } from "node:timers/promises";
import { decodeFunctionData, type Hex } from "viem";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { now, turnClock } from "@/server/platform/clock";
import { startInvestQueue } from "../auto-invest/queue";
import { markInProcess, recordTransaction } from "../auto-invest/task-store";
import { investAbi } from "../contracts/abis";
import { newWallet, type TestIdentity } from "../testing";
import {
  endOf,
  forgetOrders,
  type InvestChain,
  investConfig,
  lower,
  order,
  rowOf,
  startInvestChain,
  tick,
} from "./invest-testing";
import { conform } from "./testing";

/** As little as the campaigns take. */
const MINIMUM = 100_000_000n;
const DAY_MS = 86_400_000;
let chain: InvestChain;
let others: InvestChain[];

beforeAll(async () => {
  [chain, ...others] = (await Promise.all([31337, 137, 1984].map((id) => startInvestChain(id)))) as [
    InvestChain,
    ...InvestChain[],
  ];
});
afterAll(() => Promise.all([chain, ...(others ?? [])].map((one) => one?.stop())));

afterEach(async () => {
  turnClock(0);
  chain.broken.clear();
  await chain.client.setAutomine(true);
  await chain.client.mine({ blocks: 1 });
});

const config = () => investConfig(chain, ...others);

/** Orders, with the coins there or not. */
async function ordered(bench: TestIdentity, amount: bigint, balance = amount, on = chain) {
  const wallet = lower(newWallet().address);
  if (balance > 0n) await on.pay(wallet, balance);
  expect((await order(bench, on, `${amount}`, { wallet })).answer.status).toBe(200);
  return wallet;
}

const invested = (on = chain) => on.balanceOf(on.contracts.openCampaign);

async function recordsOf(hash: string | null | undefined, on = chain) {
  const { input } = await on.client.getTransaction({ hash: hash as Hex });
  const { args } = decodeFunctionData({ abi: investAbi, data: input });
  return args[0].map(({ investor, amount }) => [lower(investor), amount]);
}

async function expireAfterAWeek(bench: TestIdentity, count: number) {
  await forgetOrders(bench);
  const wallets = await Promise.all(Array.from({ length: count }, () => ordered(bench, MINIMUM, 0n)));
  turnClock(7 * DAY_MS - 60_000);
  await tick(bench);
  for (const wallet of wallets) expect(await rowOf(bench, wallet)).toMatchObject({ status: "PENDING" });
  turnClock(7 * DAY_MS + 60_000);
  await tick(bench);
  for (const wallet of wallets) {
    expect([await rowOf(bench, wallet), (await endOf(bench, wallet))?.status]).toEqual([
      undefined,
      "EXPIRED",
    ]);
  }
}

/** An order on its way whose transaction waits for a block. */
async function onItsWay(bench: TestIdentity) {
  await forgetOrders(bench);
  const wallet = await ordered(bench, MINIMUM);
  await chain.client.setAutomine(false);
  if (bench.mode === "default") await tick(bench);
  else {
    // the original knows no transaction without a receipt, unless it was stopped
    const hash = await chain.client.sendTransaction({ account: wallet, to: wallet });
    await markInProcess(bench.database.db, [(await rowOf(bench, wallet))?.uuid ?? ""], hash);
    await recordTransaction(bench.database.db, 31337n, hash);
  }
  expect(await rowOf(bench, wallet)).toMatchObject({ status: "IN_PROCESS", hash: expect.any(String) });
  return wallet;
}

conform(
  {
    "ID-AIN-16": (bench) => expireAfterAWeek(bench, 1),
    "ID-AIN-17": (bench) => expireAfterAWeek(bench, 3),
    "ID-AIN-18": async (bench) => {
      await forgetOrders(bench);
      const wallet = await ordered(bench, MINIMUM);
      for (const method of ["eth_gasPrice", "eth_estimateGas", "eth_sendRawTransaction"])
        chain.broken.add(method);
      await tick(bench, 2);
      expect(await rowOf(bench, wallet)).toMatchObject({ status: "PENDING", hash: null });
      chain.broken.clear();
      await tick(bench, 2);
      expect(await endOf(bench, wallet)).toMatchObject({ status: "SUCCESS" });
    },
    "ID-AIN-19": async (bench) => {
      const wallet = await onItsWay(bench);
      await chain.client.mine({ blocks: 1 });
      await tick(bench);
      expect([await rowOf(bench, wallet), (await endOf(bench, wallet))?.status]).toEqual([
        undefined,
        "SUCCESS",
      ]);
    },
    "ID-AIN-20": async (bench) => {
      const wallet = await onItsWay(bench);
      const before = await rowOf(bench, wallet);
      await tick(bench, 2);
      expect(await rowOf(bench, wallet)).toEqual(before);
      await chain.client.mine({ blocks: 1 });
      await tick(bench);
      expect(await endOf(bench, wallet)).toMatchObject({ status: "SUCCESS", hash: before?.hash });
    },
    "ID-AIN-21": {
      strict: async (bench) => {
        const wallet = await onItsWay(bench);
        // its milliseconds count as seconds
        turnClock(600_000_000 - 60_000);
        await tick(bench);
        expect(await rowOf(bench, wallet)).toMatchObject({ status: "IN_PROCESS" });
        turnClock(600_000_000 + 60_000);
        await tick(bench);
        expect([await rowOf(bench, wallet), (await endOf(bench, wallet))?.status]).toEqual([
          undefined,
          "FAILURE",
        ]);
      },
      default: async (bench) => {
        const before = await invested();
        const wallet = await onItsWay(bench);
        const first = (await rowOf(bench, wallet))?.hash;
        turnClock(600_000 + 60_000);
        await tick(bench);
        const dearer = (await rowOf(bench, wallet))?.hash;
        expect(dearer).not.toBe(first);
        await chain.client.mine({ blocks: 1 });
        await tick(bench);
        expect(await endOf(bench, wallet)).toMatchObject({ status: "SUCCESS", hash: dearer });
        expect(await invested()).toBe(before + MINIMUM);
      },
    },
    "ID-AIN-22": async (bench) => {
      await forgetOrders(bench);
      const [poor, rich] = [await ordered(bench, MINIMUM, 0n), await ordered(bench, MINIMUM)];
      await tick(bench);
      const row = await rowOf(bench, rich);
      expect(await recordsOf(row?.hash)).toEqual([[rich, MINIMUM]]);
      await tick(bench);
      expect((await endOf(bench, rich))?.status).toBe("SUCCESS");
      expect(await rowOf(bench, poor)).toMatchObject({ status: "PENDING", hash: null });
    },
    "ID-AIN-23": async (bench) => {
      await forgetOrders(bench);
      const wallet = await ordered(bench, MINIMUM);
      const before = await invested();
      await tick(bench);
      expect(await rowOf(bench, wallet)).toMatchObject({ status: "IN_PROCESS", hash: expect.any(String) });
      await tick(bench, 2);
      expect([await rowOf(bench, wallet), (await endOf(bench, wallet))?.status]).toEqual([
        undefined,
        "SUCCESS",
      ]);
      expect(await invested()).toBe(before + MINIMUM);
    },
    "ID-AIN-24": async (bench) => {
      await forgetOrders(bench);
      const amounts = [MINIMUM, 2n * MINIMUM, 3n * MINIMUM];
      const wallets: Hex[] = [];
      for (const amount of amounts) wallets.push(await ordered(bench, amount));
      await tick(bench);
      const hashes = await Promise.all(wallets.map(async (wallet) => (await rowOf(bench, wallet))?.hash));
      expect(new Set(hashes).size).toBe(1);
      expect(await recordsOf(hashes[0])).toEqual(wallets.map((wallet, index) => [wallet, amounts[index]]));
      await tick(bench);
      for (const wallet of wallets) expect((await endOf(bench, wallet))?.status).toBe("SUCCESS");
    },
    "ID-AIN-25": async (bench) => {
      await forgetOrders(bench);
      const chains = [chain, ...others];
      const wallets = await Promise.all(chains.map((on) => ordered(bench, MINIMUM, MINIMUM, on)));
      await tick(bench);
      const hashes = await Promise.all(wallets.map(async (wallet) => (await rowOf(bench, wallet))?.hash));
      expect(new Set(hashes).size).toBe(3);
      // one whose node is away stops no other
      chain.broken.add("eth_getTransactionReceipt");
      await tick(bench);
      const ends = async () =>
        Promise.all(wallets.map(async (wallet) => (await endOf(bench, wallet))?.status));
      expect(await ends()).toEqual([undefined, "SUCCESS", "SUCCESS"]);
      chain.broken.clear();
      await tick(bench);
      expect(await ends()).toEqual(["SUCCESS", "SUCCESS", "SUCCESS"]);
    },
    "ID-AIN-33": async (bench) => {
      await forgetOrders(bench);
      const wallet = await ordered(bench, MINIMUM, 0n);
      await tick(bench, 2);
      expect(await rowOf(bench, wallet)).toMatchObject({ status: "PENDING" });
      await chain.pay(wallet, MINIMUM);
      await tick(bench, 2);
      expect([await chain.balanceOf(wallet), (await endOf(bench, wallet))?.status]).toEqual([0n, "SUCCESS"]);
    },
    "ID-AIN-34": async (bench) => {
      await forgetOrders(bench);
      const wallet = lower(newWallet().address);
      await chain.pay(wallet, 2n * MINIMUM, 5n * MINIMUM);
      await order(bench, chain, `${5n * MINIMUM}`, { wallet });
      await tick(bench, 2);
      expect([await chain.balanceOf(wallet), (await endOf(bench, wallet))?.status]).toEqual([0n, "SUCCESS"]);
    },
    "ID-AIN-35": async (bench) => {
      await forgetOrders(bench);
      const wallet = lower(newWallet().address);
      await chain.pay(wallet, 5n * MINIMUM, 2n * MINIMUM);
      await order(bench, chain, `${2n * MINIMUM}`, { wallet });
      await tick(bench, 2);
      expect([await chain.balanceOf(wallet), (await endOf(bench, wallet))?.status]).toEqual([
        3n * MINIMUM,
        "SUCCESS",
      ]);
    },
    "ID-AIN-36": {
      strict: async (bench) => {
        await forgetOrders(bench);
        const wallet = await ordered(bench, MINIMUM, 5n);
        await tick(bench, 2);
        expect([await chain.balanceOf(wallet), await rowOf(bench, wallet)]).toEqual([5n, undefined]);
        // what became of it is not looked at
        expect(await endOf(bench, wallet)).toMatchObject({ status: "SUCCESS" });
      },
      default: async (bench) => {
        await forgetOrders(bench);
        const wallet = await ordered(bench, MINIMUM, 5n);
        await tick(bench, 2);
        expect([await chain.balanceOf(wallet), (await rowOf(bench, wallet))?.hash]).toEqual([5n, null]);
        expect((await rowOf(bench, wallet))?.reason).toBe("Campaign: below the minimum.");
        // the rest arrives
        await chain.pay(wallet, MINIMUM);
        await tick(bench, 2);
        expect(await endOf(bench, wallet)).toMatchObject({ status: "SUCCESS", invested: MINIMUM });
      },
    },
    "ID-AIN-37": async (bench) => {
      const { identity } = bench;
      expect(
        startInvestQueue({ ...identity, config: { ...identity.config, autoInvestEnabled: false } }),
      ).toBeNull();
      await forgetOrders(bench);
      const wallet = await ordered(bench, MINIMUM);
      const queue = startInvestQueue(identity);
      const end = Date.now() + 5_000;
      while (!(await endOf(bench, wallet)) && Date.now() < end) await sleep(20);
      await queue?.stop();
      expect((await endOf(bench, wallet))?.status).toBe("SUCCESS");
    },
    "ID-AIN-38": {
      strict: async (bench) => {
        await forgetOrders(bench);
        const wallet = await ordered(bench, MINIMUM, 4n * MINIMUM);
        await tick(bench, 2);
        expect(await chain.balanceOf(wallet)).toBe(0n);
      },
      default: async (bench) => {
        await forgetOrders(bench);
        const wallet = await ordered(bench, MINIMUM, 4n * MINIMUM);
        await tick(bench, 2);
        expect(await chain.balanceOf(wallet)).toBe(3n * MINIMUM);
        expect(await endOf(bench, wallet)).toMatchObject({ status: "SUCCESS", invested: MINIMUM });
        expect((await endOf(bench, wallet))?.completedAt.getTime()).toBeLessThanOrEqual(now().getTime());
      },
    },
  },
  config,
);
