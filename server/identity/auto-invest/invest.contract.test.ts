import { eq } from "drizzle-orm";
import type { Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { loggedBy } from "@/server/platform/testing-log";
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
} from "../conformance/invest-testing";
import { claimsOf, forge } from "../conformance/tokens-testing";
import { autoInvestTasks } from "../db/chain-tables";
import { endLocks } from "../db/locks-testing";
import { startRpcProxy } from "../lanes/proxy-testing";
import { newWallet, startTestIdentity, type TestIdentity } from "../testing";
import { claim, release, releaseUnsigned } from "./task-store";

const MINIMUM = 100_000_000n;
const MINUTE_MS = 60_000;
let chain: InvestChain;
let bench: TestIdentity;

beforeAll(async () => {
  chain = await startInvestChain();
  bench = await startTestIdentity("default", investConfig(chain));
});
afterAll(async () => {
  await bench?.stop();
  await chain?.stop();
});
beforeEach(async () => {
  await forgetOrders(bench);
});
afterEach(async () => {
  turnClock(0);
  chain.broken.clear();
  await chain.client.setAutomine(true);
  await chain.client.mine({ blocks: 1 });
});

async function ordered(amount: bigint, balance = amount, campaign: Hex = chain.contracts.openCampaign) {
  const wallet = lower(newWallet().address);
  if (balance > 0n) await chain.pay(wallet, balance, balance, campaign);
  const { answer, bearer } = await order(bench, chain, `${amount}`, { wallet, campaign });
  expect(answer.status).toBe(200);
  return { wallet, bearer };
}

const tasksOf = async (bearer: string) => (await bench.call("GET /user/chain-tasks", { bearer })).body.tasks;

describe("a process that ends in the middle", () => {
  test("before anything was signed leaves orders that go out once", async () => {
    const { wallet } = await ordered(MINIMUM, 3n * MINIMUM);
    await claim(bench.database.db, [(await rowOf(bench, wallet))?.uuid ?? ""], crypto.randomUUID());
    const replica = await bench.replica();
    await tick(replica, 3);
    expect(await endOf(bench, wallet)).toMatchObject({ status: "SUCCESS", invested: MINIMUM });
    await tick(replica, 2);
    expect(await chain.balanceOf(wallet)).toBe(2n * MINIMUM);
  });

  test("after signing, before any node heard of it, has its very transaction sent by the next one", async () => {
    const { wallet } = await ordered(MINIMUM, 3n * MINIMUM);
    chain.broken.add("eth_sendRawTransaction");
    await tick(bench, 2);
    const { hash: signed, job } = (await rowOf(bench, wallet)) ?? {};
    expect(signed).toMatch(/^0x[0-9a-f]{64}$/);
    // who saw nothing signed a moment before lets nothing go
    await releaseUnsigned(bench.database, job ?? "");
    expect(await rowOf(bench, wallet)).toMatchObject({ status: "IN_PROCESS", job });
    chain.broken.clear();
    await tick(await bench.replica(), 3);
    expect(await endOf(bench, wallet)).toMatchObject({ status: "SUCCESS", hash: signed });
    expect(await chain.balanceOf(wallet)).toBe(2n * MINIMUM);
  });

  test("after sending, before it wrote that down, is caught up with", async () => {
    const { wallet } = await ordered(MINIMUM, 3n * MINIMUM);
    await chain.client.setAutomine(false);
    await tick(bench);
    // the lane knows the transaction, the order does not
    await bench.database.db.update(autoInvestTasks).set({ hash: null });
    await tick(await bench.replica(), 2);
    await chain.client.mine({ blocks: 1 });
    await Promise.all([tick(bench, 2), tick(await bench.replica(), 2)]);
    expect(await endOf(bench, wallet)).toMatchObject({ status: "SUCCESS", invested: MINIMUM });
    expect(await chain.balanceOf(wallet)).toBe(2n * MINIMUM);
  });
});

test("a process that lost its lock in the middle does not invest what another one took over", async () => {
  const { wallet } = await ordered(MINIMUM, 3n * MINIMUM);
  const proxy = await startRpcProxy(chain.settings.rpcUrl ?? "");
  const chains = { "31337": { ...chain.settings, rpcUrl: proxy.url } };
  const [first, second] = [await bench.replica({ chains }), await bench.replica()];
  proxy.set("eth_estimateGas", async (forward) => {
    proxy.set("eth_estimateGas", null);
    await endLocks(bench.database.db);
    await tick(second, 3);
    return forward();
  });
  await tick(first);
  await tick(second, 3);
  await proxy.stop();
  expect(await endOf(bench, wallet)).toMatchObject({ status: "SUCCESS", invested: MINIMUM });
  expect(await chain.balanceOf(wallet)).toBe(2n * MINIMUM);
});

