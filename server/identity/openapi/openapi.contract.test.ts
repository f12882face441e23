import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type IdentityEndpoint, identityEndpointList } from "@/lib/contracts/identity/endpoints";
import { turnClock } from "@/server/platform/clock";
import {
  complaintsAbout,
  danglingReferences,
  exampleChecker,
  type Json,
} from "@/server/sandbox/openapi/testing";
import {
  type Answer,
  type CallOptions,
  newWallet,
  signIn,
  signText,
  startTestIdentity,
  type TestIdentity,
} from "../testing";

describe.each(["strict", "default"] as const)("in %s mode", (mode) => {
  let bench: TestIdentity;
  let document: Json;
  let problemOf: ReturnType<typeof exampleChecker>;
  beforeAll(async () => {
    bench = await startTestIdentity(mode, { testKyc: true }, 1);
    // in strict mode it stands on the page alone
    const { identityDocument } = await import("./document");
    document = JSON.parse(JSON.stringify(identityDocument(bench.identity, "/")));
    problemOf = exampleChecker(document, true);
  });
  afterAll(() => bench?.stop());
  afterEach(() => turnClock(0));

  test("the description is valid OpenAPI 3.1 and has every endpoint of the mode", async () => {
    expect(await complaintsAbout(document)).toEqual([]);
    expect(danglingReferences(document)).toEqual([]);
    const described = Object.values<Json>(document.paths).flatMap((path) =>
      Object.values<Json>(path).map(({ operationId }) => operationId),
    );
    const offered = identityEndpointList.filter(({ isOurs }) => mode === "default" || !isOurs);
    expect(described.sort()).toEqual(offered.map(({ name }) => name).sort());
    const login = document.paths["/authorize/jwt"].post;
    expect(login.requestBody.content["application/json"].schema.properties.chain_id).toBeDefined();
    expect([login.security, document.paths["/user"].get.security]).toEqual([[], [{ bearer: [] }]]);
    expect("429" in login.responses).toBe(mode === "default");
  });

  test("the page names every operation, loads nothing and runs nothing", async () => {
    const { text, headers } = await bench.call("GET /docs/index.html");
    for (const [path, methods] of Object.entries<Json>(document.paths)) {
      for (const method of Object.keys(methods))
        expect(text).toContain(`${method.toUpperCase()} ${path}</code>`);
    }
    expect(text).not.toMatch(/<script|https?:\/\/|src=| on\w+=/);
    const policy = headers.get("content-security-policy");
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; /);
    expect(policy).not.toContain("unsafe");
  });

  /** Holds an answer against the description, keys that it does not know included. */
  function check({ name, method, path }: IdentityEndpoint, { status, text, body }: Answer): number {
    const form = path.replace(/\{\w+\}/g, "{}");
    const described = Object.entries<Json>(document.paths).find(
      ([key]) => key.replace(/\{\w+\}/g, "{}") === form,
    );
    const responses = described?.[1]?.[method.toLowerCase()]?.responses ?? {};
    const schema = (responses[status] ?? responses.default)?.content?.["application/json"]?.schema;
    const isEmptyRefusal = text === "" && status !== 200;
    const problem = schema && !isEmptyRefusal ? problemOf({ schema, value: body }) : null;
    expect([name, status, problem]).toEqual([name, status, null]);
    return status;
  }

  const PARAMS: Record<string, string> = { chainId: "137", campaign: "0xc0", address: "0xab" };
  /** They end the login that the others use. */
  const LAST = ["logOut", "erasePersonalData"];

  test("what every endpoint answers is what the description says", async () => {
    const { payload } = (await bench.call("POST /authorize/by-message")).body;
    const wallet = newWallet();
    const signed_payload = await wallet.signMessage({ message: payload });
    const bodies: Record<string, object> = {
      logIn: await signText(bench, newWallet()),
      logInByMessage: { address: wallet.address, message_to_sign: payload, signed_payload },
    };
    const { accessToken: bearer, refreshToken: refresh_token, address } = await signIn(bench);
    const person = { address, first_name: "Ada", last_name: "Holm", email: "ada@holm.example" };
    const whole = { ...person, refresh_token, amount: "1", issuer_address: "0x0", chain_id: 137 };
    const succeeded = new Set<string>();
    let ahead = 0;
    const endpoints = identityEndpointList
      .filter(({ isOurs, page }) => !page && (mode === "default" || !isOurs))
      .sort((a, b) => LAST.indexOf(a.name) - LAST.indexOf(b.name));
    for (const endpoint of endpoints) {
      const { name, method, path } = endpoint;
      const request = `${method} ${path.replace(/\{(\w+)\}/g, (_, key) => PARAMS[key] ?? "x")}`;
      const ask = async (options: CallOptions) => check(endpoint, await bench.call(request, options));
      const isLast = LAST.includes(name);
      if (!isLast) await ask({});
      if (endpoint.body) {
        await ask({ bearer, body: {} });
        await ask({ bearer, body: "{" });
      }
      const body = endpoint.body ? { body: bodies[name] ?? whole } : {};
      const own = isLast ? (await signIn(bench)).accessToken : bearer;
      // late enough to look for keys again, and all of it over one connection: nobody waits for a second one
      ahead += 31_000;
      turnClock(ahead);
      const bearerOf = path.startsWith("/authorize") ? {} : { bearer: own };
      if ((await ask({ ...bearerOf, ...body })) === 200) succeeded.add(name);
    }
    const wanted = ["requestText", "requestMessage", "logIn", "logInByMessage", "refresh", "getUser"];
    wanted.push("updateUser", "logOut", "getHealth", "getInfo", "verifyForTest", "listAutoInvests");
    if (mode === "default") wanted.push("getKyc", "getPersonalData", "erasePersonalData", "listChains");
    expect([...succeeded]).toEqual(expect.arrayContaining(wanted));
  });
});
