import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Wire } from "@/server/platform/testing";
import { turn } from "../amp/testing";
import { dumps, loads } from "./testing-python";
import { send } from "./testing-wire";
import { IssuerWorld } from "./testing-world";

/** The official transaction client, version 2: its walks, and when it refuses to begin. */

let world: IssuerWorld;
let asset: Wire;
let user: { id: number; gaid: string };

beforeAll(async () => {
  world = await IssuerWorld.open();
  user = await world.user("Alice Ames");
  asset = await world.asset();
});
afterAll(() => world?.stop());

const edited = (file: string, change: (order: Wire) => void) => {
  const order = loads(file);
  change(order);
  return dumps(order);
};

async function callsSince(id: number) {
  const { body } = await world.control.get(`/calls?after=${id}`);
  return body as { id: number; surface: string; method: string; path: string; status: number }[];
}
const newestCall = async () => (await world.control.get("/calls?order=newest&limit=1")).body[0].id as number;

describe("the official script", () => {
  it("distributes, waiting for two confirmations, and AMP shows the distribution", async () => {
    const before = await world.books(asset);
    const file = await world.distributionFile(asset, user, 250_000, 1, 100_000_000 / 16);
    const { distribution_uuid: uuid, base_url: base } = loads(file);
    expect(base).toBe(`${world.api}/{}`);
    expect(file).toMatch(/:0?\.?0*1e-8|0\.00000001/i);
    const start = await newestCall();
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
    expect((await callsSince(start)).map((call) => `${call.method} ${call.path} ${call.status}`)).toEqual([
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

describe("the official script refuses", () => {
  let file: string;
  let start: number;

  beforeEach(async () => {
    file = await world.burnFile(asset, 3);
    start = await newestCall();
  });

  const spends = ["sendmany", "reissueasset", "destroyamount"];
  const sent = async () => (await callsSince(start)).filter(({ method }) => spends.includes(method));
  const loggedIn = async () => (await callsSince(start)).some(({ path }) => path.endsWith("obtain_token"));

  it("the file of another sub-command", async () => {
    await expect(world.client().distribute(file)).rejects.toThrow("wrong type of file");
    await expect(world.client().reissue(file)).rejects.toThrow("wrong type of file");
    expect(await loggedIn()).toBe(false);
  });

  it("a file for older scripts or for none, but not one for newer ones", async () => {
    const name = "min_supported_client_script_version";
    const older = edited(file, (order) => {
      order[name] = 1;
    });
    const unversioned = edited(file, (order) => {
      delete order[name];
    });
    for (const bad of [older, unversioned]) {
      await expect(world.client().burn(bad)).rejects.toThrow("too old");
    }
    expect(await loggedIn()).toBe(false);
    const newer = edited(file, (order) => {
      order[name] = 3;
    });
    await world.client().burn(newer);
  });

  it("a wrong password, with the order still open", async () => {
    await expect(world.client({ password: "wrong" }).burn(file)).rejects.toThrow("login was refused");
    await world.client().burn(file);
  });

  it("an order whose coins the node does not have", async () => {
    const stale = edited(file, (order) => order.utxos.push({ txid: "cd".repeat(32), vout: 0 }));
    await expect(world.client().burn(stale)).rejects.toThrow("Missing UTXO");
    expect(await sent()).toEqual([]);
  });

  it("an order whose coin was spent meanwhile, also while the change has no confirmation", async () => {
    const order = await world.distributionFile(asset, user, 20);
    const { map_address_amount: amounts, map_address_asset: assets } = loads(order);
    const decimals = Object.fromEntries(Object.entries(amounts).map(([to, amount]) => [to, Number(amount)]));
    const txid = await world.node("sendmany", "", decimals, 0, "", [], false, 1, "UNSET", assets);
    await expect(world.client().burn(file)).rejects.toThrow("Missing UTXO");
    await world.mine(2);
    await expect(world.client().burn(file)).rejects.toThrow("Missing UTXO");
    await world.client().distribute(order, { useExisting: txid });
  });

  it("a burn of more than the wallet has", async () => {
    const other = await world.asset({ tokens: 0, amount: 500 });
    const huge = edited(await world.burnFile(other, 500), (order) => {
      order.amount = loads("0.00000501");
    });
    await expect(world.client().burn(huge)).rejects.toThrow("Not enough of the asset");
    expect(await sent()).toEqual([]);
  });

  it("an asset with lost outputs, before anything is sent", async () => {
    const broken = await world.asset();
    const orders = [await world.burnFile(broken, 5), await world.reissueFile(broken, 5)];
    await world.control.do("/wallets/outside", {
      wallet: "treasury",
      asset_uuid: broken.asset_uuid,
      amount: 11,
    });
    const [burn = "", reissue = ""] = orders;
    await expect(world.client().burn(burn)).rejects.toThrow("lost outputs");
    await expect(world.client().reissue(reissue)).rejects.toThrow("lost outputs");
    await expect(world.client().burn(burn, { useExisting: "ab".repeat(32) })).rejects.toThrow("lost outputs");
    expect(await sent()).toEqual([]);
  });

  it("a distribution that is confirmed already or was cancelled", async () => {
    const done = await world.distributionFile(asset, user, 30);
    await world.client().distribute(done);
    await expect(world.client().distribute(done)).rejects.toThrow("already confirmed");
    const gone = await world.distributionFile(asset, user, 31);
    const path = `/assets/${asset.asset_uuid}/distributions/${loads(gone).distribution_uuid}/cancel`;
    expect((await world.issuer.delete(path)).status).toBe(200);
    await expect(world.client().distribute(gone)).rejects.toThrow("No assignment");
  });

  it("a node with wrong credentials", async () => {
    const nodeUrl = world.nodeUrl("treasury").replace("rpcpass", "wrong");
    await expect(world.client({ nodeUrl }).burn(file)).rejects.toThrow("The node answered 401.");
  });

  it("a new node, which takes a request without an id for a notification", async () => {
    await turn(world.sandbox, { newNode: true });
    try {
      await expect(world.client().burn(file)).rejects.toThrow("The node answered 204.");
    } finally {
      await turn(world.sandbox, { newNode: false });
    }
  });

  it("a node that is still catching up", async () => {
    const node = await startCatchingUp(world.nodeUrl("treasury"));
    try {
      await expect(world.client({ nodeUrl: node.url }).burn(file)).rejects.toThrow("not fully synchronized");
      expect(await loggedIn()).toBe(false);
    } finally {
      await node.stop();
    }
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
    const start = await newestCall();
    await expect(client.distribute(file)).rejects.toThrow("Unlock the wallet first.");
    const refused = { method: "signmessage", status: 500 };
    expect((await callsSince(start)).at(-1)).toMatchObject(refused);
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

/** Hands every call on to the node and tells of a chain that is not complete yet. */
async function startCatchingUp(nodeUrl: string) {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { status, text } = await send({ method: "POST", url: nodeUrl, body });
    const late = text.replace(/"verificationprogress":[\d.]+/, '"verificationprogress":0.998999');
    response.writeHead(status, { "content-type": "application/json" }).end(late);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
