import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type Address, parseEther } from "viem";
import { afterAll, beforeAll, expect } from "vitest";
import { settingsOf, startChainWithContracts, type TestContracts } from "../contracts/deploy-testing";
import { newWallet, signIn, type TestIdentity } from "../testing";
import { CHAIN, clear, drain, pending, statuses, wait } from "./queue-testing";
import { conform } from "./testing";
import { claimsOf, forge } from "./tokens-testing";

let evm: TestContracts;
let google: Awaited<ReturnType<typeof startGoogle>>;
beforeAll(async () => {
  [evm, google] = await Promise.all([startChainWithContracts(), startGoogle()]);
});
afterAll(async () => {
  await google?.stop();
  await evm?.stop();
});

/** Answers as reCAPTCHA's siteverify, with whatever the test says. */
async function startGoogle() {
  const calls: { method?: string | undefined; url?: string | undefined; body: string }[] = [];
  const state = { status: 200, answer: "" };
  const server = createServer(async (request, response) => {
    calls.push({ method: request.method, url: request.url, body: await text(request) });
    response.writeHead(state.status, { "content-type": "application/json" }).end(state.answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/verify`;
  const stop = () => new Promise((resolve) => server.close(resolve));
  return { url, calls, state, stop };
}

const bearerOf = (wallet = newWallet()) => forge(claimsOf(wallet.address.toLowerCase()));
const ask = async (bench: TestIdentity, body?: unknown, chain: string | bigint = CHAIN) =>
  bench.call(`POST /faucet/${chain}`, { bearer: await bearerOf(), body });

const guards = new WeakMap<TestIdentity, Promise<TestIdentity>>();
/** The same service with reCAPTCHA on. */
function guarded(bench: TestIdentity): Promise<TestIdentity> {
  const hosts = { action: "faucet", hostNames: ["portal.example"] };
  const recaptcha = { ...bench.identity.config.recaptcha, ...hosts };
  const on = { ...recaptcha, isEnabled: true, secret: "a secret", minimumScore: 0.5, url: google.url };
  const made = guards.get(bench) ?? bench.replica({ recaptcha: on });
  guards.set(bench, made);
  return made;
}

/** What the faucet answers when Google answers this. */
async function askGoogle(bench: TestIdentity, answer: unknown, status = 200, chain: string | bigint = CHAIN) {
  google.calls.length = 0;
  google.state.status = status;
  google.state.answer = typeof answer === "string" ? answer : JSON.stringify(answer);
  const { status: code, body } = await ask(await guarded(bench), { re_captcha_token: "a token" }, chain);
  return body ? [code, body.err_code] : [code];
}
const verdict = (more: object) => ({
  success: true,
  score: 0.9,
  action: "faucet",
  hostname: "portal.example",
  ...more,
});
const REFUSED = [400, "0110"];

const POLYGON = 137n;
/** The same service with everything set up on a chain whose coins are worth something. */
const onPolygon = (bench: TestIdentity, more: { testnet?: boolean } = {}) =>
  bench.replica({ chains: { [`${POLYGON}`]: { ...settingsOf(evm), ...more } } });

async function refusesUnknown(bench: TestIdentity): Promise<void> {
  await clear(bench);
  const { status, text } = await ask(bench, {}, 4711n);
  expect([status, text, await pending(bench)]).toEqual([400, "", []]);
  expect((await ask(bench, {}, "no-number")).body).toMatchObject({ status: 400, error: "Bad Request" });
}

conform(
  {
    "ID-FCT-01": async (bench) => {
      await clear(bench);
      const wallet = newWallet();
      const { status, text } = await bench.call(`POST /faucet/${CHAIN}`, {
        bearer: await bearerOf(wallet),
        body: {},
      });
      expect([status, text]).toEqual([200, ""]);
      const address = wallet.address.toLowerCase();
      expect(await pending(bench)).toEqual([{ address, chainId: CHAIN, payload: null }]);
    },
    "ID-FCT-02": async (bench) => {
      await clear(bench);
      expect(await askGoogle(bench, { success: false, "error-codes": ["timeout-or-duplicate"] })).toEqual(
        REFUSED,
      );
      expect(await pending(bench)).toEqual([]);
    },
    "ID-FCT-03": {
      strict: async (bench) => {
        await refusesUnknown(bench);
        expect((await ask(await onPolygon(bench), {}, POLYGON)).status).toBe(200);
      },
      default: async (bench) => {
        await refusesUnknown(bench);
        const real = await ask(await onPolygon(bench), {}, POLYGON);
        expect([real.status, real.text, await pending(bench)]).toEqual([400, "", []]);
        expect((await ask(await onPolygon(bench, { testnet: true }), {}, POLYGON)).status).toBe(200);
        const noTest = { chains: { [`${CHAIN}`]: { ...settingsOf(evm), testnet: false } } };
        expect((await ask(await bench.replica(noTest), {})).status).toBe(400);
      },
    },
    "ID-FCT-04": async (bench) => {
      const { status, body } = await bench.call(`POST /faucet/${CHAIN}`, { body: {} });
      expect([status, body.err_code]).toEqual([400, "0206"]);
    },
    "ID-FCT-05": async (bench) => {
      for (const body of [undefined, {}, { re_captcha_token: null }, { re_captcha_token: "token" }]) {
        expect((await ask(bench, body)).status).toBe(200);
      }
    },
    "ID-FCT-06": async (bench) => {
      const service = await guarded(bench);
      google.calls.length = 0;
      for (const body of [undefined, {}, { re_captcha_token: null }, { re_captcha_token: "" }]) {
        const answer = await ask(service, body);
        expect([answer.status, answer.body.err_code]).toEqual(REFUSED);
      }
      expect(google.calls).toEqual([]);
    },
    "ID-FCT-07": async (bench) => {
      expect(await askGoogle(bench, verdict({ score: 0.6 }))).toEqual([200]);
      expect(google.calls.map(({ method }) => method)).toEqual(["POST"]);
      expect(await askGoogle(bench, verdict({ score: 0.5 }))).toEqual([200]);
    },
    "ID-FCT-08": async (bench) => {
      expect(await askGoogle(bench, verdict({ success: false }))).toEqual(REFUSED);
    },
    "ID-FCT-09": async (bench) => {
      expect(await askGoogle(bench, verdict({ score: 0.4 }))).toEqual(REFUSED);
    },
    "ID-FCT-10": async (bench) => {
      for (const answer of ["", "no JSON", "{}", { success: true }]) {
        expect(await askGoogle(bench, answer)).toEqual(REFUSED);
      }
      expect(await askGoogle(bench, verdict({}), 500)).toEqual(REFUSED);
    },
    "ID-FCT-11": async (bench) => {
      expect(await askGoogle(bench, verdict({ success: false }), 200, 4711n)).toEqual(REFUSED);
      expect(await askGoogle(bench, verdict({}), 200, 4711n)).toEqual([400]);
    },
    "ID-FCT-12": async (bench) => {
      for (const config of [{ faucetEnabled: false }, { chains: { "31337": {} } }]) {
        const service = await bench.replica(config);
        const { status, text } = await ask(service, {});
        expect([status, text]).toEqual([400, ""]);
      }
    },
    "ID-FCT-13": {
      strict: async (bench) => {
        // neither the page's name for it nor its host is looked at
        expect(await askGoogle(bench, verdict({ action: "other", hostname: "other.example" }))).toEqual([
          200,
        ]);
        const url = "/verify?secret=a+secret&response=a+token";
        expect(google.calls).toEqual([{ method: "POST", url, body: "" }]);
      },
      default: async (bench) => {
        expect(await askGoogle(bench, verdict({}))).toEqual([200]);
        expect(google.calls).toEqual([
          { method: "POST", url: "/verify", body: "secret=a+secret&response=a+token" },
        ]);
        expect(await askGoogle(bench, verdict({ action: "login" }))).toEqual(REFUSED);
        expect(await askGoogle(bench, verdict({ hostname: "other.example" }))).toEqual(REFUSED);
        expect(await askGoogle(bench, verdict({ hostname: undefined }))).toEqual(REFUSED);
      },
    },
    "ID-FCT-14": async (bench) => {
      await clear(bench);
      const [poor, rich] = [newWallet().address, newWallet().address].map(
        (one) => one.toLowerCase() as Address,
      );
      if (!poor || !rich) throw new Error("There is no wallet.");
      const value = parseEther("0.0100000001");
      await evm.chain.client.setBalance({ address: rich, value });
      for (const address of [poor, rich]) await wait(bench, address, null);
      await drain(bench);
      const balances = await Promise.all(
        [poor, rich].map((address) => evm.chain.client.getBalance({ address })),
      );
      expect(balances).toEqual([parseEther("0.01"), value]);
      expect(await statuses(bench)).toEqual(["COMPLETED"]);
    },
    "ID-FCT-15": async (bench) => {
      // no test of this file but one signs in: their wallets have no rows
      expect((await ask(bench, {})).status).toBe(200);
      const { accessToken: bearer } = await signIn(bench);
      expect((await bench.call(`POST /faucet/${CHAIN}`, { bearer })).status).toBe(200);
    },
  },
  () => ({
    ...{ faucetEnabled: true, autoInvestEnabled: true },
    chains: { [`${CHAIN}`]: settingsOf(evm) },
  }),
);
