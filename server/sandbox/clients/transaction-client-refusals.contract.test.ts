import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parseExactJson } from "@/lib/exact-json";
import type { Wire } from "@/server/platform/testing";
import { sendOrder, turn } from "../amp/testing";
import { edited, loads } from "./testing-python";
import { send } from "./testing-wire";
import { type IssuerWorld, openWithAsset } from "./testing-world";

/** The official transaction client, version 2: when it refuses to begin. */

let world: IssuerWorld;
let asset: Wire;
let user: { id: number; gaid: string };

beforeAll(async () => {
  ({ world, user, asset } = await openWithAsset());
});
afterAll(() => world?.stop());

describe("the official script refuses", () => {
  let file: string;
  let start: number;

  beforeEach(async () => {
    file = await world.burnFile(asset, 3);
    start = await world.newestCall();
  });

  const spends = ["sendmany", "reissueasset", "destroyamount"];
  const sent = async () => (await world.callsSince(start)).filter(({ method }) => spends.includes(method));
  const loggedIn = async () =>
    (await world.callsSince(start)).some(({ path }) => path.endsWith("obtain_token"));

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
    const txid = await sendOrder(world.sandbox, parseExactJson(order) as Wire);
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
