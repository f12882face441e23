import { createPublicKey } from "node:crypto";
import { jwtVerify } from "jose";
import { expect } from "vitest";
import { newWallet, signIn, type TestIdentity, testKeys } from "../testing";
import { conform } from "./testing";
import { expired } from "./tokens-testing";

const ORIGIN = { origin: "https://elsewhere.example" };
const FIXED = {
  vary: "Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
  "x-content-type-options": "nosniff",
  "x-xss-protection": "1; mode=block",
  "cache-control": "no-cache, no-store, max-age=0, must-revalidate",
  pragma: "no-cache",
  expires: "0",
  "x-frame-options": "DENY",
};
const BUSINESS = ["description", "err_code", "message", "errors"];
const FRAMEWORK = ["timestamp", "status", "error", "path"];

/** One answer of each kind: success, empty, the three errors, a pre-flight. */
async function variousAnswers(bench: TestIdentity, headers: Record<string, string> = {}) {
  const { accessToken } = await signIn(bench);
  return Promise.all([
    bench.call("GET /user", { bearer: accessToken, headers }),
    bench.call("POST /user/logout", { bearer: (await signIn(bench)).accessToken, headers }),
    bench.call("POST /authorize/refresh", { body: { refresh_token: "none" }, headers }),
    bench.call("GET /user", { headers }),
    bench.call("GET /nowhere", { bearer: accessToken, headers }),
    bench.call("POST /authorize", { body: "{", headers }),
    bench.call("GET /actuator/health", { headers }),
  ]);
}

const preflight = (bench: TestIdentity, path: string, method: string, asked?: string) =>
  bench.call(`OPTIONS ${path}`, {
    headers: {
      ...ORIGIN,
      "access-control-request-method": method,
      ...(asked ? { "access-control-request-headers": asked } : {}),
    },
  });

const errorOf = ({ status, body }: { status: number; body: { err_code?: string } }) => [
  status,
  body.err_code,
];

