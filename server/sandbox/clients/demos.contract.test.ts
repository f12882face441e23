import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Wire } from "@/server/platform/testing";
import { turn } from "../amp/testing";
import { send } from "./testing-wire";
import { IssuerWorld } from "./testing-world";

/** Two third-party web sites of 2020 and 2021: a wine shop and a marketplace. */

let world: IssuerWorld;

beforeAll(async () => {
  world = await IssuerWorld.open();
});
afterAll(() => world?.stop());
afterEach(() => turn(world.sandbox, { olderPaths: false, olderFields: false }));

async function call(method: string, path: string, json?: unknown): Promise<Wire> {
  const headers: Record<string, string> = { authorization: `token ${world.issuer.token}` };
  const body = json === undefined ? {} : { body: JSON.stringify(json) };
  if (json !== undefined) headers["content-type"] = "application/json";
  const { status, text } = await send({ method, url: `${world.api}${path}`, headers, ...body });
  if (status >= 300) throw new Error(`${status} ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}

describe("the wine demo", () => {
  let wine: Wire;
  let category: number;
  let buyer: { id: number; gaid: string };
  const at = (rest = "") => `/assets/${wine.asset_uuid}${rest}`;

  const assign = (amount: number): Promise<Wire> =>
    call("POST", at("/assignments/create"), {
      assignments: [
        { registered_user: buyer.id, amount, vesting_timestamp: null, ready_for_distribution: true },
      ],
    });

  beforeAll(async () => {
    wine = await world.asset({ restricted: true });
    category = (await call("POST", "/categories/add", { name: "Wine lovers", description: "" })).id;
    await call("PUT", `/categories/${category}/assets/${wine.asset_uuid}/add`);
  });

  it("asks for the version and validates a visitor's GAID, showing the error of a bad one", async () => {
    expect((await call("GET", "/info")).version).toBeTypeOf("string");
    const { is_valid: isValid, error } = await call("GET", "/gaids/GA-no-such-wallet/validate");
    expect(isValid).toBe(false);
    expect(error).toMatch(/\S/);
  });

  it("registers the visitor, takes them into the category and reads who is in it", async () => {
    const { gaid } = await world.control.do("/wallets", {});
    const sent = { name: "A visitor", GAID: gaid, is_company: false };
    buyer = { ...(await call("POST", "/registered_users/add", sent)), gaid };
    await call("PUT", `/categories/${category}/registered_users/${buyer.id}/add`);
    expect((await call("GET", `/categories/${category}`)).registered_users).toEqual([buyer.id]);
  });

  it("assigns with a vesting time of null, which has vested, and deletes an assignment again", async () => {
    const [made] = await assign(6);
    expect(made).toMatchObject({ vesting_timestamp: null, vesting_datetime: null, has_vested: true });
    expect(made.investor).toBe(buyer.id);
    await call("DELETE", at(`/assignments/${made.id}/delete`));
    await assign(12);
    await world.client().distribute(await world.file("GET", at("/distributions/create/")));
  });

  it("shows its outputs by gaid and investor, and its balance by owner", async () => {
    const utxos: Wire[] = await call("GET", at("/utxos"));
    expect(utxos.find(({ gaid }) => gaid === buyer.gaid)).toMatchObject({
      ...{ investor: buyer.id, blacklisted: false, amount: 12 },
    });
    expect(utxos.find(({ investor }) => investor === null)).toMatchObject({ gaid: null });
    const { confirmed_balance: balance } = await call("GET", at("/balance"));
    expect(balance).toContainEqual({ owner: String(buyer.id), amount: 12, GAID: buyer.gaid });
  });

  it("shows activities by type, investor and GAID", async () => {
    await world.client().reissue(await world.reissueFile(wine, 3));
    await world.client().burn(await world.burnFile(wine, 2));
    const rows: Wire[] = await call("GET", at("/activities"));
    const types = rows.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(["issuance", "reissuance", "burn"]));
    const bought = rows.find(({ GAID }) => GAID === buyer.gaid);
    expect(bought).toMatchObject({ investor: buyer.id, amount: 12 });
  });

  it("posts what is to be blocked and what is not, one of the two lists always being empty", async () => {
    const utxos: Wire[] = await call("GET", at("/utxos"));
    const { txid, vout } = utxos.find(({ gaid }) => gaid === buyer.gaid);
    const post = async (blacklist: Wire[], whitelist: Wire[]) => {
      await call("POST", at("/utxos/blacklist"), blacklist);
      await call("POST", at("/utxos/whitelist"), whitelist);
      return (await call("GET", at("/utxos"))).filter((utxo: Wire) => utxo.blacklisted).length;
    };
    expect(await call("POST", at("/utxos/blacklist"), [])).toEqual([]);
    expect(await post([{ txid, vout }], [])).toBe(1);
    expect(await post([], [{ txid, vout }])).toBe(0);
  });

  it("takes the visitor out of the category, so that nothing more can be assigned", async () => {
    await call("PUT", `/categories/${category}/registered_users/${buyer.id}/remove`);
    await expect(assign(1)).rejects.toThrow("400");
  });

  it("finds its old names where the service still has them", async () => {
    await turn(world.sandbox, { olderPaths: true, olderFields: true });
    expect(await call("GET", at())).toMatchObject({
      ...{ investors_restricted: true, transfer_restricted: true, authorizer_endpoint: null },
    });
    const investors: Wire[] = await call("GET", "/investors");
    expect(investors.map(({ id }) => id)).toEqual([buyer.id]);
    expect(await call("GET", `/gaids/${buyer.gaid}/investor`)).toMatchObject({ id: buyer.id });
    const member = `/categories/${category}/investors/${buyer.id}`;
    expect((await call("PUT", `${member}/add`)).investors).toEqual([buyer.id]);
    expect((await call("PUT", `${member}/remove`)).investors).toEqual([]);
  });

  it("does not find them elsewhere", async () => {
    expect(await call("GET", at())).not.toHaveProperty("investors_restricted");
    await expect(call("GET", "/investors")).rejects.toThrow("404");
  });
});

describe("the marketplace demo", () => {
  it("issues with a name, an amount and an address alone: restricted, not reissuable, not to be registered", async () => {
    const sent = {
      name: "Marketplace item",
      amount: 100,
      destination_address: await world.node("getnewaddress"),
    };
    const issued = await call("POST", "/assets/issue", sent);
    expect(issued).toMatchObject({
      ...sent,
      ...{ transfer_restricted: true, is_confidential: false, is_reissuable: false, precision: 0 },
      ...{ domain: null, ticker: null, pubkey: null, reissuance_token_id: null, reissuance_vout: null },
    });
    await world.mine(3);
    await call("GET", `/assets/${issued.asset_uuid}/register-authorized`);
    await expect(call("GET", `/assets/${issued.asset_uuid}/register`)).rejects.toThrow("400");
  });

  it("registers a company without a wallet", async () => {
    const user = await call("POST", "/registered_users/add", { name: "Seller Ltd", is_company: true });
    expect(user).toMatchObject({ GAID: null, is_company: true });
  });
});
