import { decodeJwt } from "jose";
import { afterEach, expect } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { refreshTokens } from "../db/token-tables";
import { newWallet, signIn, type TestIdentity } from "../testing";
import { conform } from "./testing";

const HOUR_MS = 3_600_000;
const LIFETIME_MS = 7_776_000_000;

afterEach(() => turnClock(0));

const refresh = (bench: TestIdentity, token: unknown) =>
  bench.call("POST /authorize/refresh", { body: { refresh_token: token } });

const rows = (bench: TestIdentity) => bench.database.db.select().from(refreshTokens);

/** Early in a second, so that a whole number of seconds passes until the next call. */
const secondBegins = () => new Promise((resolve) => setTimeout(resolve, 1_010 - (Date.now() % 1_000)));

/** Of whole seconds; on a slow machine one more may begin meanwhile. */
const expectLeft = (left: number, expected: number) => expect([expected, expected - 1_000]).toContain(left);

async function expectDead(bench: TestIdentity, token: string, message: string) {
  const { status, body } = await refresh(bench, token);
  expect([status, body.err_code, body.message]).toEqual([400, "0208", message]);
}

conform({
  "ID-REF-01": {
    strict: async (bench) => {
      const { refreshToken, address } = await signIn(bench);
      turnClock(2_000);
      const { status, body } = await refresh(bench, refreshToken);
      expect([status, body.refresh_token, body.expires_in]).toEqual([200, refreshToken, 86_400_000]);
      expect(decodeJwt(body.access_token).address).toBe(address);
      expect(body.refresh_token_expires_in).toBeLessThan(LIFETIME_MS);
    },
    default: async (bench) => {
      const { refreshToken, accessToken, address } = await signIn(bench);
      turnClock(2_000);
      const { status, body } = await refresh(bench, refreshToken);
      expect([status, body.expires_in]).toEqual([200, 86_400_000]);
      expect(body.refresh_token).toMatch(/^[\w+-]{128}$/);
      expect([body.refresh_token, body.access_token]).not.toContain(refreshToken);
      expect(body.access_token).not.toBe(accessToken);
      expect(decodeJwt(body.access_token).address).toBe(address);
      expect(body.refresh_token_expires_in).toBeLessThan(LIFETIME_MS);
    },
  },
  "ID-REF-02": async (bench) => {
    await secondBegins();
    const { refreshToken } = await signIn(bench);
    turnClock(HOUR_MS);
    expectLeft((await refresh(bench, refreshToken)).body.refresh_token_expires_in, 7_772_400_000);
  },
  "ID-REF-03": async (bench) => {
    const { refreshToken } = await signIn(bench);
    turnClock(1_234);
    const left = (await refresh(bench, refreshToken)).body.refresh_token_expires_in;
    expect([left % 1000, left > LIFETIME_MS - 5_000]).toEqual([0, true]);
  },
  "ID-REF-04": async (bench) => {
    const { refreshToken } = await signIn(bench);
    turnClock(LIFETIME_MS + 1_000);
    await expectDead(bench, refreshToken, "Refresh token expired");
  },
  "ID-REF-05": async (bench) => {
    const { refreshToken, address } = await signIn(bench);
    const isThere = async () => (await rows(bench)).some((row) => row.userAddress === address);
    expect(await isThere()).toBe(true);
    turnClock(LIFETIME_MS + 1_000);
    await refresh(bench, refreshToken);
    expect(await isThere()).toBe(false);
    await expectDead(bench, refreshToken, "Non existing refresh token");
  },
  "ID-REF-06": async (bench) => {
    await expectDead(bench, "nobody's", "Non existing refresh token");
    expect((await refresh(bench, undefined)).body).toMatchObject({ status: 400, path: "/authorize/refresh" });
  },
  "ID-REF-07": async (bench) => {
    await secondBegins();
    const { refreshToken } = await signIn(bench);
    turnClock(LIFETIME_MS / 2);
    const first = (await refresh(bench, refreshToken)).body;
    turnClock(LIFETIME_MS - 5_000);
    const second = (await refresh(bench, first.refresh_token)).body;
    expectLeft(second.refresh_token_expires_in, 5_000);
    turnClock(LIFETIME_MS + 1_000);
    await expectDead(bench, second.refresh_token, "Refresh token expired");
  },
  "ID-REF-08": async (bench) => {
    const wallet = newWallet();
    const { refreshToken, address } = await signIn(bench, wallet);
    await bench.database.db.execute(`delete from identity.app_user where address = '${address}'`);
    const { status, body } = await refresh(bench, refreshToken);
    expect(status).toBe(200);
    const user = await bench.call("GET /user", { bearer: body.access_token });
    expect(user.body.err_code).toBe("0301");
  },
});