test("an order whose transaction something else took the nonce of is not sent again by itself", async () => {
  const { wallet, bearer } = await ordered(MINIMUM, 3n * MINIMUM);
  const { address } = privateKeyToAccount(chain.settings.autoInvestPrivateKey as Hex);
  await chain.client.setAutomine(false);
  await tick(bench);
  const hash = (await rowOf(bench, wallet))?.hash as Hex;
  await chain.client.dropTransaction({ hash });
  const nonce = await chain.client.getTransactionCount({ address });
  await chain.client.setNonce({ address, nonce: nonce + 1 });
  const given = await loggedBy("error", async () => {
    for (const minutes of [0, 1, 3]) {
      turnClock(minutes * MINUTE_MS);
      await tick(bench);
    }
    await chain.client.setAutomine(true);
    await tick(bench, 2);
  });
  expect(given).toMatchObject([{ event: "identity.investment-unknown", hash, orders: 1 }]);
  expect(await endOf(bench, wallet)).toMatchObject({ status: "FAILURE", hash, invested: null });
  // the token is no longer good by then
  turnClock(0);
  expect(await tasksOf(bearer)).toMatchObject([
    { state: "failed", reason: expect.stringContaining("not known") },
  ]);
  expect(await chain.balanceOf(wallet)).toBe(3n * MINIMUM);
});

test("several processes at once invest once", async () => {
  const wallets = [await ordered(MINIMUM, 5n * MINIMUM), await ordered(MINIMUM, 5n * MINIMUM)];
  const replicas = [bench, await bench.replica(), await bench.replica()];
  for (let round = 0; round < 4; round += 1) await Promise.all(replicas.map((one) => tick(one)));
  for (const { wallet } of wallets) expect(await chain.balanceOf(wallet)).toBe(4n * MINIMUM);
});

test("an order that is made smaller while it is being sent is sent smaller", async () => {
  const { wallet } = await ordered(3n * MINIMUM, 5n * MINIMUM);
  const { db } = bench.database;
  // between the look at the chain and the claim nothing holds the row: the claim answers what it is now
  const job = crypto.randomUUID();
  await order(bench, chain, `${MINIMUM}`, { wallet });
  expect(await claim(db, [(await rowOf(bench, wallet))?.uuid ?? ""], job)).toMatchObject([
    { amount: MINIMUM },
  ]);
  await release(db, job, null);
  await tick(bench, 2);
  expect(await chain.balanceOf(wallet)).toBe(4n * MINIMUM);
});

test("what the campaign refuses although it would have taken it alone is told as failed", async () => {
  const { issuer } = chain.contracts;
  const terms = {
    version: "1.0.26",
    isWhitelistRequired: false,
    minimum: 1n,
    maximum: MINIMUM,
    supply: MINIMUM,
  };
  const campaign = await chain.deploy("Campaign", [issuer, issuer, terms]);
  const first = await ordered(MINIMUM, MINIMUM, campaign);
  const second = await ordered(MINIMUM, MINIMUM, campaign);
  await tick(bench, 2);
  expect(await endOf(bench, first.wallet)).toMatchObject({
    status: "SUCCESS",
    invested: MINIMUM,
    reason: null,
  });
  expect(await endOf(bench, second.wallet)).toMatchObject({ status: "FAILURE", invested: 0n });
  expect(await chain.balanceOf(second.wallet)).toBe(MINIMUM);
  expect(await tasksOf(second.bearer)).toMatchObject([
    { kind: "auto_invest", state: "failed", contract_address: lower(campaign), reason: expect.any(String) },
  ]);
});

test("a campaign that is none keeps nobody else from investing", async () => {
  const good = await ordered(MINIMUM);
  const bad = await ordered(MINIMUM);
  // it answered as a campaign when it was ordered, and answers nothing any more
  const campaignContractAddress = lower(newWallet().address);
  await bench.database.db
    .update(autoInvestTasks)
    .set({ campaignContractAddress })
    .where(eq(autoInvestTasks.userWalletAddress, bad.wallet));
  await tick(bench, 2);
  expect((await endOf(bench, good.wallet))?.status).toBe("SUCCESS");
  expect(await rowOf(bench, bad.wallet)).toMatchObject({ status: "PENDING" });
});

test("a batch that fails as a whole is sent one by one, later each time", async () => {
  const { wallet } = await ordered(MINIMUM);
  const other = await ordered(MINIMUM);
  const { db } = bench.database;
  const job = crypto.randomUUID();
  const uuids = [(await rowOf(bench, wallet))?.uuid ?? "", (await rowOf(bench, other.wallet))?.uuid ?? ""];
  await claim(db, uuids, job);
  await release(db, job, { reason: "The chain carried it out without effect." });
  await tick(bench, 2);
  expect(await tasksOf(other.bearer)).toMatchObject([
    { state: "queued", reason: "The chain carried it out without effect." },
  ]);
  turnClock(MINUTE_MS);
  await tick(bench);
  expect((await rowOf(bench, wallet))?.status).toBe("IN_PROCESS");
  expect((await rowOf(bench, other.wallet))?.status).toBe("PENDING");
  await tick(bench, 3);
  expect([(await endOf(bench, wallet))?.status, (await endOf(bench, other.wallet))?.status]).toEqual([
    "SUCCESS",
    "SUCCESS",
  ]);
});

