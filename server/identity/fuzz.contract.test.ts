import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type IdentityEndpoint, identityEndpointList } from "@/lib/contracts/identity/endpoints";
import { schemaBook } from "@/lib/json-schema";
import { veriffSessions } from "./db/veriff-tables";
import { type Answer, newWallet, signIn, signText, startTestIdentity, type TestIdentity } from "./testing";
import { signHmac, signLegacy } from "./veriff/signature";

const ODD: unknown[] = [
  ...[null, true, -1, 0, 1.5, 2 ** 63, "", " ", "0x", "\u0000", "\ud800", "ä".repeat(300)],
  ...["x".repeat(5_000), "'; drop table app_user; --", [], {}, [[]], { toString: 1 }, "-0", "1e3", "0x1f"],
];
/** For what is looked at by one rule alone. */
const FEW: unknown[] = [null, 1.5, "", "\u0000", "x".repeat(5_000), {}, []];
const ODD_SEGMENTS = [
  ...["%00", "%ff", "%2e%2e", "%20", "-1", "0", "1.5", "1e3", "0x7a69", "9223372036854775808", "ä"],
  ...["x".repeat(3_000), "31337", "137", "4711", "'--", "{}", "null"],
];

const KEY = `0x${"1".repeat(64)}`;
const ADDRESS = `0x${"2".repeat(40)}`;
const OPERATOR_TOKEN = "t".repeat(32);
const NOWHERE = "http://127.0.0.1:1";
const veriff = { apiKey: "key", privateKey: "secret", baseUrl: NOWHERE, timeoutMs: 1_000 };
const config = {
  veriff,
  ...{ testKyc: true, faucetEnabled: true, autoInvestEnabled: true, operatorToken: OPERATOR_TOKEN },
  chains: {
    "31337": {
      rpcUrl: NOWHERE,
      ...{ walletApproverPrivateKey: KEY, walletApproverServiceAddress: ADDRESS },
      ...{ faucetCallerPrivateKey: KEY, faucetServiceAddress: ADDRESS },
      ...{ autoInvestPrivateKey: KEY, autoInvestServiceAddress: ADDRESS },
    },
  },
};

/** A document that Veriff could send, which every endpoint finds its own fields in. */
const veriffDocument = {
  ...{ id: "a-session", attemptId: "an-attempt", feature: "selfid", code: 7002, action: "submitted" },
  ...{ status: "success", vendorData: ADDRESS },
};
const verification = {
  ...{ id: "a-session", status: "approved", code: 9001, reason: null, reasonCode: null },
  person: { firstName: "Ada", lastName: "Holm" },
  document: { type: "PASSPORT", validUntil: "2999-01-01" },
  ...{ decisionTime: "a", acceptanceTime: "b", riskLabels: [], vendorData: ADDRESS },
};

/** Chains, Pinata and Veriff have failures of their own in the contract; the framework's own 500 is none of them. */
const isFailure = ({ status, body }: Answer): boolean =>
  status >= 500 && status !== 502 && !/^0\d{3}$/.test(body?.err_code ?? "");

const { schemaOf } = schemaBook({});
const fieldsOf = ({ body, mayHold }: IdentityEndpoint): string[] => {
  const shape = body ?? mayHold;
  return shape ? Object.keys(schemaOf(shape).properties ?? {}) : [];
};
const place = (path: string, value = "31337") => path.replace(/\{\w+\}/g, value);

/** Proven, so that what Veriff's endpoints do with it is reached. */
function headersOf({ isRaw, path }: IdentityEndpoint, body: string): Record<string, string> {
  if (!isRaw || !path.startsWith("/veriff")) return {};
  const bytes = new TextEncoder().encode(body);
  return {
    "x-auth-client": veriff.apiKey,
    "x-signature": signLegacy(bytes, veriff.privateKey),
    "x-hmac-signature": signHmac(bytes, veriff.privateKey),
  };
}

