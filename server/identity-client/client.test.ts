import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { identityClient } from "./client";

const env = vi.hoisted((): Record<string, unknown> => ({}));
vi.mock("@/server/platform/env", () => ({ deskEnv: () => ({ IDENTITY_TIMEOUT_MS: 1_000, ...env }) }));

const asked: { url: string; init: RequestInit }[] = [];
let answer: () => Response | Promise<Response>;

beforeEach(() => {
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    return answer();
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  asked.length = 0;
  for (const name of Object.keys(env)) delete env[name];
});

const client = (accessToken: string | null = "token") => identityClient({ accessToken, forwardedFor: null });
const json = (status: number, body: unknown) => () => Response.json(body, { status });
const refusal = (status: number, code: string) =>
  json(status, { description: "words", err_code: code, message: "0xsecret", errors: {} });

describe("the service's address", () => {
  it.each([
    [{ IDENTITY_URL: "https://id.example/" }, "https://id.example/user"],
    [{ PORT: 3180, AMPDESK_URL: "https://desk.example" }, "http://127.0.0.1:3180/api/identity/user"],
    [{ AMPDESK_URL: "https://desk.example/" }, "https://desk.example/api/identity/user"],
    [{}, "http://127.0.0.1:3000/api/identity/user"],
  ])("is what %o says", async (given, url) => {
    Object.assign(env, given);
    answer = json(200, { address: "0xab", email: null, email_verified: true, kyc_completed: false });
    expect(await client().call("getUser")).toMatchObject({ emailVerified: true, kycCompleted: false });
    expect(asked[0]?.url).toBe(url);
  });
});

describe("a call", () => {
  it("speaks the wire's names, fills the path and carries no bearer it does not have", async () => {
    answer = () => new Response();
    await client(null).call("requestWhitelisting", { body: { issuerAddress: "0xAB", chainId: 137n } });
    expect(asked[0]?.init.body).toBe('{"issuer_address":"0xAB","chain_id":137}');
    expect(asked[0]?.init.headers).not.toHaveProperty("authorization");
    answer = json(200, { auto_invests: [] });
    await client().call("listAutoInvests", { path: { chainId: 1, address: "a/b" } });
    expect(asked[1]?.url).toMatch(/\/auto_invest\/1\/a%2Fb$/);
    expect(asked[1]?.init.headers).toMatchObject({ authorization: "Bearer token" });
  });

  it("says for whom it calls, so that the service counts each person alone", async () => {
    answer = json(200, { auto_invests: [] });
    for (const forwardedFor of ["198.51.100.7, 203.0.113.9", null]) {
      const caller = identityClient({ accessToken: null, forwardedFor });
      await caller.call("listAutoInvests", { path: { chainId: 1, address: "0xab" } });
    }
    const [person, nobody] = asked.map(({ init }) => new Headers(init.headers).get("x-forwarded-for"));
    expect([person, nobody]).toEqual(["198.51.100.7, 203.0.113.9", null]);
  });

  it.each([
    [refusal(400, "0204"), "UNAUTHENTICATED"],
    [refusal(400, "0208"), "UNAUTHENTICATED"],
    [refusal(400, "0210"), "REJECTED"],
    [refusal(400, "0111"), "CONFLICT"],
    [refusal(500, "0402"), "REJECTED"],
    [refusal(400, "9999"), "REJECTED"],
    [json(404, { timestamp: "", status: 404, error: "Not Found", path: "/user" }), "NOT_FOUND"],
    [() => new Response(null, { status: 403 }), "FORBIDDEN"],
    [() => new Response(null, { status: 429 }), "UNAVAILABLE"],
    [() => new Response(null, { status: 502 }), "UNAVAILABLE"],
    [() => new Response(null, { status: 302, headers: { location: "/" } }), "UNAVAILABLE"],
    [() => Promise.reject(new TypeError("fetch failed 0xsecret")), "UNAVAILABLE"],
    [json(200, { address: 7 }), "INTERNAL"],
    [() => new Response("<html>"), "INTERNAL"],
  ])("turns an answer into an error without its words, case %#", async (given, code) => {
    answer = given;
    const error = await client()
      .call("getUser")
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code });
    expect(`${error} ${(error as Error).cause}`).not.toContain("0xsecret");
  });

  it("takes a missing route for no answer, and everything else as it is", async () => {
    answer = json(404, { timestamp: "", status: 404, error: "Not Found", path: "/user/kyc" });
    expect(await client().callIfThere("getKyc")).toBeNull();
    answer = refusal(400, "0204");
    await expect(client().callIfThere("getKyc")).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});