conform({
  "ID-GEN-01": async (bench) => {
    const { answer, accessToken } = await signIn(bench);
    const user = await bench.call("PUT /user", { bearer: accessToken, body: { email: "a@b.example" } });
    const keys = [...Object.keys(answer.body), ...Object.keys(user.body)];
    expect(keys).toHaveLength(8);
    expect(keys.filter((key) => !/^[a-z]+(_[a-z]+)*$/.test(key))).toEqual([]);
    const camel = { address: "0x0", signedPayload: "0x", chainId: 1 };
    expect((await bench.call("POST /authorize/jwt", { body: camel })).status).toBe(400);
  },
  "ID-GEN-02": async (bench) => {
    const { accessToken } = await signIn(bench);
    expect((await bench.call("GET /user", { bearer: accessToken })).text).toContain('"email":null');
  },
  "ID-GEN-03": async (bench) => {
    const body = { address: "0x00", nobody_knows: { this: [1] } };
    expect((await bench.call("POST /authorize", { body })).status).toBe(200);
  },
  "ID-GEN-04": async (bench) => {
    for (const { headers } of await variousAnswers(bench)) {
      expect(Object.fromEntries(headers)).toMatchObject(FIXED);
    }
  },
  "ID-GEN-05": async (bench) => {
    for (const { headers } of await variousAnswers(bench, ORIGIN)) {
      expect(headers.get("vary")?.split(", ")).toEqual(FIXED.vary.split(", "));
    }
  },
  "ID-GEN-06": async (bench) => {
    for (const { headers } of await variousAnswers(bench, ORIGIN)) {
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.has("access-control-allow-credentials")).toBe(false);
      expect(headers.has("access-control-expose-headers")).toBe(false);
    }
    expect((await bench.call("GET /user")).headers.has("access-control-allow-origin")).toBe(false);
  },
  "ID-GEN-07": async (bench) => {
    for (const method of ["HEAD", "GET", "POST", "PUT", "DELETE"]) {
      const answer = await preflight(bench, "/user", method, "Authorization, Content-Type, Cache-Control");
      expect([answer.status, answer.text]).toEqual([200, ""]);
      expect(answer.headers.get("access-control-allow-methods")?.split(",")).toContain(method);
      expect(answer.headers.get("access-control-allow-headers")).toMatch(/authorization.*cache-control/i);
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
      expect(answer.headers.has("access-control-max-age")).toBe(false);
    }
  },
  "ID-GEN-08": async (bench) => {
    expect((await preflight(bench, "/user", "PATCH")).status).toBe(403);
    expect((await preflight(bench, "/user", "GET", "X-Other")).status).toBe(403);
  },
  "ID-GEN-09": async (bench) => {
    const { status, body } = await bench.call("POST /authorize/refresh", { body: { refresh_token: "no" } });
    expect([status, Object.keys(body), body.errors]).toEqual([400, BUSINESS, {}]);
    expect(body.err_code).toMatch(/^\d{4}$/);
    expect(body.description).toBe("Invalid refresh token");
  },
  "ID-GEN-10": async (bench) => {
    const { status, body, headers } = await bench.call("GET /user");
    expect([status, body]).toEqual([
      400,
      {
        description: "Failed to register JWT",
        err_code: "0206",
        message: "Full authentication is required to access this resource",
      },
    ]);
    expect(Object.keys(body)).toEqual(BUSINESS.slice(0, 3));
    expect(headers.has("www-authenticate")).toBe(bench.mode === "default");
  },
  "ID-GEN-11": async (bench) => {
    for (const bearer of ["rubbish", "a.b.c", "eyJhbGciOiJub25lIn0.e30."]) {
      const { status, body } = await bench.call("GET /user", { bearer });
      expect([status, body]).toEqual([
        400,
        { description: "Invalid JWT", err_code: "0204", message: "Invalid JWT" },
      ]);
    }
  },
  "ID-GEN-12": async (bench) => {
    const { accessToken } = await signIn(bench);
    for (const scheme of ["bearer ", "Bearer", "BEARER ", "Token ", "Basic "]) {
      const headers = { authorization: `${scheme}${accessToken}` };
      expect(errorOf(await bench.call("GET /user", { headers }))).toEqual([400, "0206"]);
      expect((await bench.call("GET /actuator/health", { headers })).status).toBe(200);
    }
  },
  "ID-GEN-13": {
    strict: async (bench) => {
      for (const bearer of ["rubbish", await expired()]) {
        const health = await bench.call("GET /actuator/health", { bearer });
        const text = await bench.call("POST /authorize", { bearer, body: { address: "0x00" } });
        expect([errorOf(health), errorOf(text)]).toEqual(Array(2).fill([400, "0204"]));
      }
    },
    default: async (bench) => {
      for (const bearer of ["rubbish", await expired()]) {
        const health = await bench.call("GET /actuator/health", { bearer });
        const text = await bench.call("POST /authorize", { bearer, body: { address: "0x00" } });
        expect([health.status, text.status]).toEqual([200, 200]);
        expect(errorOf(await bench.call("GET /user", { bearer }))).toEqual([400, "0204"]);
      }
    },
  },
  "ID-GEN-14": async (bench) => {
    const { accessToken } = await signIn(bench);
    for (const path of ["/nowhere", "/user/nowhere", "/"]) {
      expect(errorOf(await bench.call(`GET ${path}`))).toEqual([400, "0206"]);
      const { status, body } = await bench.call(`GET ${path}`, { bearer: accessToken });
      expect([status, Object.keys(body), body.path]).toEqual([404, FRAMEWORK, path]);
    }
  },
  "ID-GEN-15": async (bench) => {
    for (const body of ["", "{", "[]", "null", '"text"', "{}", '{"address":null}', '{"address":{}}']) {
      const answer = await bench.call("POST /authorize", { body });
      expect([body, answer.status, Object.keys(answer.body)]).toEqual([body, 400, FRAMEWORK]);
      expect(answer.body).toMatchObject({ status: 400, error: "Bad Request", path: "/authorize" });
      expect(Number.isNaN(Date.parse(answer.body.timestamp))).toBe(false);
    }
  },
  "ID-GEN-16": async (bench) => {
    const headers = { "content-type": "text/plain" };
    const typed = await bench.call("POST /authorize", { body: '{"address":"0x00"}', headers });
    expect([typed.status, Object.keys(typed.body)]).toEqual([415, FRAMEWORK]);
    const method = await bench.call("GET /authorize/jwt");
    expect([method.status, Object.keys(method.body)]).toEqual([405, FRAMEWORK]);
    expect(method.headers.get("allow")).toBe("POST");
  },
  "ID-GEN-18": async (bench) => {
    const statuses = [];
    for (const bearer of [undefined, "", "rubbish", await expired()]) {
      for (const request of ["GET /user", "PUT /user", "POST /user/logout", "GET /nowhere"]) {
        statuses.push((await bench.call(request, { bearer })).status);
      }
    }
    expect(new Set(statuses)).toEqual(new Set([400]));
  },
  "ID-GEN-19": async (bench) => {
    const { accessToken } = await signIn(bench);
    const below = await bench.call("GET /api/identity/user", { bearer: accessToken });
    expect(below.body).toEqual((await bench.call("GET /user", { bearer: accessToken })).body);
    const text = await bench.call("POST /api/identity/authorize", { body: { address: "0x00" } });
    expect(text.status).toBe(200);
    expect(errorOf(await bench.call("GET /api/identity/user"))).toEqual([400, "0206"]);
    const missing = await bench.call("GET /api/identity/nowhere", { bearer: accessToken });
    expect([missing.status, missing.body.path]).toEqual([404, "/nowhere"]);
  },
  "ID-GEN-20": async (bench) => {
    const wallet = newWallet();
    const { accessToken } = await signIn(bench, wallet);
    const { payload } = await jwtVerify(accessToken, createPublicKey(testKeys.publicKey));
    expect(payload.address).toBe(wallet.address.toLowerCase());
  },
  "ID-OPS-05": async (bench) => {
    const { status, text } = await bench.call("GET /actuator/health");
    expect([status, text]).toEqual([200, '{"status":"UP"}']);
    expect((await bench.call("GET /actuator/info")).status).toBe(200);
  },
});
