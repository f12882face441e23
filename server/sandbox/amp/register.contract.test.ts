import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestSandbox, type TestSandbox } from "../testing";
import { type AmpCaller, issue, newGaid, signIn } from "./testing";

let sandbox: TestSandbox;
let amp: AmpCaller;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  amp = await signIn(sandbox, "issuer");
});

afterAll(() => sandbox.stop());

const add = (user: object) => amp.post("/registered_users/add", { is_company: false, ...user });

describe("registered users", () => {
  it("are added with a GAID that becomes the default, edited by name and deleted", async () => {
    const gaid = await newGaid(sandbox);
    const added = await add({ name: "Alice Ames", GAID: gaid });
    expect(added).toMatchObject({ status: 201, body: { GAID: gaid, categories: [], is_company: false } });
    const path = `/registered_users/${added.body.id}`;
    expect((await amp.put(`${path}/edit`, { name: "Alice Arnold" })).body.name).toBe("Alice Arnold");
    expect((await amp.get(`/gaids/${gaid}/registered_user`)).body.name).toBe("Alice Arnold");
    expect((await amp.delete(`${path}/delete`)).status).toBe(204);
    expect((await amp.get(path)).status).toBe(404);
    expect((await add({ name: "Alice Again", GAID: gaid })).status).toBe(201);
  });

  it("are refused with an invalid GAID, another user's GAID or a name that is taken", async () => {
    const gaid = await newGaid(sandbox);
    await add({ name: "Bernard Okafor", GAID: gaid });
    const unknown = "GA2pcpx9Yw1cDMGiSENKd81TiqD3DN";
    for (const bad of [unknown, "INVALIDZZ6SqZZvEpAeVz9QmfHqhh"])
      expect(await add({ name: "Clara Lindqvist", GAID: bad })).toEqual({
        status: 400,
        body: { GAID: ["Invalid GAID"] },
      });
    const taken = await add({ name: "Clara Lindqvist", GAID: gaid });
    expect(taken.body.GAID[0]).toContain("GAID was already created");
    expect((await add({ name: "Bernard Okafor" })).body).toHaveProperty("name");
    expect((await add({ name: "" })).body).toEqual({ name: ["This field may not be blank."] });
    expect((await amp.post("/registered_users/add", { name: "No flag" })).body).toEqual({
      is_company: ["This field is required."],
    });
  });

  it("carry several GAIDs and change the default among their own", async () => {
    const [first, second] = [await newGaid(sandbox), await newGaid(sandbox)];
    const { id } = (await add({ name: "Dario Conti" })).body;
    const path = `/registered_users/${id}`;
    expect((await amp.post(`${path}/gaids/add`, first)).status).toBe(200);
    expect((await amp.post(`${path}/gaids/add`, second)).status).toBe(200);
    expect((await amp.post(`${path}/gaids/add`, second)).status).toBe(400);
    expect((await amp.get(`${path}/gaids`)).body).toEqual([first, second]);
    expect((await amp.get(path)).body.GAID).toBe(first);
    await amp.post(`${path}/gaids/set-default`, second);
    expect((await amp.get(path)).body.GAID).toBe(second);
    const foreign = await amp.post(`${path}/gaids/set-default`, await newGaid(sandbox));
    expect(foreign.body.Error).toContain("does not belong");
  });
});

describe("GAIDs", () => {
  it("are validated with 200 either way", async () => {
    const gaid = await newGaid(sandbox);
    expect((await amp.get(`/gaids/${gaid}/validate`)).body).toEqual({ is_valid: true });
    expect(await amp.get("/gaids/nonsense/validate")).toEqual({
      status: 200,
      body: { is_valid: false, error: "Invalid GAID" },
    });
  });

  it("hand out a fresh address on each call", async () => {
    const gaid = await newGaid(sandbox);
    const [first, second] = [
      await amp.get(`/gaids/${gaid}/address`),
      await amp.get(`/gaids/${gaid}/address`),
    ];
    expect(first.body.address).toMatch(/^vj/);
    expect(second.body.address).not.toBe(first.body.address);
    expect((await amp.get("/gaids/nonsense/address")).body.address).toBe("");
    expect((await amp.get(`/gaids/${gaid}/registered_user`)).status).toBe(404);
  });

  it("show the balances of a wallet that exists, zeros included, and 404 for one that does not", async () => {
    const gaid = await newGaid(sandbox);
    const { asset_uuid: uuid, asset_id: assetId } = await issue(sandbox, amp);
    const nothing = { asset_uuid: uuid, asset_id: assetId, balance: 0 };
    expect((await amp.get(`/gaids/${gaid}/balance`)).body).toEqual([nothing]);
    expect((await amp.get(`/gaids/${gaid}/balance/${uuid}`)).body).toEqual(nothing);
    for (const unknown of ["GA2pcpx9Yw1cDMGiSENKd81TiqD3DN", "nonsense", "%20", "a%2Fb"])
      for (const part of ["balance", `balance/${uuid}`, "registered_user"])
        expect((await amp.get(`/gaids/${unknown}/${part}`)).status, unknown).toBe(404);
    expect((await amp.get("/gaids/a%2Fb/validate")).body.is_valid).toBe(false);
  });
});

describe("categories", () => {
  it("are added, edited and deleted, each name once", async () => {
    const added = await amp.post("/categories/add", { name: "Accredited", description: "" });
    expect(added).toMatchObject({ status: 201, body: { description: "", registered_users: [], assets: [] } });
    expect((await amp.post("/categories/add", { name: "Accredited" })).body).toEqual({
      name: ["A category with this name already exists."],
    });
    const path = `/categories/${added.body.id}`;
    const edited = await amp.put(`${path}/edit`, { name: "Accredited EU", description: "Level 2" });
    expect(edited.body).toMatchObject({ name: "Accredited EU", description: "Level 2" });
    expect((await amp.delete(`${path}/delete`)).status).toBe(204);
    expect((await amp.get(path)).status).toBe(404);
  });

  it("take a user once and let go only of a member", async () => {
    const { id } = (await add({ name: "Elena Petrova" })).body;
    const { id: categoryId } = (await amp.post("/categories/add", { name: "Residents" })).body;
    const path = `/categories/${categoryId}/registered_users/${id}`;
    expect((await amp.put(`${path}/add`)).body).toMatchObject({ registered_users: [id], investors: [id] });
    expect((await amp.put(`${path}/add`)).body.Error).toContain("already");
    expect((await amp.get(`/registered_users/${id}`)).body.categories).toEqual([categoryId]);
    expect((await amp.put(`${path}/remove`)).body.registered_users).toEqual([]);
    expect((await amp.put(`${path}/remove`)).status).toBe(400);
    expect((await amp.put(`/categories/${categoryId}/registered_users/999/add`)).status).toBe(404);
  });
});
