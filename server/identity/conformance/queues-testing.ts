import { eq } from "drizzle-orm";
import type { Address, Hex } from "viem";
import { afterAll, afterEach, beforeAll } from "vitest";
import { now, turnClock } from "@/server/platform/clock";
import { settingsOf, startChainWithContracts, type TestContracts } from "../contracts/deploy-testing";
import { laneTransactions, taskTries } from "../db/lane-tables";
import { type RpcProxy, startRpcProxy } from "../lanes/proxy-testing";
import type { TestIdentity } from "../testing";
import { addTask, CHAIN, round, tasks } from "./queue-testing";

export const OTHER = 1984n;
export const away = () => Promise.reject(new Error("away"));
export const findTries = async ({ database: { db } }: TestIdentity, task: string) =>
  (await db.select().from(taskTries).where(eq(taskTries.task, task)))[0];
export const signed = ({ database: { db } }: TestIdentity) => db.select().from(laneTransactions);
export const find = async (bench: TestIdentity, uuid: string) =>
  (await tasks(bench)).find((task) => task.uuid === uuid);

/** Two chains, one of them behind a proxy, and what a test of queues does there. */
export function queuesBench() {
  const evm = {} as TestContracts;
  const other = {} as TestContracts;
  const proxy = {} as RpcProxy;
  beforeAll(async () => {
    const chains = await Promise.all([startChainWithContracts(), startChainWithContracts(Number(OTHER))]);
    Object.assign(evm, chains[0]);
    Object.assign(other, chains[1]);
    Object.assign(proxy, await startRpcProxy(evm.chain.url));
  });
  afterEach(async () => {
    turnClock(0);
    for (const method of ["*", "eth_estimateGas"]) proxy.set(method, null);
    await evm.chain.client.setAutomine(true);
  });
  afterAll(async () => {
    await proxy.stop?.();
    await Promise.all([evm.stop?.(), other.stop?.()]);
  });

  const mine = () => evm.chain.client.mine({ blocks: 1 });
  const issuerOf = (chain = evm) => chain.contracts.issuer;
  const balance = (address: string) => evm.chain.client.getBalance({ address: address as Address });
  const setFaucet = (value: bigint) => evm.chain.client.setBalance({ address: evm.contracts.faucet, value });

  /** A task whose transaction no block has. */
  const inProcess = async (bench: TestIdentity): Promise<string> => {
    await evm.chain.client.setAutomine(false);
    if (bench.mode === "strict") {
      const hash: Hex = `0x${"ab".repeat(32)}`;
      return addTask(bench, { status: "IN_PROCESS", hash, updatedAt: now() });
    }
    const uuid = await addTask(bench, {});
    await round(bench, "faucet");
    return uuid;
  };
  /** As the services start. */
  const config = () => ({
    ...{ faucetEnabled: true, autoInvestEnabled: true },
    chains: { [`${CHAIN}`]: settingsOf(evm, proxy.url), [`${OTHER}`]: settingsOf(other) },
  });

  return { evm, other, proxy, mine, issuerOf, balance, setFaucet, inProcess, config };
}