test("a batch that the chain reverts waits again, and is given up after several times", async () => {
  const { invest } = chain.contracts;
  const code = (await chain.client.getCode({ address: invest })) ?? "0x";
  const patient = await ordered(MINIMUM);
  const tired = await ordered(MINIMUM);
  await bench.database.db
    .update(autoInvestTasks)
    .set({ attempts: 4 })
    .where(eq(autoInvestTasks.userWalletAddress, tired.wallet));
  for (const { wallet } of [patient, tired]) {
    await chain.client.setAutomine(false);
    await tick(bench);
    expect((await rowOf(bench, wallet))?.status).toBe("IN_PROCESS");
    await chain.client.setCode({ address: invest, bytecode: "0x60006000fd" });
    await chain.client.mine({ blocks: 1 });
    await chain.client.setCode({ address: invest, bytecode: code });
    await tick(bench);
  }
  expect(await rowOf(bench, patient.wallet)).toMatchObject({ status: "PENDING", attempts: 1, hash: null });
  expect(await endOf(bench, tired.wallet)).toMatchObject({ status: "FAILURE", reason: expect.any(String) });
  turnClock(MINUTE_MS);
  await chain.client.setAutomine(true);
  await tick(bench, 3);
  expect(await endOf(bench, patient.wallet)).toMatchObject({ status: "SUCCESS" });
});

test("tells the state of an order, and takes it back while it waits", async () => {
  const { wallet, bearer } = await ordered(MINIMUM, 0n);
  const cancel = `DELETE /auto_invest/31337/${chain.contracts.openCampaign}`;
  expect(await tasksOf(bearer)).toMatchObject([{ state: "queued", hash: null, chain_id: 31337 }]);
  const stranger = await forge(claimsOf(newWallet().address));
  expect((await bench.call(cancel, { bearer: stranger })).body).toEqual({ cancelled: false });
  expect((await bench.call(cancel, { bearer })).body).toEqual({ cancelled: true });
  expect((await bench.call(cancel, { bearer })).body).toEqual({ cancelled: false });
  await order(bench, chain, `${MINIMUM}`, { wallet });
  await chain.pay(wallet, MINIMUM);
  await chain.client.setAutomine(false);
  await tick(bench);
  expect((await bench.call(cancel, { bearer })).body).toEqual({ cancelled: false });
  expect(await tasksOf(bearer)).toMatchObject([{ state: "sent", hash: (await rowOf(bench, wallet))?.hash }]);
  await chain.client.mine({ blocks: 1 });
  await tick(bench);
  expect(await tasksOf(bearer)).toMatchObject([{ state: "confirmed" }]);
});

test("refuses amounts and campaigns that cannot be, before any chain is asked", async () => {
  chain.broken.add("eth_call");
  for (const amount of ["0", "-1", `${2n ** 256n}`]) {
    expect((await order(bench, chain, amount)).answer.body.path).toContain("/auto_invest/31337/0x");
  }
  for (const campaign of ["campaignaddress", "0x00", `${chain.contracts.openCampaign}00`]) {
    expect((await order(bench, chain, "1", { campaign })).answer.body.status).toBe(400);
  }
  const bearer = await forge(claimsOf("0x00"));
  const words = await bench.call("POST /auto_invest/polygon/0x00", { bearer, body: { amount: "1" } });
  expect([words.status, words.body.status]).toEqual([400, 400]);
});

test("shows lists to their owners alone where that is wanted", async () => {
  const { wallet, bearer } = await ordered(MINIMUM, 0n);
  const other = await ordered(MINIMUM, 0n);
  const shy = await bench.replica({ fixes: ["ownInvestmentsOnly"] });
  const paths = [wallet, `campaign/${lower(chain.contracts.openCampaign)}`].map(
    (path) => `/auto_invest/31337/${path}`,
  );
  for (const path of paths) {
    expect((await shy.call(`GET ${path}`)).body.err_code).toBe("0206");
    const own = await shy.call(`GET ${path}`, { bearer });
    expect(own.body.auto_invests.map((one: { wallet_address: string }) => one.wallet_address)).toEqual([
      wallet,
    ]);
  }
  expect((await shy.call(`GET ${paths[0]}`, { bearer: other.bearer })).body).toEqual({ auto_invests: [] });
});
