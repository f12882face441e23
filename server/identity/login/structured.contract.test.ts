import { parseSiweMessage, validateSiweMessage } from "viem/siwe";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { newWallet, startTestIdentity, type TestIdentity } from "../testing";

const ORIGIN = "https://invest.example";
const LOCAL = "http://localhost:3000";
let bench: TestIdentity;
let strict: TestIdentity;

beforeAll(async () => {
  const config = { origins: [ORIGIN, LOCAL, "http://[::1]:3000"] };
  bench = await startTestIdentity("default", config);
  strict = await startTestIdentity("strict", config);
});
afterAll(async () => {
  await bench?.stop();
  await strict?.stop();
});
afterEach(() => turnClock(0));

const wallet = newWallet();
const asked = (more: object = {}) => ({
  ...{ address: wallet.address, format: "eip4361", origin: ORIGIN, chain_id: 137 },
  ...more,
});
const textOf = async (body: object, where = bench): Promise<string> =>
  (await where.call("POST /authorize", { body })).body.payload;

async function logIn(text: string, where = bench) {
  const signed_payload = await wallet.signMessage({ message: text });
  const body = { address: wallet.address, signed_payload, chain_id: 137 };
  const { status, body: said } = await where.call("POST /authorize/jwt", { body });
  return [status, said.err_code];
}

test("a text after EIP-4361 names page, chain, address and times, and logs in once", async () => {
  const text = await textOf(asked());
  expect(text).toMatch(/^invest\.example wants you to sign in with your Ethereum account:\n0x/);
  const message = parseSiweMessage(text);
  expect(message).toMatchObject({ address: wallet.address, chainId: 137, uri: ORIGIN, version: "1" });
  expect(message.nonce?.length).toBeGreaterThan(20);
  const [issued = 0, expires = 0] = [message.issuedAt?.getTime(), message.expirationTime?.getTime()];
  expect(expires - issued).toBe(600_000);
  expect(validateSiweMessage({ message, domain: "invest.example", address: wallet.address })).toBe(true);
  expect(await logIn(text)).toEqual([200, undefined]);
  expect((await logIn(text))[0]).toBe(400);
});

test("both kinds of text can be outstanding side by side", async () => {
  const [structured, plain] = [
    await textOf(asked({ origin: LOCAL })),
    await textOf({ address: wallet.address }),
  ];
  expect(structured).toContain("localhost:3000 wants you");
  expect(plain).toContain("Welcome!");
  expect(await logIn(structured)).toEqual([200, undefined]);
  expect(await logIn(plain)).toEqual([200, undefined]);
});

test("an expired one is refused, and so is one whose page may no longer ask", async () => {
  const text = await textOf(asked());
  turnClock(601_000);
  expect(await logIn(text)).toEqual([400, "0209"]);
  turnClock(0);
  const later = await bench.replica({ origins: [LOCAL] });
  const again = await textOf(asked());
  expect((await logIn(again, later))[0]).toBe(400);
  expect(await logIn(again)).toEqual([200, undefined]);
});

test("pages that are not listed, and what names no page, chain or wallet, get no such text", async () => {
  const wrong = [
    { origin: "https://invest.example.evil.example" },
    { origin: `${ORIGIN}/` },
    { origin: null },
    { chain_id: null },
    { chain_id: 0 },
    { chain_id: "abc" },
    { address: "0x00" },
    { format: "eip712" },
    { origin: "http://[::1]:3000" }, // no host that EIP-4361's grammar in wallets takes
  ];
  for (const more of wrong) {
    const { status, body } = await bench.call("POST /authorize", { body: asked(more) });
    expect([more, status, body.err_code]).toEqual([more, 400, "0211"]);
  }
  const headers = { origin: LOCAL };
  expect((await bench.call("POST /authorize", { headers, body: asked() })).body.err_code).toBe("0211");
});

test("personal data is for logins that a listed page asked for, also after a refresh", async () => {
  const start = async (body: object) => {
    const signed_payload = await wallet.signMessage({ message: await textOf(body) });
    const login = { address: wallet.address, signed_payload, chain_id: 137 };
    return (await bench.call("POST /authorize/jwt", { body: login })).body;
  };
  const refreshed = async ({ refresh_token }: { refresh_token: string }) =>
    (await bench.call("POST /authorize/refresh", { body: { refresh_token } })).body.access_token;
  const ask = async (method: string, bearer: string, where = bench) =>
    (await where.call(`${method} /user/data`, { bearer })).status;
  const [plain, bound] = [await start({ address: wallet.address }), await start(asked())];
  for (const bearer of [plain.access_token, await refreshed(plain)]) {
    expect([await ask("GET", bearer), await ask("DELETE", bearer)]).toEqual([403, 403]);
    expect((await bench.call("GET /user/kyc", { bearer })).status).toBe(200);
  }
  const open = await bench.replica({ origins: [] });
  expect(await ask("GET", plain.access_token, open)).toBe(200);
  expect(await ask("GET", bound.access_token, await bench.replica({ origins: [LOCAL] }))).toBe(403);
  const later = await refreshed(bound);
  expect([await ask("GET", bound.access_token), await ask("GET", later)]).toEqual([200, 200]);
  expect(await ask("DELETE", later)).toBe(200);
  expect(await ask("GET", bound.access_token)).toBe(400);
});

