import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpointList } from "@/lib/contracts/amp/endpoints";
import { startTestSandbox, type TestSandbox } from "../testing";
import { type AmpCaller, addUser, assign, callNode, issue, mine, newGaid, signIn } from "./testing";

let sandbox: TestSandbox;
let amp: AmpCaller;
let destination: string;
let pubkey: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  amp = await signIn(sandbox, "issuer");
  destination = await callNode(sandbox, "getnewaddress");
  pubkey = (await callNode(sandbox, "getaddressinfo", [destination])).pubkey;
});

afterAll(() => sandbox.stop());

const request = (rest: object) =>
  amp.post("/assets/issue", {
    name: "Harbour Bond 2031",
    amount: 1000,
    destination_address: destination,
    ...rest,
  });
const trio = () => ({ domain: "example.com", ticker: "HB31", pubkey });

describe("an issuance is refused", () => {
  it.each([
    ["a name of 4 characters", { name: "Bond" }, "name"],
    ["a name of blanks", { name: "      " }, "name"],
    ["an amount of 0", { amount: 0 }, "amount"],
    ["an amount above the largest", { amount: 2_100_000_000_000_001 }, "amount"],
    ["an amount with a decimal", { amount: 1.5 }, "amount"],
    ["a precision of 9", { precision: 9 }, "precision"],
    ["an address of another network", { destination_address: "lq1qqf8" }, "destination_address"],
    ["a ticker without domain and pubkey", { ticker: "HB31" }, "domain"],
    ["reissuance without an address", { is_reissuable: true, reissuance_amount: 1 }, "reissuance_address"],
  ])("with %s", async (_, rest, field) => {
    const { status, body } = await request(rest);
    expect([status, Object.keys(body)]).toEqual([400, expect.arrayContaining([field])]);
  });

  it.each([
    ["a ticker of 2 letters", { ticker: "HB" }, "ticker"],
    ["a ticker of 6 letters", { ticker: "HB2031" }, "ticker"],
    ["a pubkey of the wrong length", { pubkey: "02ab" }, "pubkey"],
    ["a pubkey that is no point of the curve", { pubkey: `02${"0".repeat(63)}5` }, "pubkey"],
    ["a domain whose last label is a number", { domain: "example.12" }, "domain"],
    ["a domain with a scheme", { domain: "https://example.com" }, "domain"],
    ["a domain with www", { domain: "www.example.com" }, "domain"],
  ])("with %s", async (_, rest, field) => {
    const { status, body } = await request({ ...trio(), ...rest });
    expect([status, Object.keys(body)]).toEqual([400, [field]]);
  });

  it("to an unconfidential address or twice to the same one", async () => {
    const { unconfidential } = await callNode(sandbox, "getaddressinfo", [destination]);
    expect((await request({ destination_address: unconfidential })).body.destination_address[0]).toContain(
      "confidential",
    );
    const twice = { is_reissuable: true, reissuance_amount: 1, reissuance_address: destination };
    expect((await request(twice)).body.reissuance_address[0]).toContain("differ");
  });
});

/** An address that the Green side gave out for a holder's wallet. */
const holdersAddress = async () => (await amp.get(`/gaids/${await newGaid(sandbox)}/address`)).body.address;

