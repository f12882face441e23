import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { newWallet, signText, startTestIdentity, type TestIdentity } from "../testing";

const MINUTE_MS = 60_000;
const YEAR_MS = 365 * 24 * 60 * MINUTE_MS;

let bench: TestIdentity;
let strict: TestIdentity;
beforeAll(async () => {
  bench = await startTestIdentity("default");
  strict = await bench.replica({ mode: "strict" });
});
afterAll(() => bench?.stop());
afterEach(() => turnClock(0));

const logIn = async (by: TestIdentity, body: object, path = "/authorize/jwt") => {
  const answer = await by.call(`POST ${path}`, { body });
  return answer.body.err_code ?? answer.status;
};

async function signMessage(by: TestIdentity) {
  const wallet = newWallet();
  const message_to_sign = (await by.call("POST /authorize/by-message")).body.payload;
  const signed_payload = await wallet.signMessage({ message: message_to_sign });
  return { address: wallet.address, message_to_sign, signed_payload };
}

const stored = async () =>
  (await bench.database.db.execute<{ count: number }>("select count(*)::int from identity.login_text"))
    .rows[0]?.count;

test("a text can be signed for ten minutes (W-02)", async () => {
  const [first, second] = [await signText(bench, newWallet()), await signText(bench, newWallet())];
  turnClock(9 * MINUTE_MS);
  expect(await logIn(bench, first)).toBe(200);
  turnClock(10 * MINUTE_MS + 1_000);
  expect(await logIn(bench, second)).toBe("0209");
});

test("a message can be signed for ten minutes (W-02)", async () => {
  const path = "/authorize/jwt/by-message";
  const [first, second] = [await signMessage(bench), await signMessage(bench)];
  turnClock(9 * MINUTE_MS);
  expect(await logIn(bench, first, path)).toBe(200);
  turnClock(10 * MINUTE_MS + 1_000);
  expect(await logIn(bench, second, path)).toBe("0209");
});

test("in strict mode texts never expire", async () => {
  const signed = await signText(strict, newWallet());
  turnClock(YEAR_MS);
  expect(await logIn(strict, signed)).toBe(200);
});

test("texts that others ask for push nobody's own out", async () => {
  const proxied = await bench.replica({ trustedProxies: 1 });
  const wallet = newWallet();
  const from = (ip: string) => ({ headers: { "x-forwarded-for": ip } });
  const ask = async (ip: string): Promise<string> => {
    const body = { address: wallet.address };
    return (await proxied.call("POST /authorize", { body, ...from(ip) })).body.payload;
  };
  const sign = async (text: string, ip: string) => {
    const signed_payload = await wallet.signMessage({ message: text });
    const body = { address: wallet.address, signed_payload, chain_id: 0 };
    return (await proxied.call("POST /authorize/jwt", { body, ...from(ip) })).status;
  };
  const [own, second] = [await ask("192.0.2.1"), await ask("192.0.2.1")];
  for (let count = 0; count < 20; count++) await ask(`198.51.100.${count % 3}`);
  expect(await sign(own, "192.0.2.1")).toBe(200);
  // a phone that changed its network finds its text as long as few others ask
  expect(await sign(second, "192.0.2.9")).toBe(400);
  const third = await ask("192.0.2.1");
  expect(await sign(third, "192.0.2.9")).toBe(200);
});

test("an address keeps as many texts as can be signed, and expired ones go", async () => {
  turnClock(YEAR_MS);
  await bench.call("POST /authorize/by-message");
  const before = (await stored()) ?? 0;
  const wallet = newWallet();
  for (let count = 0; count < 8; count++) await signText(bench, wallet);
  expect(await stored()).toBe(before + 5);
  for (let count = 0; count < 3; count++) await signText(strict, wallet);
  expect(await stored()).toBe(before + 1);
  turnClock(2 * YEAR_MS);
  await bench.call("POST /authorize/by-message");
  expect(await stored()).toBe(2);
});
