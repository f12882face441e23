import { parseEther } from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { CHAIN, clear, drain, round, verified } from "../conformance/queue-testing";
import { settingsOf, startChainWithContracts, type TestContracts } from "../contracts/deploy-testing";
import { blockchainTasks } from "../db/chain-tables";
import { kycChecks } from "../db/kyc-tables";
import { type RpcProxy, startRpcProxy } from "../lanes/proxy-testing";
import { type SignedIn, signIn, startTestIdentity, type TestIdentity } from "../testing";
import { noteFailures } from "./request-store";

let evm: TestContracts;
let proxy: RpcProxy;
let bench: TestIdentity;
beforeAll(async () => {
  evm = await startChainWithContracts();
  proxy = await startRpcProxy(evm.chain.url);
  const chains = { [`${CHAIN}`]: settingsOf(evm, proxy.url), "137": {} };
  bench = await startTestIdentity("default", { testKyc: true, faucetEnabled: true, chains });
});
afterAll(async () => {
  await proxy?.stop();
  await bench?.stop();
  await evm?.stop();
});
beforeEach(() => clear(bench));
afterEach(async () => {
  turnClock(0);
  await evm.chain.client.setBalance({ address: evm.contracts.faucet, value: parseEther("100") });
});

const listOf = async ({ accessToken: bearer }: SignedIn) =>
  (await bench.call("GET /user/chain-tasks", { bearer })).body.tasks;
const whitelist = ({ accessToken: bearer }: SignedIn) =>
  bench.call("POST /user/whitelist", {
    bearer,
    body: { issuer_address: evm.contracts.issuer, chain_id: 31337 },
  });
const coins = ({ accessToken: bearer }: SignedIn) => bench.call(`POST /faucet/${CHAIN}`, { bearer });

test("a person sees what became of what they asked for, and nobody else's", async () => {
  const [ada, eve] = [await verified(bench), await signIn(bench)];
  await whitelist(ada);
  await coins(ada);
  await coins(eve);
  const queued = await listOf(ada);
  expect(queued).toMatchObject([
    { kind: "faucet", chain_id: 31337, contract_address: null, state: "queued", hash: null, reason: null },
    { kind: "whitelist", contract_address: evm.contracts.issuer, state: "queued", hash: null },
  ]);
  expect(await listOf(eve)).toHaveLength(1);
  await round(bench, "whitelist");
  const hash = expect.stringMatching(/^0x[0-9a-f]{64}$/);
  expect((await listOf(ada))[1]).toMatchObject({ state: "sent", hash });
  await drain(bench);
  expect(await listOf(ada)).toMatchObject([
    { state: "confirmed", hash },
    { id: queued[1].id, state: "confirmed", hash, reason: null },
  ]);
});

test("a wallet that the faucet passed over is told so, while its batch went through", async () => {
  const [rich, poor] = [await signIn(bench), await signIn(bench)];
  await evm.chain.client.setBalance({ address: rich.wallet.address, value: parseEther("1") });
  await coins(rich);
  await coins(poor);
  await drain(bench);
  expect(await listOf(rich)).toMatchObject([
    { state: "failed", reason: expect.stringContaining("threshold") },
  ]);
  expect(await listOf(poor)).toMatchObject([{ state: "confirmed", reason: null }]);
});

test("a wallet that the issuer refused is told so", async () => {
  const ada = await verified(bench);
  await whitelist(ada);
  await drain(bench);
  const [task] = await bench.database.db.select().from(blockchainTasks);
  await noteFailures(bench.database.db, task?.uuid ?? "", new Map([[ada.address, "refused"]]));
  expect(await listOf(ada)).toMatchObject([{ state: "failed", reason: "refused" }]);
});

test("signed but given to no node yet, it is being sent", async () => {
  proxy.set("eth_sendRawTransaction", () => Promise.reject(new Error("away")));
  const ada = await signIn(bench);
  await coins(ada);
  await round(bench, "faucet");
  expect(await listOf(ada)).toMatchObject([{ state: "sending" }]);
  proxy.set("eth_sendRawTransaction", null);
  await drain(bench);
  expect(await listOf(ada)).toMatchObject([{ state: "confirmed" }]);
});

test("what is given up says why, and coins can be asked for again", async () => {
  await evm.chain.client.setBalance({ address: evm.contracts.faucet, value: 0n });
  const ada = await signIn(bench);
  await coins(ada);
  for (const seconds of [0, 60, 120]) {
    turnClock(seconds * 1_000);
    await round(bench, "faucet");
  }
  expect(await listOf(ada)).toMatchObject([
    { state: "given_up", hash: null, reason: "Faucet: holds too little." },
  ]);
  expect((await coins(ada)).status).toBe(200);
});

test("a wallet waits for coins again, and so does the same person with another wallet", async () => {
  const [ada, again] = [await verified(bench), await verified(bench)];
  await bench.database.db.update(kycChecks).set({ documentHash: "a".repeat(64) });
  expect((await coins(ada)).status).toBe(200);
  for (const wallet of [ada, again]) {
    const { status, headers, body } = await coins(wallet);
    expect([status, body.err_code]).toEqual([429, "0501"]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(86_000);
  }
  expect((await coins(await signIn(bench))).status).toBe(200);
  turnClock(24 * 3_600_000 + 1_000);
  expect((await coins(await signIn(bench, again.wallet))).status).toBe(200);
});

test("two requests at once are one", async () => {
  const ada = await signIn(bench);
  const both = await Promise.all([coins(ada), coins(ada)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 429]);
});

test("the chains are public, with what they are set up for", async () => {
  const { status, body } = await bench.call("GET /chains");
  expect([status, body]).toEqual([
    200,
    {
      chains: [
        { chain_id: 137, name: "Polygon", whitelist: false, faucet: false, auto_invest: false },
        { chain_id: 31337, name: "Hardhat", whitelist: true, faucet: true, auto_invest: false },
      ],
      recaptcha_site_key: null,
      test_kyc: true,
      documents: false,
    },
  ]);
});

test("strict mode has neither route", async () => {
  const strict = await startTestIdentity("strict");
  const { accessToken: bearer } = await signIn(strict);
  const answers = await Promise.all(
    ["GET /chains", "GET /user/chain-tasks"].map((request) => strict.call(request, { bearer })),
  );
  await strict.stop();
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});
