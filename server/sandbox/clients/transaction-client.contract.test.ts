import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Wire } from "@/server/platform/testing";
import { edited, loads } from "./testing-python";
import { type IssuerWorld, openWithAsset } from "./testing-world";

/** The official transaction client, version 2: its walks. */

let world: IssuerWorld;
let asset: Wire;
let user: { id: number; gaid: string };

beforeAll(async () => {
  ({ world, user, asset } = await openWithAsset());
});
afterAll(() => world?.stop());

describe("the official script", () => {
  it("distributes, waiting for two confirmations, and AMP shows the distribution", async () => {
    const before = await world.books(asset);
    const file = await world.distributionFile(asset, user, 250_000, 1, 100_000_000 / 16);
    const { distribution_uuid: uuid, base_url: base } = loads(file);
    expect(base).toBe(`${world.api}/{}`);
    expect(file).toMatch(/:0?\.?0*1e-8|0\.00000001/i);
    const start = await world.newestCall();
    const slept: number[] = [];
    const txid = await world
      .client({
        sleep: async (seconds) => {
          slept.push(seconds);
          if (seconds === 15) await world.mine(1);
        },
      })
      .distribute(file);
    expect(slept).toEqual([60, 15, 15]);
    const path = `/api/assets/${asset.asset_uuid}`;
    expect(
      (await world.callsSince(start)).map((call) => `${call.method} ${call.path} ${call.status}`),
    ).toEqual([
      "getnetworkinfo /elements/wallet/treasury 200",
      "getblockchaininfo /elements/wallet/treasury 200",
      "signmessage /elements/wallet/treasury 500",
      "POST /api/user/obtain_token 200",
      `GET ${path}/balance 200`,
      `GET ${path}/assignments 200`,
      "sendmany /elements/wallet/treasury 200",
      "gettransaction /elements/wallet/treasury 200",
      "gettransaction /elements/wallet/treasury 200",
      "gettransaction /elements/wallet/treasury 200",
      "listunspent /elements/wallet/treasury 200",
      `POST ${path}/distributions/${uuid}/confirm 200`,
    ]);
    const { body } = await world.issuer.get(`/assets/${asset.asset_uuid}/distributions/${uuid}`);
    expect(body).toMatchObject({ distribution_status: "CONFIRMED", transactions: [{ txid }] });
    const after = await world.books(asset);
    expect(after).toEqual({ ...before, distributed: before.distributed + 6_500_001 });
  });

  it("reissues a single sat, which Python writes as 1e-08", async () => {
    const before = await world.books(asset);
    const existing = await world.client().reissue(await world.reissueFile(asset, 1));
    const { body } = await world.issuer.get(`/assets/${asset.asset_uuid}/reissuances`);
    expect(existing.split(":")[0]).toBe(body.at(-1).txid);
    expect(body.at(-1).reissuance_amount).toBe(1);
    expect(await world.books(asset)).toEqual({
      ...before,
      reissued: before.reissued + 1,
      owned: before.owned + 1,
    });
  });

  it("reissues again with the token that came back from the reissuance before", async () => {
    const before = await world.books(asset);
    await world.client().reissue(await world.reissueFile(asset, 5_000_000));
    expect((await world.books(asset)).reissued).toBe(before.reissued + 5_000_000);
  });

  it("burns some, and then all that is left", async () => {
    const whole = await world.asset({ tokens: 0, amount: 30_000 });
    await world.client().burn(await world.burnFile(whole, 10_001));
    expect(await world.books(whole)).toMatchObject({ burned: 10_001, owned: 19_999, lost: [] });
    await world.client().burn(await world.burnFile(whole, 19_999));
    expect(await world.books(whole)).toMatchObject({ burned: 30_000, owned: 0, lost: [] });
  });

  it("works with a node URL without a wallet while the node has only one", async () => {
    const client = world.client({ nodeUrl: world.nodeUrl() });
    await client.distribute(await world.distributionFile(asset, user, 10));
    await client.burn(await world.burnFile(asset, 10));
  });

  it("fills in the blinders of an issuance once, and then finds none missing", async () => {
    const outputs = async () =>
      (await world.issuer.get(`/assets/${fresh.asset_uuid}/txs`)).body[0].outputs as Wire[];
    const fresh = await world.asset();
    const zeros = "0".repeat(64);
    expect((await outputs()).map((output) => output.asset_blinder)).toEqual([zeros, zeros]);
    await world.client().updateBlinders(fresh.asset_uuid, `${world.api}/{}`);
    for (const output of await outputs()) {
      expect(output.asset_blinder).not.toBe(zeros);
      expect(output.amount_blinder).not.toBe(zeros);
    }
    const again = world.client().updateBlinders(fresh.asset_uuid, `${world.api}/{}`);
    await expect(again).rejects.toThrow("All blinders are present.");
  });

  it("tries a node that cannot be reached again after ten seconds", async () => {
    await world.control.do("/faults", {
      surface: "node",
      target: "getnetworkinfo",
      kind: "drop",
      remaining: 4,
    });
    const slept: number[] = [];
    const sleep = async (seconds: number) => {
      slept.push(seconds);
      if (seconds === 15) await world.mine(1);
    };
    await world.client({ sleep }).burn(await world.burnFile(asset, 5));
    expect(slept).toEqual([10, 10, 10, 10, 60, 15, 15]);
  });
});

