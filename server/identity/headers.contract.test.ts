import { afterAll, beforeAll, expect, test } from "vitest";
import { signIn, startTestIdentity, type TestIdentity } from "./testing";

const OWN = "https://portal.example";

let bench: TestIdentity;
beforeAll(async () => {
  bench = await startTestIdentity("default", { allowedOrigins: [OWN] });
});
afterAll(() => bench?.stop());

const ask = (origin: string, method = "GET") =>
  bench.call(`${method} /actuator/health`, {
    headers: { origin, ...(method === "OPTIONS" ? { "access-control-request-method": "GET" } : {}) },
  });

test("only the origins of the configuration are let in (W-48)", async () => {
  for (const method of ["GET", "OPTIONS"]) {
    const own = await ask(OWN, method);
    expect([own.status, own.headers.get("access-control-allow-origin")]).toEqual([200, OWN]);
    const foreign = await ask("https://elsewhere.example", method);
    expect([foreign.status, foreign.headers.has("access-control-allow-origin")]).toEqual([403, false]);
  }
});

test("a call from the service's own origin needs no leave", async () => {
  expect((await ask(bench.url)).status).toBe(200);
});

test("HEAD is answered as GET without a body, to callers alone", async () => {
  const { accessToken: bearer } = await signIn(bench);
  const head = await bench.call("HEAD /actuator/health", { bearer });
  expect([head.status, head.text, head.headers.get("content-type")]).toEqual([200, "", "application/json"]);
  expect((await bench.call("HEAD /actuator/health")).status).toBe(400);
});

test("a body that is too long is not read", async () => {
  const long = await bench.call("POST /authorize", { body: { address: "x".repeat(1_100_000) } });
  expect(long.body).toMatchObject({ status: 413, error: "Payload Too Large" });
});
