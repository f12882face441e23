import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { UnspentKey } from "@/lib/contracts/elements";
import type { Actor } from "@/lib/domain/actor";
import { unconfidentialAddress } from "@/lib/domain/liquid-address";
import { findActor } from "@/server/auth/store";
import { nodeUrl } from "@/server/db/testing";
import { createNodeClient } from "@/server/elements/rpc";
import { newAddress } from "@/server/elements/wallet";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { control, type IssuerService, startIssuerService } from "@/server/sandbox/green/testing";
import {
  approve,
  askedOfAmp,
  expectDoneOnce,
  type ReadyAsset,
  readyAsset,
  toAmp,
  toNode,
  work,
} from "@/server/treasury/testing";
import { sharedBench } from "@/server/treasury/testing-bench";
import { addTreasuryAddresses } from "./asset-addresses";
import { signIn } from "./sign-in";
import { readForeignOutputs } from "./treasury-approvals";

const bench = sharedBench();
/** Approves whatever it is asked about. */
let endpoint: IssuerService;
let asset: ReadyAsset;

beforeAll(async () => {
  endpoint = await startIssuerService();
  await callNode(bench.sandbox, "createwallet", ["elsewhere"]);
});
afterAll(() => endpoint?.stop());
/** Distributed to its holders, with an endpoint that lets everything go. */
beforeEach(async () => {
  asset = await readyAsset(bench);
  const operationId = await approve(bench.actor, asset.uuid);
  await work();
  await expectDoneOnce(bench, asset, operationId);
  await bench.amp.put(`/assets/${asset.uuid}/edit`, { issuer_authorization_endpoint: endpoint.url });
});

const look = () => readForeignOutputs(bench.actor, asset.uuid);

/** Of another wallet of the same node. */
const foreignAddress = () =>
  newAddress(createNodeClient(nodeUrl(bench.sandbox.url).replace(/treasury$/, "elsewhere"), 10_000));

async function send(to: string, amount: number): Promise<string> {
  const wish = { from: asset.holders[0]?.gaid, to, asset_uuid: asset.uuid, amount };
  const { status, body } = await control(bench.sandbox, "POST", "/wallets/send", wish);
  expect([status, body.approved]).toEqual([200, true]);
  await mine(bench.sandbox, 2);
  return body.txid;
}

describe("treasury by approval", () => {
  it("is none while everything lies in the node's wallet, locked coins too", async () => {
    const none = { outputs: [], looked: 0, outside: 0, problem: null };
    expect(await look()).toMatchObject(none);
    const coins = (await bench.node.call("listunspent", [0], z.array(UnspentKey))).filter(
      (coin) => coin.asset === asset.assetId,
    );
    const places = coins.map(({ txid, vout }) => ({ txid, vout }));
    await callNode(bench.sandbox, "lockunspent", [false, places]);
    expect(await look()).toMatchObject({ outputs: [], looked: places.length, outside: places.length });
    await callNode(bench.sandbox, "lockunspent", [true, places]);
  });

  it("lists what an endpoint let go to a plain address, and where it was sent back to the node it does not", async () => {
    const own: string = await callNode(bench.sandbox, "getnewaddress");
    await send(own, 7);
    expect((await look()).outputs).toEqual([]);
    const [approved, told] = [await foreignAddress(), await foreignAddress()];
    await addTreasuryAddresses(bench.actor, { assetUuid: asset.uuid, addresses: told, acceptForeign: true });
    const first = await send(approved, 30);
    const second = await send(told, 20);
    const { outputs, looked, outside } = await look();
    const since = { at: expect.any(Date), height: expect.any(Number) };
    expect(outputs).toEqual([
      {
        ...{ txid: first, vout: expect.any(Number), address: unconfidentialAddress(approved) },
        ...{ amountSats: 30n, isToken: false, isListed: false, since },
      },
      expect.objectContaining({ txid: second, amountSats: 20n, isListed: true }),
    ]);
    expect([looked, outside]).toEqual([2, 2]);
    const { body } = await bench.amp.get(`/assets/${asset.uuid}/txs/${first}`);
    expect(outputs?.[0]?.since?.height).toBe(body.blockheight);
  });

  it("is not known while the node is away, and AMP's failure is AMP's", async () => {
    bench.proxy.fail(toNode("listunspent"), "bad-gateway", 9);
    expect(await look()).toMatchObject({ outputs: null, problem: expect.any(String) });
    bench.proxy.heal();
    await send(await foreignAddress(), 5);
    bench.proxy.fail(toNode("getaddressinfo"), "bad-gateway", 9);
    expect(await look()).toMatchObject({ outputs: null, problem: expect.any(String) });
    bench.proxy.heal();
    bench.proxy.fail(toAmp("/utxos"), "bad-gateway", 9);
    await expect(look()).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("is the issuer's alone to see", async () => {
    const account = { username: "manager", password: "manager-password" };
    const session = await signIn({ environment: "sandbox", method: "password", ...account });
    const manager = (await findActor(session)) as Actor;
    const before = await askedOfAmp(bench, asset.uuid, "utxos");
    await expect(readForeignOutputs(manager, asset.uuid)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await askedOfAmp(bench, asset.uuid, "utxos")).toBe(before);
  });
});
