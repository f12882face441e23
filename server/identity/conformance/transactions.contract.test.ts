import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Hex, parseGwei } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, expect } from "vitest";
import { settingsOf, startChainWithContracts, type TestContracts } from "../contracts/deploy-testing";
import { laneTransactions } from "../db/lane-tables";
import { gasPriceOf, sendLikeOriginal } from "../lanes/original";
import type { TestIdentity } from "../testing";
import { addTask, CHAIN, clear, drain, round, tasks, wallet } from "./queue-testing";
import { conform } from "./testing";

let evm: TestContracts;
const feed = { status: 200, answer: {} as object, calls: 0, url: "", stop: async () => {} };
beforeAll(async () => {
  evm = await startChainWithContracts();
  const server = createServer((_, response) => {
    feed.calls++;
    response.writeHead(feed.status, { "content-type": "application/json" }).end(JSON.stringify(feed.answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  feed.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  feed.stop = async () => void server.close();
});
afterAll(async () => {
  await feed.stop();
  await evm?.stop();
});

const payment = () => ({ to: wallet(), data: "0x", gasLimit: 21_000n }) as const;
const transactionOf = (hash: Hex) => evm.chain.client.getTransaction({ hash });
/** The transaction of the only task. */
async function sentOf(bench: TestIdentity) {
  const [task] = await tasks(bench);
  return transactionOf(task?.hash as Hex);
}

conform(
  {
    "ID-CHN-07": {
      strict: async ({ identity }) => {
        const prices = () =>
          Promise.all((["whitelist", "faucet"] as const).map((kind) => gasPriceOf(identity, CHAIN, kind)));
        feed.answer = { safeLow: 1, standard: 2, fast: 31.5, fastest: 40 };
        expect(await prices()).toEqual([parseGwei("31.5"), parseGwei("48")]);
        const hash = await sendLikeOriginal(identity, CHAIN, "faucet", payment());
        expect((await transactionOf(hash as Hex)).gasPrice).toBe(parseGwei("48"));
        feed.status = 503;
        const nodes = await evm.chain.client.getGasPrice();
        expect(await prices()).toEqual([nodes, nodes]);
        feed.status = 200;
        feed.answer = { safeLow: 1 };
        expect(await sendLikeOriginal(identity, CHAIN, "whitelist", payment())).toBeNull();
      },
      default: async (bench) => {
        await clear(bench);
        feed.calls = 0;
        await addTask(bench, {});
        await drain(bench);
        const { type, maxFeePerGas, maxPriorityFeePerGas, gas } = await sentOf(bench);
        expect([type, feed.calls]).toEqual(["eip1559", 0]);
        expect(maxFeePerGas).toBeGreaterThan(maxPriorityFeePerGas ?? 0n);
        expect(gas).toBeLessThan(200_000n);
      },
    },
    "ID-CHN-08": {
      strict: async ({ identity }) => {
        feed.answer = { fast: 50, fastest: 50 };
        const address = privateKeyToAccount(evm.keys.walletApprover).address;
        const count = await evm.chain.client.getTransactionCount({ address });
        await evm.chain.client.setAutomine(false);
        // unmined ones do not count: what is sent next replaces them if it pays more
        expect(await sendLikeOriginal(identity, CHAIN, "whitelist", payment())).toBeNull();
        feed.answer = { fast: 100, fastest: 100 };
        expect(await sendLikeOriginal(identity, CHAIN, "whitelist", payment())).toBeNull();
        await evm.chain.client.mine({ blocks: 1 });
        await evm.chain.client.setAutomine(true);
        expect(await evm.chain.client.getTransactionCount({ address })).toBe(count + 1);
        const hash = await sendLikeOriginal(identity, CHAIN, "whitelist", payment());
        const { type, chainId, nonce, value, gas } = await transactionOf(hash as Hex);
        expect([type, chainId, nonce, value, gas]).toEqual(["legacy", 31337, count + 1, 0n, 21_000n]);
      },
      default: async (bench) => {
        await clear(bench);
        await evm.chain.client.setAutomine(false);
        const address = privateKeyToAccount(evm.keys.faucetCaller).address;
        const count = await evm.chain.client.getTransactionCount({ address });
        await addTask(bench, {});
        for (let rounds = 0; rounds < 3; rounds++) await round(bench, "faucet");
        const rows = await bench.database.db.select().from(laneTransactions);
        const sender = address.toLowerCase();
        expect(rows).toMatchObject([{ status: "SIGNED", nonce: BigInt(count), sender, chainId: CHAIN }]);
        await evm.chain.client.setAutomine(true);
        await evm.chain.client.mine({ blocks: 1 });
        await drain(bench);
        expect((await sentOf(bench)).nonce).toBe(count);
      },
    },
  },
  () => ({
    ...{ faucetEnabled: true, autoInvestEnabled: true },
    chains: { [`${CHAIN}`]: { ...settingsOf(evm), gasFeedUrl: feed.url } },
  }),
);
