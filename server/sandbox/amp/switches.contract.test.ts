import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Switches, switchNames } from "../switches";
import { startTestSandbox, type TestSandbox } from "../testing";
import {
  AmpCaller,
  addUser,
  assign,
  callNode,
  distribute,
  issue,
  mine,
  newGaid,
  signIn,
  turn,
} from "./testing";

let sandbox: TestSandbox;
let amp: AmpCaller;
let manager: AmpCaller;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  amp = await signIn(sandbox, "issuer");
  manager = await signIn(sandbox, "manager");
});

afterAll(() => sandbox.stop());

const ALL_OFF = Object.fromEntries(switchNames.map((name) => [name, false])) as Switches;
beforeEach(() => turn(sandbox, ALL_OFF));

/** A well-formed GAID that no wallet of the sandbox has. */
const STRANGE_GAID = "GA2pcpx9Yw1cDMGiSENKd81TiqD3DN";

const status = async (answer: Promise<{ status: number }>) => (await answer).status;

/** An authorised asset without categories. */
async function authorizedAsset(name: string): Promise<string> {
  const { asset_uuid: uuid } = await issue(sandbox, amp, { name });
  await mine(sandbox, 3);
  await amp.get(`/assets/${uuid}/register-authorized`);
  return uuid;
}

it("a switch keeps its place when the sandbox answers about all of them", async () => {
  const shown = async () => (await fetch(`${sandbox.url}/control/switches`)).json();
  expect((await shown()).every(({ on }: { on: boolean }) => !on)).toBe(true);
  await turn(sandbox, { oneManager: true });
  expect((await shown()).filter(({ on }: { on: boolean }) => on)).toMatchObject([{ name: "oneManager" }]);
});

describe("longTickers", () => {
  const ticker = async (text: string) => {
    const address = await callNode(sandbox, "getnewaddress");
    const { pubkey } = await callNode(sandbox, "getaddressinfo", [address]);
    const trio = { domain: "example.com", ticker: text, pubkey };
    return amp.post("/assets/issue", {
      name: "Tickers of all lengths",
      amount: 1,
      destination_address: address,
      ...trio,
    });
  };

  it("off: 3 to 5 characters; on: up to 24", async () => {
    expect(await ticker("TDA1407")).toEqual({
      status: 400,
      body: { ticker: ["Ensure this field has 3 to 5 characters."] },
    });
    await turn(sandbox, { longTickers: true });
    expect(await ticker("TDA1407")).toMatchObject({ status: 201, body: { ticker: "TDA1407" } });
    expect(await status(ticker("T".repeat(24)))).toBe(201);
    expect((await ticker("T".repeat(25))).body).toHaveProperty("ticker");
    expect((await ticker("TD")).body).toHaveProperty("ticker");
  });
});

describe("authorizeAtTwo", () => {
  it("off: three confirmations; on: two", async () => {
    const { asset_uuid: uuid } = await issue(sandbox, amp);
    await mine(sandbox, 2);
    const path = `/assets/${uuid}/register-authorized`;
    expect((await amp.get(path)).body.Error).toContain("3 confirmations");
    await turn(sandbox, { authorizeAtTwo: true });
    expect(await amp.get(path)).toMatchObject({ status: 200, body: { is_authorized: true } });
    const young = (await issue(sandbox, amp)).asset_uuid;
    await mine(sandbox, 1);
    expect((await amp.get(`/assets/${young}/register-authorized`)).body.Error).toContain("2 confirmations");
  });
});

