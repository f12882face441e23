import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpointList } from "@/lib/contracts/amp/endpoints";
import { startTestSandbox, type TestSandbox } from "../testing";
import { AmpCaller, issue, signIn } from "./testing";

let sandbox: TestSandbox;
let issuer: AmpCaller;
let manager: AmpCaller;
let anybody: AmpCaller;
let granted: string;
let other: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  anybody = new AmpCaller(sandbox);
  issuer = await signIn(sandbox, "issuer");
  manager = await signIn(sandbox, "manager");
  granted = (await issue(sandbox, issuer)).asset_uuid;
  other = (await issue(sandbox, issuer, { name: "Harbour Bond" })).asset_uuid;
  const { id } = (await manager.get("/managers/me")).body;
  await issuer.put(`/managers/${id}/assets/${granted}/add`);
});

afterAll(() => sandbox.stop());

describe("signing in", () => {
  it("gives the same token until it is refreshed", async () => {
    const again = await signIn(sandbox, "issuer");
    expect(again.token).toBe(issuer.token);
    expect(issuer.token).toMatch(/^[0-9a-f]{40}$/);
  });

  it("accepts a form as well as JSON", async () => {
    const response = await fetch(`${sandbox.url}/api/user/obtain_token`, {
      method: "POST",
      body: new URLSearchParams({ username: "issuer", password: "issuer-password" }),
    });
    expect(await response.json()).toEqual({ token: issuer.token });
  });

  it("refuses a wrong password and an unknown name in the same words", async () => {
    const refusal = {
      status: 400,
      body: { non_field_errors: ["Unable to log in with provided credentials."] },
    };
    const login = (username: string, password: string) =>
      anybody.post("/user/obtain_token", { username, password });
    expect(await login("issuer", "wrong-password")).toEqual(refusal);
    expect(await login("nobody", "issuer-password")).toEqual(refusal);
  });

  it("names the fields that are missing", async () => {
    expect(await anybody.post("/user/obtain_token", { username: "issuer" })).toEqual({
      status: 400,
      body: { password: ["This field is required."] },
    });
  });

  it("ends the old token when the password changes or the token is refreshed", async () => {
    const first = (await issuer.post("/managers/create", { username: "second", password: "first-secret" }))
      .body;
    await issuer.put(`/managers/${first.id}/unlock`);
    const login = async (password: string) =>
      (await anybody.post("/user/obtain_token", { username: "second", password })).body.token;
    const second = new AmpCaller(sandbox, await login("first-secret"));
    const changed = await second.post("/user/change-password", { password: "second-secret" });
    expect(changed.body).toMatchObject({ username: "second", password: "second-secret" });
    expect((await second.get("/managers/me")).body).toEqual({ detail: "Invalid token." });
    expect(await login("second-secret")).toBe(changed.body.token);
    const third = new AmpCaller(sandbox, changed.body.token);
    const refreshed = await third.get("/user/refresh-token");
    expect((await third.get("/managers/me")).status).toBe(401);
    expect((await new AmpCaller(sandbox, refreshed.body.token).get("/managers/me")).status).toBe(200);
  });

  it("refuses a manager's login and token while it is locked", async () => {
    const { body } = await issuer.post("/managers/create", { username: "third", password: "third-secret" });
    expect(body.is_locked).toBe(true);
    const login = () => anybody.post("/user/obtain_token", { username: "third", password: "third-secret" });
    expect((await login()).status).toBe(400);
    await issuer.put(`/managers/${body.id}/unlock`);
    const third = new AmpCaller(sandbox, (await login()).body.token);
    expect((await third.get("/managers/me")).status).toBe(200);
    await issuer.put(`/managers/${body.id}/lock`);
    expect(await third.get("/managers/me")).toEqual({
      status: 401,
      body: { detail: "User inactive or deleted." },
    });
  });
});