describe("with a split reissuance token", () => {
  const stranger = { txid: "ab".repeat(32), vout: 3 };

  it("refuses, unless told of the split, an order of which one token lies elsewhere", async () => {
    const split = edited(await world.reissueFile(asset, 7), (order) => order.reissuance_utxos.push(stranger));
    await expect(world.client().reissue(split)).rejects.toThrow("Missing UTXO");
    const before = await world.books(asset);
    await world.client().reissue(split, { haveSplitReissuanceToken: true });
    expect((await world.books(asset)).reissued).toBe(before.reissued + 7);
  });

  it("refuses an order of which no token is in the wallet, told of the split or not", async () => {
    const away = edited(await world.reissueFile(asset, 7), (order) => {
      order.reissuance_utxos = [stranger];
    });
    const run = world.client().reissue(away, { haveSplitReissuanceToken: true });
    await expect(run).rejects.toThrow("Missing UTXO");
  });
});

describe("a second wallet", () => {
  const passphrase = "correct horse";
  const vaultNode = () => world.wallet("vault");
  let locked: Wire;

  beforeAll(async () => {
    await world.node("createwallet", "vault", false, false, passphrase);
    await world.control.do("/fund", { wallet: "vault", amount: "0.01" });
    await world.mine(1);
    locked = await world.asset({ wallet: "vault", tokens: 2 });
  });

  it("is refused while it is locked, and serves the same file when it is open", async () => {
    const client = world.client({ nodeUrl: world.nodeUrl("vault") });
    const file = await world.distributionFile(locked, user, 77);
    const start = await world.newestCall();
    await expect(client.distribute(file)).rejects.toThrow("Unlock the wallet first.");
    const refused = { method: "signmessage", status: 500 };
    expect((await world.callsSince(start)).at(-1)).toMatchObject(refused);
    await vaultNode().call("walletpassphrase", [passphrase, 600]);
    await client.distribute(file);
    await client.reissue(await world.reissueFile(locked, 3));
    await client.burn(await world.burnFile(locked, 3));
    await client.updateBlinders(locked.asset_uuid, `${world.api}/{}`);
    expect(await world.books(locked)).toMatchObject({ distributed: 77, reissued: 3, burned: 3, lost: [] });
  });

  it("ends a run where the wallet is needed when the URL names none or an unknown one", async () => {
    const file = await world.burnFile(asset, 3);
    const run = (nodeUrl: string) => world.client({ nodeUrl }).burn(file);
    await expect(run(world.nodeUrl())).rejects.toThrow(/listunspent: .*-19/);
    await expect(run(world.nodeUrl("nobody"))).rejects.toThrow(/listunspent: .*-18/);
  });
});
