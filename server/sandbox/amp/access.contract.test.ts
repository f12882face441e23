import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../testing";
import { createAccount } from "./accounts";
import { AmpCaller, addUser, issue, signIn } from "./testing";

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

  it("refuses a locked manager, yet tells nobody else that it is locked", async () => {
    const { body } = await issuer.post("/managers/create", { username: "third", password: "third-secret" });
    expect(body.is_locked).toBe(true);
    const login = (password = "third-secret") =>
      anybody.post("/user/obtain_token", { username: "third", password });
    expect(await login()).toEqual({ status: 401, body: { detail: "User inactive or deleted." } });
    expect((await login("wrong-password")).status).toBe(400);
    await issuer.put(`/managers/${body.id}/unlock`);
    const third = new AmpCaller(sandbox, (await login()).body.token);
    expect((await third.get("/managers/me")).status).toBe(200);
    await issuer.put(`/managers/${body.id}/lock`);
    expect(await third.get("/managers/me")).toEqual({
      status: 401,
      body: { detail: "User inactive or deleted." },
    });
  });

  it("lets the issuer change a manager's password, which ends its token", async () => {
    const { id } = (await issuer.post("/managers/create", { username: "fourth", password: "first-secret" }))
      .body;
    await issuer.put(`/managers/${id}/unlock`);
    const { body } = await issuer.post(`/managers/${id}/change-password`, { password: "second-secret" });
    expect(body).toEqual({ username: "fourth", password: "second-secret", token: expect.any(String) });
    const fourth = new AmpCaller(sandbox, body.token);
    expect((await fourth.get("/managers/me")).body).toEqual({
      username: "fourth",
      id,
      is_locked: false,
      assets: [],
    });
    const short = await issuer.post(`/managers/${id}/change-password`, { password: "short" });
    expect([short.status, Object.keys(short.body)]).toEqual([400, ["password"]]);
  });

  it("ends the issuer's old token when the password changes or the token is refreshed", async () => {
    const before = issuer;
    const changed = await issuer.post("/user/change-password", { password: "issuer-password" });
    expect(changed.body).toMatchObject({ username: "issuer", password: "issuer-password" });
    expect(await before.get("/assets/")).toEqual({ status: 401, body: { detail: "Invalid token." } });
    issuer = await signIn(sandbox, "issuer");
    expect(issuer.token).toBe(changed.body.token);
    for (const method of ["GET", "POST"]) {
      const refreshed = await issuer.send(method, "/user/refresh-token");
      expect((await issuer.get("/assets/")).status).toBe(401);
      issuer = new AmpCaller(sandbox, refreshed.body.token);
      expect((await issuer.get("/assets/")).status).toBe(200);
    }
  });
});