describe("the door", () => {
  it("wants a token on every endpoint but three", async () => {
    const open = ["getInfo", "getChangelog", "obtainToken"];
    for (const { name, method, path } of endpointList.filter((endpoint) => !open.includes(endpoint.name))) {
      const answer = await anybody.send(method, fill(path, granted));
      expect(answer, name).toEqual({
        status: 401,
        body: { detail: "Authentication credentials were not provided." },
      });
    }
    expect((await anybody.get("/info")).body.version).toBe("0.1.13");
    expect((await anybody.get("/changelog")).body).toHaveProperty("0.1.0");
  });

  it("refuses a token it does not know", async () => {
    const stranger = new AmpCaller(sandbox, "0".repeat(40));
    expect(await stranger.get("/assets/")).toEqual({ status: 401, body: { detail: "Invalid token." } });
  });

  it("takes paths with and without a trailing slash and never redirects", async () => {
    for (const path of [
      "/assets",
      "/registered_users",
      "/categories",
      "/managers",
      `/assets/${granted}/txs`,
    ]) {
      expect((await issuer.get(path)).status, path).toBe(200);
      expect((await issuer.get(`${path}/`)).status, path).toBe(200);
    }
  });

  it("answers 405 to a wrong method and 404 to an unknown path", async () => {
    expect(await issuer.post(`/assets/${granted}/register-authorized`)).toEqual({
      status: 405,
      body: { detail: 'Method "POST" not allowed.' },
    });
    expect(await issuer.get("/tx/broadcast")).toEqual({ status: 404, body: { detail: "Not found." } });
    expect((await issuer.get("/assets/issue")).status).toBe(405);
    expect((await issuer.get("/registered_users/1.5")).status).toBe(404);
  });

  it("refuses malformed JSON, wrong types and too much", async () => {
    const send = (body: string) =>
      fetch(`${sandbox.url}/api/assets/${granted}/memo/set`, {
        method: "POST",
        headers: { authorization: `token ${issuer.token}` },
        body,
      });
    const malformed = await send("{");
    expect(malformed.status).toBe(400);
    expect((await malformed.json()).detail).toMatch(/^JSON parse error - /);
    const wrong = await send('{"memo":"x"}');
    expect([wrong.status, await wrong.json()]).toEqual([400, { non_field_errors: ["Not a valid string."] }]);
    expect((await send(`"${"x".repeat(1024 * 1024)}"`)).status).toBe(413);
  });

  it("calls a number beyond its storage the caller's fault", async () => {
    const tooFar = [{ txid: "0".repeat(64), vout: 2 ** 40 }];
    expect((await issuer.post(`/assets/${granted}/utxos/blacklist`, tooFar)).status).toBe(400);
    expect((await issuer.get("/gaids/%E0%A4%A/validate")).status).toBe(404);
    expect((await issuer.post("/categories/add", { name: "a\u0000b" })).status).toBe(400);
  });

  it("says of an endpoint it lacks that it is not built", async () => {
    expect(await issuer.get(`/assets/${granted}/register`)).toEqual({
      status: 501,
      body: { detail: "This endpoint is not part of the sandbox yet." },
    });
  });
});

describe("a manager", () => {
  it("is refused by every endpoint that belongs to the issuer", async () => {
    for (const { name, method, path } of endpointList.filter(({ role }) => role === "issuer")) {
      expect(await manager.send(method, fill(path, granted)), name).toEqual({
        status: 403,
        body: { detail: "You do not have permission to perform this action." },
      });
    }
  });

  it("reads the asset it was granted and no other", async () => {
    for (const part of ["", "/activities", "/balance", "/utxos", "/summary", "/assignments"]) {
      expect((await manager.get(`/assets/${granted}${part}`)).status, part).toBe(200);
      expect(await manager.get(`/assets/${other}${part}`), part).toEqual({
        status: 404,
        body: { detail: "Not found." },
      });
    }
  });

  it("sees itself, which the issuer cannot", async () => {
    expect((await manager.get("/managers/me")).body).toMatchObject({
      username: "manager",
      is_locked: false,
      assets: [granted],
    });
    expect((await issuer.get("/managers/me")).status).toBe(403);
  });

  it("loses the asset when the issuer takes it away, by PUT or by POST", async () => {
    const { id } = (await manager.get("/managers/me")).body;
    await issuer.put(`/managers/${id}/assets/${other}/add`);
    expect((await manager.get(`/assets/${other}`)).status).toBe(200);
    expect((await issuer.post(`/managers/${id}/assets/${other}/remove`)).body.assets).toEqual([granted]);
    expect((await manager.get(`/assets/${other}`)).status).toBe(404);
  });

  it("keeps the register of users, yet changes no category", async () => {
    const added = await manager.post("/registered_users/add", { name: "Bernard Okafor", is_company: false });
    expect(added.status).toBe(201);
    const { id: categoryId } = (await issuer.post("/categories/add", { name: "Residents" })).body;
    const path = `/categories/${categoryId}/registered_users/${added.body.id}/add`;
    expect((await manager.put(path)).status).toBe(403);
    expect((await manager.get(`/registered_users/${added.body.id}/summary`)).body).toHaveLength(1);
  });
});

/** A path with something plausible for every parameter. */
function fill(path: string, assetUuid: string): string {
  return path.replace(/\{(\w+)\}/g, (_, name) => {
    if (name === "assetUuid") return assetUuid;
    if (name === "distributionUuid") return "2f328437-7da5-5d6b-914b-b1b3da5c96f2";
    return name === "gaid" ? "GA2pcpx9Yw1cDMGiSENKd81TiqD3DN" : "1";
  });
}
