import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { identityEndpointList } from "@/lib/contracts/identity/endpoints";
import { newWallet, signIn, signText, startTestIdentity, type TestIdentity } from "./testing";

const ODD: unknown[] = [
  ...[null, true, -1, 0, 1.5, 2 ** 63, "", " ", "0x", "\u0000", "\ud800", "ä".repeat(300)],
  ...["x".repeat(5_000), "'; drop table app_user; --", [], {}, [[]], { toString: 1 }, "-0", "1e3", "0x1f"],
];

describe.each(["strict", "default"] as const)("in %s mode", (mode) => {
  let bench: TestIdentity;
  beforeAll(async () => {
    bench = await startTestIdentity(mode);
  });
  afterAll(() => bench?.stop());

  test("no body of any endpoint is a 500", async () => {
    const { accessToken: bearer } = await signIn(bench);
    const bodies = [
      ...ODD.map((value) => JSON.stringify(value)),
      "{",
      "\u{feff}{}",
      '{"a":1,"a":2}',
      "[".repeat(9_000),
    ];
    for (const { method, path, body } of identityEndpointList.filter((endpoint) => endpoint.body)) {
      expect(body).toBeDefined();
      const statuses = await Promise.all(
        bodies.map(async (sent) => (await bench.call(`${method} ${path}`, { bearer, body: sent })).status),
      );
      expect([path, ...new Set(statuses)]).toEqual([path, 400]);
    }
  });

  test("no value of any field is a 500", async () => {
    const { accessToken: bearer } = await signIn(bench);
    const withBody = identityEndpointList.filter((endpoint) => endpoint.body);
    for (const odd of ODD) {
      const signed = await signText(bench, newWallet());
      const whole = { ...signed, message_to_sign: "text", email: "a@b.example", refresh_token: "token" };
      const calls = withBody.flatMap(({ method, path }) =>
        Object.keys(whole).map(async (field) => {
          const { status, body } = await bench.call(`${method} ${path}`, {
            bearer,
            body: { ...whole, [field]: odd },
          });
          // an unknown chain is a 500 of the contract's own
          return status < 500 || body.err_code === "0401" ? null : `${path} ${field} ${JSON.stringify(odd)}`;
        }),
      );
      expect((await Promise.all(calls)).filter(Boolean)).toEqual([]);
    }
  });

  test("no path and no header is a 500", async () => {
    for (const path of [
      "/%",
      "/%00",
      "//",
      "/authorize//jwt",
      "/authorize/%2e%2e/user",
      "/api/identity",
      "/..",
    ]) {
      expect((await bench.call(`GET ${path}`)).status).toBeLessThan(500);
    }
    for (const authorization of [
      "Bearer é",
      "Bearer a.b",
      "Bearer ..",
      `Bearer ${"a".repeat(4_000)}`,
      "Bearer {}",
    ]) {
      const { status } = await bench.call("GET /user", {
        headers: { authorization: encodeURI(authorization) },
      });
      expect(status).toBe(400);
    }
    for (const type of ["application/json;charset=latin1", "application/problem+json", "json", "*/*"]) {
      const { status } = await bench.call("POST /authorize", {
        ...{ body: { address: "0x00" }, headers: { "content-type": type } },
      });
      expect([200, 415]).toContain(status);
    }
  });
});