describe.each(["strict", "default"] as const)("in %s mode", (mode) => {
  let bench: TestIdentity;
  let bearer: string;
  const endpoints = identityEndpointList.filter(({ isOurs }) => mode === "default" || !isOurs);

  beforeAll(async () => {
    bench = await startTestIdentity(mode, config);
    const { accessToken, address } = await signIn(bench);
    bearer = accessToken;
    await bench.database.db.insert(veriffSessions).values({
      ...{ id: veriffDocument.id, userAddress: ADDRESS, connected: false, state: 0, createdAt: new Date() },
    });
    const body = { address, first_name: "Ada", last_name: "Holm" };
    expect((await bench.call("POST /test/kyc", { bearer, body })).status).toBe(200);
  });
  afterAll(() => bench?.stop());

  const bearerOf = (path: string) => (path.startsWith("/operator") ? OPERATOR_TOKEN : bearer);
  const send = (endpoint: IdentityEndpoint, body: string) => {
    const headers = headersOf(endpoint, body);
    return bench.call(`${endpoint.method} ${place(endpoint.path)}`, {
      ...{ bearer: bearerOf(endpoint.path), body, headers },
    });
  };

  test("no body of any endpoint is a 500", async () => {
    const bodies = [...ODD.map((value) => JSON.stringify(value))];
    bodies.push("{", "\u{feff}{}", '{"a":1,"a":2}', "[".repeat(9_000));
    for (const endpoint of endpoints.filter(({ body, isRaw }) => body || isRaw)) {
      const answers = await Promise.all(bodies.map((body) => send(endpoint, body)));
      expect([endpoint.path, answers.filter(isFailure)]).toEqual([endpoint.path, []]);
      // `{}` and the like lack what has to be there
      if (endpoint.body && !endpoint.isBodyOptional) {
        const statuses = new Set(answers.map(({ status }) => status));
        expect([endpoint.path, ...statuses]).toEqual([endpoint.path, 400]);
      }
    }
  });

  test("no value of any field is a 500", async () => {
    const signed = await signText(bench, newWallet());
    const whole = {
      ...{ ...signed, ...veriffDocument, verification, message_to_sign: "text", email: "a@b.example" },
      ...{ refresh_token: "token", verifier: "a-secret-of-this-browser", origin: "https://a.example" },
      ...{ format: "eip4361", issuer_address: ADDRESS, first_name: "Ada", last_name: "Holm" },
      ...{ re_captcha_token: "token", amount: "1" },
    };
    // both modes read a body by the same shapes, so one of them is enough for every value
    const values = mode === "default" ? ODD : FEW;
    let tried = 0;
    for (const endpoint of endpoints) {
      const bodies = fieldsOf(endpoint).flatMap((field) => values.map((odd) => ({ ...whole, [field]: odd })));
      if (endpoint.name === "takeDecision") {
        for (const [field, value] of Object.entries(verification)) {
          for (const odd of FEW) {
            bodies.push({ ...whole, verification: { ...verification, [field]: odd } });
            const inner = typeof value === "object" && value ? Object.keys(value) : [];
            for (const name of inner) {
              const deep = { ...(value as object), [name]: odd };
              bodies.push({ ...whole, verification: { ...verification, [field]: deep } });
            }
          }
        }
      }
      const answers = await Promise.all(bodies.map((body) => send(endpoint, JSON.stringify(body))));
      expect([endpoint.path, answers.filter(isFailure)]).toEqual([endpoint.path, []]);
      if (endpoint.path.startsWith("/veriff/webhook")) {
        expect([endpoint.path, answers.some(({ status }) => status === 200)]).toEqual([endpoint.path, true]);
      }
      tried += answers.length;
    }
    expect(tried).toBeGreaterThan(mode === "default" ? 500 : 200);
  });

  test("no segment of any path is a 500", async () => {
    for (const { method, path, body } of endpoints.filter((endpoint) => endpoint.path.includes("{"))) {
      const requests = ODD_SEGMENTS.flatMap((odd) =>
        [place(path, odd), path.replace("{chainId}", "31337").replace(/\{\w+\}/, odd)].map((asked) => ({
          ...{
            asked: `${method} ${asked}`,
            options: { bearer: bearerOf(path), ...(body ? { body: { amount: "1" } } : {}) },
          },
        })),
      );
      const answers = await Promise.all(requests.map(({ asked, options }) => bench.call(asked, options)));
      const failed = requests.filter((_, index) => isFailure(answers[index] as Answer));
      expect(failed.map(({ asked }) => asked)).toEqual([]);
    }
  });

  test("no endpoint minds a call with nothing, or with a body that it does not want", async () => {
    for (const { method, path, name } of endpoints) {
      if (["logOut", "erasePersonalData"].includes(name)) continue;
      const options = method === "GET" ? {} : { body: "rubbish", headers: { "content-type": "text/plain" } };
      const own = { bearer: bearerOf(path) };
      for (const given of [{}, own, { ...own, ...options }]) {
        expect([name, isFailure(await bench.call(`${method} ${place(path)}`, given))]).toEqual([name, false]);
      }
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
