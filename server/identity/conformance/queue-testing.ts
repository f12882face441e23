import { sql } from "drizzle-orm";
import { type Address, encodeFunctionData, type Hex } from "viem";
import { afterAll, afterEach, beforeAll } from "vitest";
import { now, turnClock } from "@/server/platform/clock";
import { issuerAbi } from "../contracts/abis";
import { settingsOf, startChainWithContracts, type TestContracts } from "../contracts/deploy-testing";
import { blockchainTasks, pendingAddresses } from "../db/chain-tables";
import { type RpcProxy, startRpcProxy } from "../lanes/proxy-testing";
import { kinds, type QueueKind } from "../queues/kinds";
import { runOriginalRound } from "../queues/original-queue";
import { runRound } from "../queues/round";
import { addPending, type Task } from "../queues/task-store";
import { newWallet, type SignedIn, signIn, type TestIdentity } from "../testing";

export const CHAIN = 31337n;
export const OTHER = 1984n;

/** Nothing waits, nothing was sent, and the clock is right. */
export async function clear({ database }: TestIdentity): Promise<void> {
  turnClock(0);
  const tables = [
    ...["pending_blockchain_address", "blockchain_task", "blockchain_task_try"],
    ...["chain_request", "lane_transaction"],
  ];
  const names = sql.raw(tables.map((table) => `identity.${table}`).join(", "));
  await database.db.execute(sql`truncate ${names} cascade`);
}

/** One round of a queue, as the mode's own scheduler runs it. */
export const round = (bench: TestIdentity, kind: QueueKind, chainId = CHAIN): Promise<void> =>
  bench.mode === "strict" ? runOriginalRound(bench.identity, kind) : runRound(bench.identity, kind, chainId);

/** Rounds until nothing waits and nothing is under way. */
export async function drain(bench: TestIdentity, chainIds = [CHAIN]): Promise<void> {
  for (let rounds = 0; rounds < 60; rounds++) {
    for (const chainId of chainIds) for (const kind of kinds) await round(bench, kind, chainId);
    const open = (await tasks(bench)).filter(({ status }) => status !== "COMPLETED" && status !== "FAILED");
    if (open.length === 0 && (await pending(bench)).length === 0) return;
  }
  throw new Error("The queues never came to an end.");
}

/** Oldest first. */
export const tasks = ({ database: { db } }: TestIdentity): Promise<Task[]> =>
  db.select().from(blockchainTasks).orderBy(blockchainTasks.createdAt);
export const statuses = async (bench: TestIdentity) => (await tasks(bench)).map(({ status }) => status);
export const pending = ({ database: { db } }: TestIdentity) => db.select().from(pendingAddresses);

export const wallet = () => newWallet().address.toLowerCase() as Address;

/** Lets a wallet wait for a batch. */
export const wait = (
  { database: { db } }: TestIdentity,
  address: string,
  payload: string | null,
  chainId = CHAIN,
) => addPending(db, { address, chainId, payload });

let made = 0;
/** A task as if it had been made at a time of its own, one after the other. */
export async function addTask({ database: { db } }: TestIdentity, task: Partial<Task>): Promise<string> {
  const uuid = crypto.randomUUID();
  const createdAt = new Date(now().getTime() - 60_000 + made++);
  const defaults = { addresses: [wallet()], chainId: CHAIN, status: "CREATED", payload: null };
  await db.insert(blockchainTasks).values({ ...defaults, uuid, createdAt, ...task });
  return uuid;
}

/** A person with KYC whose document is valid for days. */
export async function verified(bench: TestIdentity, by = newWallet()): Promise<SignedIn> {
  const person = await signIn(bench, by);
  const body = { address: person.address, first_name: "Ada", last_name: "Verified" };
  const { status } = await bench.call("POST /test/kyc", { bearer: person.accessToken, body });
  if (status !== 200) throw new Error(`Test KYC answered ${status}.`);
  return person;
}

export async function isApproved({ chain, contracts }: TestContracts, address: string): Promise<boolean> {
  const args = [address as Address] as const;
  const data = encodeFunctionData({ abi: issuerAbi, functionName: "isWalletApproved", args });
  const { data: answer } = await chain.client.call({ to: contracts.issuer, data });
  return BigInt(answer ?? "0x0") === 1n;
}

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