describe("the door", () => {
  const send = (path: string, init: RequestInit) =>
    fetch(`${sandbox.url}/api${path}`, {
      ...init,
      headers: { authorization: `token ${issuer.token}`, ...init.headers },
    });
  const memo = (body: BodyInit, type = "application/json") =>
    send(`/assets/${granted}/memo/set`, { method: "POST", headers: { "content-type": type }, body });

  it("answers three paths without a token", async () => {
    expect((await anybody.get("/info")).body).toEqual({ version: "0.1.13", notes: "sandbox" });
    expect((await anybody.get("/changelog")).body).toHaveProperty("0.1.0");
    expect((await anybody.post("/user/obtain_token", {})).status).toBe(400);
    expect((await anybody.post("/info")).status).toBe(405);
  });

  it("wants the word token in lower case and one space, and says so in its header", async () => {
    for (const authorization of ["", "token", `Token ${issuer.token}`, `token  ${issuer.token}`, "Basic x"]) {
      const response = await fetch(`${sandbox.url}/api/assets/`, { headers: { authorization } });
      expect([response.status, response.headers.get("www-authenticate")], authorization).toEqual([
        401,
        "token",
      ]);
      expect(await response.json()).toEqual({ detail: "Authentication credentials were not provided." });
    }
  });

  it("takes every path with and without one trailing slash and never redirects", async () => {
    for (const path of [
      "/assets",
      "/registered_users",
      "/categories",
      "/managers",
      `/assets/${granted}/txs`,
    ]) {
      expect((await issuer.get(path)).status, path).toBe(200);
      expect((await issuer.get(`${path}/`)).status, path).toBe(200);
      expect((await issuer.get(`${path}//`)).status, path).toBe(404);
    }
  });

  it("answers 405 with what is allowed to a wrong method and 404 to an unknown path", async () => {
    const wrong = await send(`/assets/${granted}/register-authorized`, { method: "POST" });
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET"]);
    expect(await wrong.json()).toEqual({ detail: 'Method "POST" not allowed.' });
    for (const path of [
      "/tx/broadcast",
      "/",
      "/registered_users/1.5",
      "/assets/1",
      `/assets/${granted}/memos`,
    ])
      expect(await issuer.get(path), path).toEqual({ status: 404, body: { detail: "Not found." } });
    expect((await issuer.get("/assets/issue")).status).toBe(405);
  });

  it("refuses what is no JSON, no UTF-8, too deep or too large", async () => {
    for (const body of ["{", "", '{"a":1,}', "NaN", "[".repeat(100_000), new Uint8Array([34, 255, 34])]) {
      const response = await memo(body);
      const { detail = "JSON parse error - none", non_field_errors: fields } = await response.json();
      expect([response.status, body === "" ? fields : detail]).toEqual([
        400,
        body === "" ? ["Not a valid string."] : expect.stringMatching(/^JSON parse error - /),
      ]);
    }
    expect((await memo(`"${"x".repeat(1024 * 1024)}"`)).status).toBe(413);
  });

  it("refuses wrong types and texts that cannot be stored, by field", async () => {
    const wrong = await memo('{"memo":"x"}');
    expect([wrong.status, await wrong.json()]).toEqual([400, { non_field_errors: ["Not a valid string."] }]);
    expect((await issuer.post("/categories/add", { name: "a\u0000b" })).body).toEqual({
      name: ["Null characters are not allowed."],
    });
    expect((await issuer.post("/categories/add", { name: "a\ud800b" })).body).toEqual({
      name: ["Surrogate characters are not allowed."],
    });
    expect((await issuer.post("/categories/add", { name: "x".repeat(256) })).body).toEqual({
      name: ["Ensure this field has no more than 255 characters."],
    });
    expect((await issuer.post("/categories/add", { name: "Zürich 🏔" })).status).toBe(201);
  });

  it("reads JSON sent as JSON, and a form at the login alone", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]) {
      const response = await memo(new TextEncoder().encode('"x"'), type);
      expect([response.status, await response.json()], type).toEqual([
        415,
        { detail: `Unsupported media type "${type}" in request.` },
      ]);
    }
    expect((await memo('"x"', "Application/JSON; charset=utf-8")).status).toBe(200);
  });

  it("calls a number beyond its storage the caller's fault", async () => {
    const tooFar = [{ txid: "0".repeat(64), vout: 2 ** 40 }];
    expect((await issuer.post(`/assets/${granted}/utxos/blacklist`, tooFar)).status).toBe(400);
    expect((await issuer.get("/gaids/%E0%A4%A/validate")).status).toBe(404);
    expect((await issuer.get("/registered_users/999999999999")).status).toBe(404);
  });

  it("says 404 to what is not the caller's, whatever was sent", async () => {
    const stranger = "2f328437-7da5-5d6b-914b-b1b3da5c96f2";
    expect((await issuer.post(`/assets/${stranger}/memo/set`, { no: "string" })).status).toBe(404);
    expect((await manager.post(`/assets/${other}/assignments/create`, { assignments: [] })).status).toBe(404);
  });
});

describe("another issuer", () => {
  it("sees and changes nothing that is not its own", async () => {
    const account = { username: "rival", password: "rival-password" };
    await sandbox.world.write(({ db }) => createAccount(db, account));
    const rival = new AmpCaller(sandbox, (await anybody.post("/user/obtain_token", account)).body.token);
    const { id: user, gaid } = await addUser(sandbox, issuer, "Alice Ames");
    const { id: category } = (await issuer.post("/categories/add", { name: "Private" })).body;
    const { id: managerId } = (await manager.get("/managers/me")).body;
    const own = (await rival.post("/categories/add", { name: "Private" })).body.id;
    for (const path of ["/assets/", "/registered_users/", "/managers"])
      expect((await rival.get(path)).body, path).toEqual([]);
    const foreign: [string, string][] = [
      ["GET", `/assets/${granted}`],
      ["DELETE", `/assets/${granted}/delete`],
      ["PUT", `/registered_users/${user}/edit`],
      ["DELETE", `/registered_users/${user}/delete`],
      ["GET", `/gaids/${gaid}/registered_user`],
      ["GET", `/gaids/${gaid}/balance/${granted}`],
      ["DELETE", `/categories/${category}/delete`],
      ["PUT", `/categories/${own}/registered_users/${user}/add`],
      ["PUT", `/categories/${own}/assets/${granted}/add`],
      ["PUT", `/managers/${managerId}/lock`],
      ["POST", `/managers/${managerId}/change-password`],
    ];
    const bodies: Record<string, object> = {
      edit: { name: "Mallory" },
      "change-password": { password: "mallory-1" },
    };
    for (const [method, path] of foreign)
      expect(await rival.send(method, path, bodies[path.split("/").at(-1) ?? ""]), path).toEqual({
        status: 404,
        body: { detail: "Not found." },
      });
    const same = await rival.post("/registered_users/add", {
      name: "Alice Ames",
      is_company: false,
      GAID: gaid,
    });
    expect(same.status, "names and GAIDs are unique per issuer").toBe(201);
  });
});

describe("a manager", () => {
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