describe("redirectSlash", () => {
  const collections = ["/assets", "/registered_users", "/categories", "/managers"];
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${sandbox.url}/api${path}`, { redirect: "manual", headers });

  it("off: both forms answer; on: the form without slash sends to the other one before it asks for a token", async () => {
    for (const path of collections) expect(await status(amp.get(path)), path).toBe(200);
    await turn(sandbox, { redirectSlash: true });
    for (const path of collections) {
      const moved = await get(`${path}?page=1`);
      expect([moved.status, moved.headers.get("location")]).toEqual([301, `/api${path}/?page=1`]);
      expect(await status(amp.get(`${path}/`)), path).toBe(200);
    }
    const followed = await fetch(`${sandbox.url}/api/assets`, {
      headers: { authorization: `token ${amp.token}` },
    });
    expect([followed.status, followed.redirected]).toEqual([200, true]);
  });

  it("on: nothing but these four GETs is sent elsewhere", async () => {
    await turn(sandbox, { redirectSlash: true });
    expect((await get("/info")).status).toBe(200);
    expect(await status(amp.get(`/registered_users/${(await addUser(sandbox, amp, "Zoe")).id}`))).toBe(200);
    expect(await status(amp.post("/assets"))).toBe(405);
  });
});

describe("assignAnyUser", () => {
  it("off: a user without the categories is refused at once; on: at the distribution", async () => {
    const uuid = await authorizedAsset("Restricted Fund");
    const { id: category } = (await amp.post("/categories/add", { name: "Accredited" })).body;
    await amp.put(`/categories/${category}/assets/${uuid}/add`);
    const { id } = await addUser(sandbox, amp, "Alice Ames");
    expect((await assign(amp, uuid, id, 5)).body.Error).toContain("every category");
    await turn(sandbox, { assignAnyUser: true });
    expect(await status(assign(amp, uuid, id, 5))).toBe(200);
    const create = () => amp.get(`/assets/${uuid}/distributions/create/`);
    expect((await create()).body).toEqual({ Error: "No assignments are ready for distribution." });
    await amp.put(`/categories/${category}/registered_users/${id}/add`);
    expect((await create()).body).toHaveProperty("distribution_uuid");
  });
});

describe("noDistributionAfterCancel", () => {
  it("off: the next distribution takes the assignments again; on: there is none any more", async () => {
    const uuid = await authorizedAsset("Cancelled Fund");
    const { id } = await addUser(sandbox, amp, "Bernard Okafor");
    await assign(amp, uuid, id, 5);
    const create = async () => (await amp.get(`/assets/${uuid}/distributions/create/`)).body;
    const cancel = async () =>
      amp.delete(`/assets/${uuid}/distributions/${(await create()).distribution_uuid}/cancel`);
    expect(await status(cancel())).toBe(200);
    expect(await status(cancel())).toBe(200);
    await turn(sandbox, { noDistributionAfterCancel: true });
    expect(await amp.get(`/assets/${uuid}/distributions/create/`)).toMatchObject({ status: 400 });
    const untouched = await authorizedAsset("Untouched Fund");
    await assign(amp, untouched, id, 5);
    expect(await distribute(sandbox, amp, untouched)).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("keepDeletedGaids", () => {
  const readd = async (name: string) => {
    const { id, gaid } = await addUser(sandbox, amp, name);
    expect(await status(amp.delete(`/registered_users/${id}/delete`))).toBe(204);
    const add = () => amp.post("/registered_users/add", { name, is_company: false, GAID: gaid });
    return { gaid, add };
  };

  it("off: another user can have it; on: it was already created", async () => {
    expect((await (await readd("Clara Lindqvist")).add()).status).toBe(201);
    await turn(sandbox, { keepDeletedGaids: true });
    const { gaid, add } = await readd("Dario Conti");
    expect((await add()).body.GAID[0]).toContain("GAID was already created");
    expect(await status(amp.get(`/gaids/${gaid}/registered_user`))).toBe(404);
    await turn(sandbox, { keepDeletedGaids: false });
    expect((await add()).status).toBe(201);
  });
});

describe("randomEmptyAnswers", () => {
  const bodies = async (uuid: string, calls: number) => {
    const seen = new Set<string>();
    for (let call = 0; call < calls; call += 1) {
      const response = await fetch(`${sandbox.url}/api/assets/${uuid}/memo/set`, {
        method: "POST",
        headers: { authorization: `token ${amp.token}`, "content-type": "application/json" },
        body: '"Board approval"',
      });
      expect(response.status).toBe(200);
      seen.add(await response.text());
    }
    return seen;
  };

  it("off: such a body is empty; on: empty, {} or other JSON, and what is read stays the same", async () => {
    const { asset_uuid: uuid } = await issue(sandbox, amp);
    expect([...(await bodies(uuid, 5))]).toEqual([""]);
    await turn(sandbox, { randomEmptyAnswers: true });
    const seen = await bodies(uuid, 80);
    expect([...seen]).toEqual(expect.arrayContaining(["", "{}"]));
    expect(seen.size).toBeGreaterThan(2);
    expect((await amp.get(`/assets/${uuid}/memo`)).body).toBe("Board approval");
    expect(await amp.delete(`/assets/${uuid}/delete`)).toEqual({ status: 204, body: undefined });
  });
});

describe("oneManager", () => {
  it("off: several managers; on: a second one is refused", async () => {
    const create = (username: string) =>
      amp.post("/managers/create", { username, password: "a-long-secret" });
    expect(await status(create("second-desk"))).toBe(201);
    await turn(sandbox, { oneManager: true });
    const refused = await create("third-desk");
    expect([refused.status, refused.body.Error]).toEqual([400, expect.stringContaining("only one")]);
    expect((await amp.get("/managers")).body).toHaveLength(2);
  });
});

describe("managersOwnToken", () => {
  it("off: 403; on: a manager changes its password and its token, which ends the old one", async () => {
    const { id } = (await amp.post("/managers/create", { username: "kyc", password: "first-secret" })).body;
    await amp.put(`/managers/${id}/unlock`);
    const login = (password: string) =>
      new AmpCaller(sandbox).post("/user/obtain_token", { username: "kyc", password });
    const first = new AmpCaller(sandbox, (await login("first-secret")).body.token);
    const change = () => first.post("/user/change-password", { password: "second-secret" });
    expect([await status(change()), await status(first.get("/user/refresh-token"))]).toEqual([403, 403]);
    await turn(sandbox, { managersOwnToken: true });
    const changed = await change();
    expect(changed.body).toMatchObject({ username: "kyc", password: "second-secret" });
    expect(await status(first.get("/managers/me"))).toBe(401);
    const second = new AmpCaller(sandbox, (await login("second-secret")).body.token);
    expect(second.token).toBe(changed.body.token);
    const { token } = (await second.post("/user/refresh-token")).body;
    expect(await status(second.get("/managers/me"))).toBe(401);
    expect(await status(new AmpCaller(sandbox, token).get("/managers/me"))).toBe(200);
  });
});

describe("managerCategoryPaths", () => {
  it("off: 404; on: a manager puts users into categories and takes them out", async () => {
    const { id } = await addUser(sandbox, amp, "Elena Petrova");
    const [first, second] = [
      (await amp.post("/categories/add", { name: "First" })).body.id,
      (await amp.post("/categories/add", { name: "Second" })).body.id,
    ];
    const path = `/registered_users/${id}/categories`;
    expect(await status(manager.put(`${path}/add`, [first]))).toBe(404);
    await turn(sandbox, { managerCategoryPaths: true });
    const added = await manager.put(`${path}/add`, { categories: [first, second] });
    expect(added).toMatchObject({ status: 200, body: { id, categories: [first, second] } });
    expect((await manager.put(`${path}/add`, [first])).body.Error).toContain("already");
    expect((await manager.put(`${path}/delete`, [first])).body.categories).toEqual([second]);
    expect((await manager.put(`${path}/delete`, [first])).status).toBe(400);
    expect((await manager.put(`${path}/add`, [999_999])).body).toHaveProperty("categories");
    expect(await status(manager.put(`${path}/add`, "first"))).toBe(400);
    expect(await status(manager.post(`${path}/add`, [first]))).toBe(405);
  });
});

describe("olderPaths", () => {
  it("off: 404; on: investors are registered users", async () => {
    const { id, gaid } = await addUser(sandbox, amp, "Farid Haddad");
    const { id: category } = (await amp.post("/categories/add", { name: "Older" })).body;
    const reads = ["/investors", `/investors/${id}`, `/investors/${id}/gaids`, `/gaids/${gaid}/investor`];
    for (const path of reads) expect(await status(amp.get(path)), path).toBe(404);
    await turn(sandbox, { olderPaths: true });
    for (const path of reads) {
      const today = path.replace("/investors", "/registered_users").replace("/investor", "/registered_user");
      expect(await amp.get(path), path).toEqual(await amp.get(today));
    }
    const joined = await amp.put(`/categories/${category}/investors/${id}/add`);
    expect(joined.body).toMatchObject({ registered_users: [id], investors: [id] });
    expect(await status(manager.put(`/categories/${category}/investors/${id}/remove`))).toBe(403);
    expect(await status(amp.post("/investors/add", { name: "Grace", is_company: false }))).toBe(201);
  });
});

describe("olderFields", () => {
  it("off: today's names alone; on: assets say both", async () => {
    const { asset_uuid: uuid } = await issue(sandbox, amp, { restricted: false });
    const endpoint = "https://issuer.example/authorize";
    await amp.put(`/assets/${uuid}/edit`, { issuer_authorization_endpoint: endpoint });
    const older = { investors_restricted: false, authorizer_endpoint: endpoint };
    expect((await amp.get(`/assets/${uuid}`)).body).not.toHaveProperty("investors_restricted");
    await turn(sandbox, { olderFields: true });
    expect((await amp.get(`/assets/${uuid}`)).body).toMatchObject({ ...older, transfer_restricted: false });
    expect((await amp.get("/assets/")).body).toContainEqual(expect.objectContaining(older));
    expect((await amp.get("/info")).body).toEqual({ version: "0.1.13", notes: "sandbox" });
  });
});

describe("acceptAnyGaid", () => {
  it("off: only the sandbox's wallets; on: every well-formed GAID, which can then be paid", async () => {
    const validate = async (gaid: string) => (await amp.get(`/gaids/${gaid}/validate`)).body;
    expect(await validate(STRANGE_GAID)).toEqual({ is_valid: false, error: "Invalid GAID" });
    expect(await validate(await newGaid(sandbox))).toEqual({ is_valid: true });
    await turn(sandbox, { acceptAnyGaid: true });
    expect(await validate(STRANGE_GAID)).toEqual({ is_valid: true });
    expect(await validate("INVALIDZZ6SqZZvEpAeVz9QmfHqhh")).toMatchObject({ is_valid: false });
    const user = { name: "Hanna Weiss", is_company: false, GAID: STRANGE_GAID };
    const { id } = (await amp.post("/registered_users/add", user)).body;
    const uuid = await authorizedAsset("Fund for Strangers");
    await assign(amp, uuid, id, 7);
    await distribute(sandbox, amp, uuid);
    expect((await amp.get(`/gaids/${STRANGE_GAID}/balance/${uuid}`)).body.balance).toBe(7);
  });
});
