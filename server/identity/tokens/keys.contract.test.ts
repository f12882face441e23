import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from "jose";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { signIn, startTestIdentity, type TestIdentity, testKeys } from "../testing";

const SAMPLE =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwWEc4LVT1pDI4eawIbSVBa1LvNVp87PS25Yyh3O2rmww+T9FpvmIWiQJfZDzKJxTUgFAFXJrurPPjgzdVbFBqqWt7CmiA3VspgvnNPsd6KFbNNIsZIxlkM6ZOv3qikXZucc196TgJjz9qvXvXgeEPKaApyzo0m8HHQztkB6q9g5YN5jwcH7YoiqR5PseUgwfoZIuujjB77SaWHEfCyTzObUeglipz8+t1mRd1QLQcw6b5lYd5kymn2oCumLsMG4XNtkC8teLcb3FhjhP9n0xnHo6mEQIfienlRNj02X7m0jiilp+jz2m3P/38gm0dpjRmjrgSlfFGDD9LgrQnEoijQIDAQAB";
const DAY_MS = 24 * 3_600_000;

const pemPair = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });

let bench: TestIdentity;
beforeAll(async () => {
  // without a key of the configuration it makes its own
  bench = await startTestIdentity("default", { signingKey: "" });
});
afterAll(() => bench?.stop());
afterEach(() => turnClock(0));

const isTaken = async (by: TestIdentity, bearer: string) =>
  (await by.call("GET /user", { bearer })).status === 200;

const kidOf = (token: string) => decodeProtectedHeader(token).kid;

test("a key of its own outlives the process and signs for every replica", async () => {
  const { accessToken } = await signIn(bench);
  const replica = await bench.replica();
  const second = await signIn(replica);
  expect(kidOf(second.accessToken)).toBe(kidOf(accessToken));
  expect([await isTaken(replica, accessToken), await isTaken(bench, second.accessToken)]).toEqual([
    true,
    true,
  ]);
});

test("after a rotation the new key signs, the former one is still taken, everywhere and at once", async () => {
  const replica = await bench.replica();
  const before = (await signIn(bench)).accessToken;
  await bench.identity.keys.rotate();
  const after = (await signIn(bench)).accessToken;
  expect(kidOf(after)).not.toBe(kidOf(before));
  for (const one of [bench, replica]) {
    expect([await isTaken(one, before), await isTaken(one, after)]).toEqual([true, true]);
  }
});

test("a former key is forgotten when its last token has expired", async () => {
  const keysNow = async () => (await bench.call("GET /.well-known/jwks.json")).body.keys.length;
  await bench.identity.keys.rotate();
  expect(await keysNow()).toBeGreaterThan(1);
  turnClock(DAY_MS + 60_000);
  expect(await keysNow()).toBe(1);
});

test("a key of its own is replaced after ninety days", async () => {
  const before = (await signIn(bench)).accessToken;
  turnClock(91 * DAY_MS);
  expect(kidOf((await signIn(bench)).accessToken)).not.toBe(kidOf(before));
});

test("others verify with the published keys alone", async () => {
  const { accessToken, address } = await signIn(bench);
  const { body } = await bench.call("GET /.well-known/jwks.json");
  const { payload } = await jwtVerify(accessToken, createLocalJWKSet(body));
  expect(payload.address).toBe(address);
  expect(JSON.stringify(body)).not.toMatch(/"(d|p|q|dp|dq|qi)"/);
});

test("another key in the configuration takes over; tokens of the one before stay good", async () => {
  const first = await startTestIdentity("strict");
  try {
    const { accessToken } = await signIn(first);
    const next = pemPair();
    // on one line and without its frame, as an environment variable may have it
    const signingKey = next.privateKey.replace(/-----[^-]+-----|\n/g, "");
    const second = await first.replica({ signingKey });
    const newer = (await signIn(second)).accessToken;
    await jwtVerify(newer, createPublicKey(next.publicKey));
    expect([await isTaken(second, accessToken), await isTaken(second, newer)]).toEqual([true, true]);
    turnClock(31_000);
    expect(await isTaken(first, newer)).toBe(true);
  } finally {
    await first.stop();
  }
});

test("tokens of another service's key are taken when its public key is named", async () => {
  const other = await startTestIdentity("strict", { signingKey: pemPair().privateKey });
  try {
    const { accessToken, wallet } = await signIn(other);
    expect(await isTaken(bench, accessToken)).toBe(false);
    const knowing = await bench.replica({ signingKey: testKeys.privateKey });
    await signIn(knowing, wallet);
    expect(await isTaken(knowing, accessToken)).toBe(false);
    const trusting = await bench.replica({ otherPublicKeys: [(await other.identity.keys.signing()).pem] });
    expect(await isTaken(trusting, accessToken)).toBe(true);
  } finally {
    await other.stop();
  }
});

test("the sample pair that everybody has is refused", async () => {
  await expect(startTestIdentity("strict", { otherPublicKeys: [SAMPLE] })).rejects.toThrow(/sample pair/);
});

test("the strict mode publishes no keys", async () => {
  const strict = await bench.replica({ mode: "strict" });
  expect((await strict.call("GET /.well-known/jwks.json")).status).toBe(400);
});
