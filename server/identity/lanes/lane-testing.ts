import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Hex, parseEther } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { startChainWithContracts, type TestContracts } from "../contracts/deploy-testing";
import { laneTransactions } from "../db/lane-tables";
import { endLocks } from "../db/locks-testing";
import type { Identity } from "../service";
import { newWallet, startTestIdentity, type TestIdentity } from "../testing";
import type { Lane, LaneJob, SendState } from "./lane";
import { type RpcProxy, startRpcProxy } from "./proxy-testing";
import { withLane } from "./with-lane";

const CHAIN = 31337n;
const FEE_CAP_GWEI = 500;
export const hashOf = (state: SendState | null) => (state && "hash" in state ? state.hash : null);

/** What each test has for itself. */
interface Own {
  /** A lane of its own. */
  key: Hex;
  operator: Hex;
  /** Processes of this test, the last one started is the one that works. */
  identity: Identity;
}

/** A chain behind a proxy and an identity service over it, and what a test does with its lane there. */
export function laneBench() {
  const evm = {} as TestContracts;
  const proxy = {} as RpcProxy;
  const bench = {} as TestIdentity;
  const own = {} as Own;

  const configWith = (confirmations = 1, chainId = CHAIN) => ({
    chains: {
      [`${chainId}`]: {
        rpcUrl: proxy.url,
        walletApproverPrivateKey: own.key,
        walletApproverServiceAddress: evm.contracts.approver,
        maxFeeGwei: FEE_CAP_GWEI,
        confirmations,
      },
    },
  });

  beforeAll(async () => {
    Object.assign(evm, await startChainWithContracts());
    Object.assign(proxy, await startRpcProxy(evm.chain.url));
    own.key = generatePrivateKey();
    Object.assign(bench, await startTestIdentity("default", configWith()));
  });
  afterAll(async () => {
    await bench.stop?.();
    await proxy.stop?.();
    await evm.stop?.();
  });
  beforeEach(async () => {
    own.key = generatePrivateKey();
    own.operator = privateKeyToAccount(own.key).address;
    await evm.chain.client.setBalance({ address: own.operator, value: parseEther("10") });
    own.identity = (await bench.replica(configWith())).identity;
  });
  afterEach(async () => {
    turnClock(0);
    for (const method of ["*", "eth_sendRawTransaction", "eth_estimateGas", "eth_chainId"])
      proxy.set(method, null);
    await evm.chain.client.setAutomine(true);
    proxy.calls.length = 0;
  });

  const held = async <T>(work: (lane: Lane) => Promise<T>, by = own.identity): Promise<T> => {
    const result = await withLane(by, CHAIN, "whitelist", work);
    if (result === undefined) throw new Error("The lane is held by somebody else.");
    return result;
  };
  const send = (job: LaneJob, by = own.identity) => held((lane) => lane.send(job), by);
  const look = (job: LaneJob, by = own.identity) => held((lane) => lane.look(job.id), by);

  /** A payment to nobody: whoever sends it twice is seen by the balance. */
  const job = (to = newWallet().address): LaneJob => ({
    ...{ id: randomUUID(), kind: "whitelist", to, data: "0x", gasLimit: 100_000n },
    isStillWanted: async () => true,
  });
  const count = () => evm.chain.client.getTransactionCount({ address: own.operator });
  const rows = () =>
    bench.database.db.select().from(laneTransactions).where(sql`sender = ${own.operator.toLowerCase()}`);

  /** The process that held the lane stays silent, and another one holds it. */
  const takeOver = async (dying: Promise<unknown>): Promise<Identity> => {
    await endLocks(bench.database.db);
    proxy.set("eth_sendRawTransaction", null);
    void dying;
    return (await bench.replica(configWith())).identity;
  };

  return { evm, proxy, bench, own, configWith, held, send, look, job, count, rows, takeOver };
}