describe("an asset", () => {
  it("is issued without a registration when domain, ticker and pubkey are empty together", async () => {
    const nothing = { domain: null, ticker: null, pubkey: null };
    const { status, body } = await request({ domain: "", ticker: "", pubkey: "" });
    expect([status, body]).toEqual([201, expect.objectContaining(nothing)]);
    expect((await request({ domain: "example.com", ticker: "", pubkey: "" })).status).toBe(400);
  });

  it.each(["domain", "ticker", "pubkey"])("is refused with a %s of null", async (field) => {
    expect(await request({ ...trio(), [field]: null })).toEqual({
      status: 400,
      body: { [field]: ["This field may not be null."] },
    });
  });

  it("is issued to the treasury, never to a holder's wallet", async () => {
    const address = await holdersAddress();
    expect((await request({ destination_address: address })).body).toEqual({
      destination_address: ["Invalid value: the address belongs to a GAID."],
    });
    const { asset_uuid: uuid } = await issue(sandbox, amp);
    const added = await amp.post(`/assets/${uuid}/treasury-addresses/add`, [address]);
    expect([added.status, added.body.Error]).toEqual([400, "Invalid value: the address belongs to a GAID."]);
  });

  it("takes all the addresses that are told at once or none of them", async () => {
    const { asset_uuid: uuid, destination_address: first } = await issue(sandbox, amp);
    const path = `/assets/${uuid}/treasury-addresses`;
    const more = await callNode(sandbox, "getnewaddress");
    expect((await amp.post(`${path}/add`, [more, more])).status).toBe(400);
    expect((await amp.post(`${path}/add`, [])).status).toBe(400);
    expect((await amp.post(`${path}/add`, { 0: more })).body).toEqual({
      non_field_errors: ["Expected a list of items."],
    });
    expect((await amp.get(path)).body).toEqual([first]);
  });

  it.each([
    ["https://issuer.example/issuerauthorizer", "without /issuerauthorizer"],
    ["https://issuer.example/issuerauthorizer/", "without /issuerauthorizer"],
    ["https://issuer.example/?tenant=1", "valid URL"],
    ["https://issuer.example/#x", "valid URL"],
    ["ftp://issuer.example", "valid URL"],
    [" https://issuer.example", "valid URL"],
    ["https:issuer.example", "valid URL"],
  ])("refuses the endpoint %s", async (endpoint, words) => {
    const { asset_uuid: uuid } = await issue(sandbox, amp);
    const { status, body } = await amp.put(`/assets/${uuid}/edit`, {
      issuer_authorization_endpoint: endpoint,
    });
    expect([status, body.issuer_authorization_endpoint[0]]).toEqual([400, expect.stringContaining(words)]);
  });

  it("keeps a memo of 64 KiB, not more, counted in bytes", async () => {
    const { asset_uuid: uuid } = await issue(sandbox, amp);
    const set = async (memo: string) => (await amp.post(`/assets/${uuid}/memo/set`, memo)).status;
    expect([await set("ä".repeat(32 * 1024)), await set("ä".repeat(32 * 1024 + 1))]).toEqual([200, 400]);
    expect((await amp.get(`/assets/${uuid}/memo`)).body).toHaveLength(32 * 1024);
  });

  it("commits to its registration and echoes the request", async () => {
    const { status, body } = await request({ ...trio(), precision: 2 });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ticker: "HB31",
      precision: 2,
      transfer_restricted: true,
      is_confidential: false,
    });
    const asset = (await amp.get(`/assets/${body.asset_uuid}`)).body;
    expect(asset).toMatchObject({ asset_id: body.asset_id, is_authorized: false, reissuance_token_id: null });
  });

  it("keeps a memo, an endpoint and treasury addresses", async () => {
    const { asset_uuid: uuid, destination_address: first } = await issue(sandbox, amp);
    const path = `/assets/${uuid}`;
    expect((await amp.get(`${path}/memo`)).body).toBe("");
    await amp.post(`${path}/memo/set`, "Board approval 2025-10");
    expect((await amp.get(`${path}/memo`)).body).toBe("Board approval 2025-10");
    const edit = (endpoint: unknown) => amp.put(`${path}/edit`, { issuer_authorization_endpoint: endpoint });
    expect((await edit("https://issuer.example")).body.issuer_authorization_endpoint).toBe(
      "https://issuer.example",
    );
    expect((await edit("issuer")).status).toBe(400);
    expect((await edit("")).body.issuer_authorization_endpoint).toBeNull();
    const more = await callNode(sandbox, "getnewaddress");
    expect((await amp.post(`${path}/treasury-addresses/add`, [more])).status).toBe(200);
    expect((await amp.get(`${path}/treasury-addresses`)).body).toEqual([first, more]);
    const again = await amp.post(`${path}/treasury-addresses/add`, [first]);
    expect(again.body.Error).toContain("already been added");
    expect((await amp.post(`${path}/treasury-addresses/add`, ["nonsense"])).body.Error).toContain(
      "Invalid value",
    );
    expect((await amp.delete(`${path}/treasury-addresses/delete`, [more, "nonsense"])).status).toBe(200);
    expect((await amp.get(`${path}/treasury-addresses`)).body).toEqual([first]);
  });

  it("disappears from every answer when it is deleted, and keeps nobody", async () => {
    const { asset_uuid: uuid } = await issue(sandbox, amp);
    await mine(sandbox, 2);
    const { id, gaid } = await addUser(sandbox, amp, "Alice Ames");
    const { id: category } = (await amp.post("/categories/add", { name: "Accredited" })).body;
    await assign(amp, uuid, id, 5);
    await amp.put(`/categories/${category}/assets/${uuid}/add`);
    expect((await amp.delete(`/registered_users/${id}/delete`)).body.Error).toContain("not distributed yet");
    expect((await amp.delete(`/assets/${uuid}/delete`)).status).toBe(204);
    for (const { method, path } of endpointList.filter((endpoint) => endpoint.path.includes("{assetUuid}"))) {
      const filled = path
        .replace("{assetUuid}", uuid)
        .replace("{categoryId}", category)
        .replace("{gaid}", gaid);
      const answer = await amp.send(method, filled.replace(/\{\w+Uuid\}/, uuid).replace(/\{\w+\}/g, "1"));
      expect(answer.status, `${method} ${path}`).toBe(404);
    }
    expect((await amp.get(`/categories/${category}`)).body.assets).toEqual([]);
    expect((await amp.delete(`/registered_users/${id}/delete`)).status).toBe(204);
    const { body } = await amp.get("/assets/");
    expect(body.some((asset: { asset_uuid: string }) => asset.asset_uuid === uuid)).toBe(false);
  });

  it("refuses a column, an order or a page number it does not know", async () => {
    const { asset_uuid: uuid } = await issue(sandbox, amp);
    for (const list of ["activities", "txs"]) {
      for (const column of ["colour", "constructor", "__proto__", ""])
        expect((await amp.get(`/assets/${uuid}/${list}?sortcolumn=${column}`)).body, column).toHaveProperty(
          "sortcolumn",
        );
      for (const query of ["start=-1", "count=1.5", "height_start=x", "height_stop=", "sortorder=up"])
        expect((await amp.get(`/assets/${uuid}/${list}?${query}`)).status, query).toBe(400);
    }
    expect((await amp.get(`/assets/${uuid}/ownerships?height=-1`)).status).toBe(400);
    expect((await amp.get(`/assets/${uuid}/assignments?distributed=perhaps`)).status).toBe(400);
    expect((await amp.get(`/assets/${uuid}/txs?start=-1`)).body).toEqual({
      start: ["A valid integer is required."],
    });
  });
});

describe("the blinders of an issuance", () => {
  it("are zeros until the issuer's node tells them", async () => {
    const { asset_uuid: uuid, txid, asset_vout: vout } = await issue(sandbox, amp);
    await mine(sandbox, 1);
    const shown = async () => (await amp.get(`/assets/${uuid}/txs/${txid}`)).body.outputs[0].amount_blinder;
    expect(await shown()).toBe("0".repeat(64));
    const { details } = await callNode(sandbox, "gettransaction", [txid]);
    const detail = details.find((entry: { vout: number }) => entry.vout === vout);
    const blinders = { asset_blinder: detail.assetblinder, amount_blinder: detail.amountblinder };
    const wrong = { txid, vout, ...blinders, amount_blinder: "1".repeat(64) };
    expect((await amp.post(`/assets/${uuid}/update-blinders`, wrong)).status).toBe(400);
    expect((await amp.post(`/assets/${uuid}/update-blinders`, { txid, vout, ...blinders })).status).toBe(200);
    expect(await shown()).toBe(detail.amountblinder);
  });
});
