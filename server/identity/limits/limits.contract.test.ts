import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { turnClock } from "@/server/platform/clock";
import { callCounts } from "../db/limit-tables";
import { newWallet, signIn, startTestIdentity, type TestIdentity } from "../testing";
import { clientIp } from "./client-ip";
import { limitsWith } from "./settings";

const limits = limitsWith({
  text: { perIp: 6, perAddress: 3, seconds: 60 },
  message: { perIp: 2, seconds: 600 },
  refresh: { perIp: 2 },
});
const config = { limits, trustedProxies: 1 };
let bench: TestIdentity;

beforeAll(async () => {
  bench = await startTestIdentity("default", config);
});
afterAll(() => bench?.stop());
afterEach(() => turnClock(0));

/** The start of a minute, so that no window ends while a test runs. */
const atMinute = (minute: number) => turnClock(60_000 - (Date.now() % 60_000) + minute * 60_000);

const from = (ip: string) => ({ headers: { "x-forwarded-for": ip } });
const ask = (ip: string, address: string = newWallet().address, where = bench) =>
  where.call("POST /authorize", { ...from(ip), body: { address } });

test("a call too many is told when to come back, in the shape of a business error", async () => {
  atMinute(1);
  for (let count = 0; count < 6; count++) expect((await ask("1.1.1.1")).status).toBe(200);
  const { status, headers, body } = await ask("1.1.1.1");
  expect([status, Object.keys(body)]).toEqual([429, ["description", "err_code", "message", "errors"]]);
  expect(body).toMatchObject({ err_code: "0501", errors: {} });
  const seconds = Number(headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(40);
  expect(seconds).toBeLessThanOrEqual(60);
  expect((await ask("1.1.1.2")).status).toBe(200);
  atMinute(2);
  expect((await ask("1.1.1.1")).status).toBe(200);
});

test("an address is counted as each caller asks for it: nobody uses up another's calls", async () => {
  atMinute(3);
  const { address } = newWallet();
  for (let count = 0; count < 3; count++) expect((await ask("2.2.2.1", address)).status).toBe(200);
  expect((await ask("2.2.2.1", address.toLowerCase())).status).toBe(429);
  expect((await ask("2.2.2.1")).status).toBe(200);
  expect((await ask("2.2.2.2", address)).status).toBe(200);
});

test("processes over one database count together, many calls at once too", async () => {
  atMinute(4);
  const other = await bench.replica();
  const calls = Array.from({ length: 16 }, (_, index) =>
    ask("3.3.3.3", undefined, index % 2 ? other : bench),
  );
  const statuses = (await Promise.all(calls)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(6);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
});

test("texts that name no address have a quota for each IP", async () => {
  atMinute(5);
  const message = () => bench.call("POST /authorize/by-message", from("4.4.4.4"));
  expect([await message(), await message(), await message()].map(({ status }) => status)).toEqual([
    ...[200, 200, 429],
  ]);
});

test("what is not limited goes on, and a limit of its own is not another's", async () => {
  atMinute(6);
  const refresh = () =>
    bench.call("POST /authorize/refresh", { ...from("5.5.5.5"), body: { refresh_token: "none" } });
  await refresh();
  await refresh();
  expect((await refresh()).status).toBe(429);
  expect((await bench.call("GET /actuator/health", from("5.5.5.5"))).status).toBe(200);
  expect((await ask("5.5.5.5")).status).toBe(200);
});

test("neither IPs nor addresses are kept, and windows that are over go", async () => {
  atMinute(20);
  const { address } = newWallet();
  await ask("6.6.6.6", address);
  await new Promise<void>((resolve) => setImmediate(resolve));
  await expect
    .poll(async () => (await bench.database.db.select().from(callCounts)).length, { interval: 10 })
    .toBe(2);
  const rows = JSON.stringify(await bench.database.db.select().from(callCounts));
  expect(rows).not.toContain("6.6.6.6");
  expect(rows.toLowerCase()).not.toContain(address.slice(2).toLowerCase());
});

test("the strict mode and the switch know no limits", async () => {
  atMinute(30);
  const strict = await startTestIdentity("strict", config);
  const off = await bench.replica({ fixes: ["-limitsCalls"] });
  for (const open of [strict, off]) {
    const calls = Array.from({ length: 8 }, () => ask("7.7.7.7", undefined, open));
    expect((await Promise.all(calls)).every(({ status }) => status === 200)).toBe(true);
  }
  expect((await signIn(off)).answer.status).toBe(200);
  await strict.stop();
});

test("the caller is whom the outermost trusted proxy saw", () => {
  const seen = (forwarded: string | null, peer: string | undefined, proxies: number) => {
    const headers: Record<string, string> = forwarded === null ? {} : { "x-forwarded-for": forwarded };
    return clientIp(new Request("http://a.example", { headers }), peer, proxies);
  };
  expect(seen("9.9.9.9", "1.2.3.4", 0)).toBe("1.2.3.4");
  expect(seen("9.9.9.9", "1.2.3.4", 1)).toBe("9.9.9.9");
  expect(seen("6.6.6.6, 9.9.9.9", "1.2.3.4", 1)).toBe("9.9.9.9");
  expect(seen("6.6.6.6, 9.9.9.9", "1.2.3.4", 2)).toBe("6.6.6.6");
  expect(seen(null, "1.2.3.4", 3)).toBe("1.2.3.4");
  expect(seen(null, "::ffff:1.2.3.4", 0)).toBe("1.2.3.4");
  expect(seen(null, "2001:db8::1:2", 0)).toBe("2001:0db8:0000:0000::/64");
  expect(seen(null, "2001:DB8:0:0:ffff::9", 0)).toBe("2001:0db8:0000:0000::/64");
  expect(seen(null, "fe80::1%eth0", 0)).toBe("fe80:0000:0000:0000::/64");
  expect(seen("6.6.6.6, 9.9.9.9", undefined, 0)).toBe("9.9.9.9");
  expect(seen("6.6.6.6, 9.9.9.9", undefined, 2)).toBe("6.6.6.6");
  expect(seen(null, undefined, 1)).toBeNull();
});
