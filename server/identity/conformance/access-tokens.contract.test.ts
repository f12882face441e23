import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterEach, expect } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { newWallet, signIn, startTestIdentity, type TestIdentity } from "../testing";
import { conform } from "./testing";
import { claimsOf, forge } from "./tokens-testing";

const DAY_MS = 24 * 3_600_000;
const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;

afterEach(() => turnClock(0));

async function expectInvalid(bench: TestIdentity, bearer: string) {
  const { status, body } = await bench.call("GET /user", { bearer });
  expect([status, body.err_code]).toEqual([400, "0204"]);
}

const rawClaims = (token: string) => Buffer.from(token.split(".")[1] ?? "", "base64url").toString();

conform({
  "ID-JWT-01": {
    strict: async (bench) => {
      const [head = ""] = (await signIn(bench)).accessToken.split(".");
      expect(Buffer.from(head, "base64url").toString()).toBe('{"alg":"RS256"}');
    },
    default: async (bench) => {
      const header = decodeProtectedHeader((await signIn(bench)).accessToken);
      const { body } = await bench.call("GET /.well-known/jwks.json");
      expect(header).toEqual({ alg: "RS256", kid: body.keys[0].kid });
    },
  },
  "ID-JWT-02": {
    strict: async (bench) => {
      const { accessToken, address } = await signIn(bench);
      expect(rawClaims(accessToken)).toMatch(
        new RegExp(`^{"sub":"AMPnet","address":"${address}","iat":\\d{10},"exp":\\d{10}}$`),
      );
    },
    default: async (bench) => {
      const { accessToken, address } = await signIn(bench);
      expect(rawClaims(accessToken)).toMatch(
        new RegExp(
          `^{"sub":"AMPnet","address":"${address}","iat":\\d{10},"exp":\\d{10},"jti":"[0-9a-f-]{36}","iat_ms":\\d{13}}$`,
        ),
      );
    },
  },
  "ID-JWT-03": async (bench) => {
    const wallet = newWallet();
    expect(wallet.address).not.toBe(wallet.address.toLowerCase());
    const { accessToken } = await signIn(bench, wallet);
    expect(decodeJwt(accessToken).address).toBe(wallet.address.toLowerCase());
  },
  "ID-JWT-04": async (bench) => {
    const { iat = 0, exp = 0 } = decodeJwt((await signIn(bench)).accessToken);
    expect(exp - iat).toBe(86_400);
    expect(Math.abs(iat * 1000 - Date.now())).toBeLessThan(5_000);
  },
  "ID-JWT-06": async (bench) => {
    const { address } = await signIn(bench);
    expect((await bench.call("GET /user", { bearer: await forge(claimsOf(address)) })).status).toBe(200);
    await expectInvalid(
      bench,
      await forge(claimsOf(address), createPrivateKey(stranger.export({ format: "pem", type: "pkcs8" }))),
    );
  },
  "ID-JWT-07": async (bench) => {
    const { accessToken } = await signIn(bench);
    turnClock(DAY_MS - 5_000);
    expect((await bench.call("GET /user", { bearer: accessToken })).status).toBe(200);
    turnClock(DAY_MS + 1_000);
    await expectInvalid(bench, accessToken);
  },
  "ID-JWT-08": async (bench) => {
    for (const address of [undefined, null, 7, ["0x00"]]) {
      await expectInvalid(bench, await forge(claimsOf(address)));
    }
  },
  "ID-JWT-09": async (bench) => {
    const { wallet, address } = await signIn(bench);
    const { body } = await bench.call("GET /user", { bearer: await forge(claimsOf(wallet.address)) });
    expect(body.address).toBe(address);
  },
  "ID-JWT-10": {
    strict: async (bench) => {
      const { accessToken } = await signIn(bench);
      await bench.call("POST /user/logout", { bearer: accessToken });
      expect((await bench.call("GET /user", { bearer: accessToken })).status).toBe(200);
      turnClock(DAY_MS + 1_000);
      await expectInvalid(bench, accessToken);
    },
    default: async (bench) => {
      const wallet = newWallet();
      const { accessToken } = await signIn(bench, wallet);
      const other = await signIn(bench, wallet);
      await bench.call("POST /user/logout", { bearer: accessToken });
      for (const ended of [accessToken, other.accessToken]) await expectInvalid(bench, ended);
      const { accessToken: next } = await signIn(bench, wallet);
      expect((await bench.call("GET /user", { bearer: next })).status).toBe(200);
    },
  },
  "ID-JWT-11": async ({ mode }) => {
    await expect(startTestIdentity(mode, { signingKey: "rubbish" })).rejects.toThrow(/no RSA key/);
    await expect(startTestIdentity(mode, { otherPublicKeys: ["rubbish"] })).rejects.toThrow(/no RSA key/);
  },
});