test("the strict mode hears nothing of it", async () => {
  for (const more of [{}, { origin: 5 }, { format: {} }, { chain_id: [] }]) {
    expect(await textOf(asked(more), strict)).toMatch(/^Welcome!/);
  }
  const off = await bench.replica({ fixes: ["-structuredTexts"] });
  expect(await textOf(asked(), off)).toMatch(/^Welcome!/);
});

async function byMessage(where: TestIdentity, request: unknown, login: object) {
  const { payload } = (await where.call("POST /authorize/by-message", { body: request })).body;
  const signed_payload = await wallet.signMessage({ message: payload });
  const body = { address: wallet.address, message_to_sign: payload, signed_payload };
  const answers = [{ ...body, ...login }, body].map(
    (sent) => () => where.call("POST /authorize/jwt/by-message", { body: sent }),
  );
  return [(await answers[0]?.())?.status, (await answers[1]?.())?.status];
}

const VERIFIER = "a-secret-of-this-browser";

test("a text that was asked for with a secret is worth nothing without it", async () => {
  const bound = { verifier: VERIFIER };
  expect(await byMessage(bench, bound, { verifier: "another-secret-altogether" })).toEqual([400, 400]);
  expect(await byMessage(bench, bound, bound)).toEqual([200, 400]);
  expect(await byMessage(bench, {}, bound)).toEqual([200, 400]);
  expect(await byMessage(strict, bound, {})).toEqual([200, 400]);
  const wrong = { verifier: "short" };
  expect((await bench.call("POST /authorize/by-message", { body: wrong })).status).toBe(400);
  expect((await strict.call("POST /authorize/by-message", { body: wrong })).status).toBe(200);
  for (const body of ["{", "[]", "null", "anything"]) {
    expect((await bench.call("POST /authorize/by-message", { body })).status).toBe(200);
  }
});

test("texts that name no address can be switched off", async () => {
  const without = await bench.replica({ takesMessages: false });
  expect((await without.call("POST /authorize/by-message")).status).toBe(404);
  const body = { address: wallet.address, message_to_sign: "a", signed_payload: "0x" };
  expect((await without.call("POST /authorize/jwt/by-message", { body })).status).toBe(404);
});

test("addresses and e-mails are looked at only when that is switched on", async () => {
  const checking = await bench.replica({ fixes: ["checksSyntax"] });
  const ask = (where: TestIdentity, address: string) => where.call("POST /authorize", { body: { address } });
  expect((await ask(bench, "0x00")).status).toBe(200);
  expect((await ask(checking, "0x00")).status).toBe(400);
  expect((await ask(checking, wallet.address)).status).toBe(200);
  const { payload } = (await ask(checking, wallet.address)).body;
  const login = { address: wallet.address, signed_payload: await wallet.signMessage({ message: payload }) };
  const bearer = (await checking.call("POST /authorize/jwt", { body: login })).body.access_token;
  const change = (email: string) => checking.call("PUT /user", { bearer, body: { email } });
  expect((await change("nobody")).status).toBe(400);
  expect((await change("Ada@Holm.example")).body.email).toBe("ada@holm.example");
});

test("the higher of a signature's two s values is refused only when that is switched on", async () => {
  const canonical = await bench.replica({ fixes: ["lowSOnly"] });
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
  const highLogin = async (where: TestIdentity) => {
    const { payload } = (await where.call("POST /authorize", { body: { address: wallet.address } })).body;
    const low = await wallet.signMessage({ message: payload });
    const s = (order - BigInt(`0x${low.slice(66, 130)}`)).toString(16).padStart(64, "0");
    const signed_payload = `${low.slice(0, 66)}${s}${low.endsWith("1b") ? "1c" : "1b"}`;
    const body = { address: wallet.address, signed_payload };
    return (await where.call("POST /authorize/jwt", { body })).status;
  };
  expect(await highLogin(bench)).toBe(200);
  expect(await highLogin(canonical)).toBe(400);
});
