import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { z } from "zod";
import type { Actor } from "@/lib/domain/actor";
import { isFinal, walletTag } from "@/lib/domain/operation";
import { printUnits } from "@/lib/domain/units";
import { openTestDesk } from "@/server/db/testing";
import type { NodeClient } from "@/server/elements/rpc";
import { type FaultyProxy, type Matcher, startFaultyProxy } from "@/server/platform/testing";
import { operationOf, signInAtDesk, work } from "@/server/treasury/testing";
import { listAlerts, listWatched } from "@/server/watch/store";
import { lookNow } from "@/server/watch/watch";
import { type AmpCaller, addUser, assign, signIn } from "../amp/testing";
import { startTestSandbox, type TestSandbox } from "../testing";
import { clientOf, type OutsideNode, openWallets, urlOf, type Wallets } from "./testing";

/** A desk whose treasury is a wallet of an Elements node outside, AMP following that node, a proxy between desk and node. */
export interface NodeBench {
  outside: OutsideNode;
  wallets: Wallets;
  sandbox: TestSandbox;
  proxy: FaultyProxy;
  actor: Actor;
  amp: AmpCaller;
  /** The issuer's wallet, past the proxy. */
  node: NodeClient;
  /** In both directions of the order in which they were opened; what fails is told after everything was tried. */
  close(): Promise<void>;
}

export async function openNodeBench(outside: OutsideNode): Promise<NodeBench> {
  const closing: (() => Promise<void>)[] = [outside.close];
  const close = async () => {
    const failures: unknown[] = [];
    for (const end of closing.splice(0).reverse()) await end().catch((error) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  try {
    const wallets = await openWallets(outside);
    closing.push(wallets.close);
    const follows = { ...outside.address, wallet: wallets.amp };
    const sandbox = await startTestSandbox({ network: "regtest", follows });
    closing.push(sandbox.stop);
    const { origin, pathname } = new URL(outside.address.url);
    const proxy = await startFaultyProxy(origin);
    closing.push(proxy.stop);
    const proxied = { ...outside.address, url: `${proxy.url}${pathname}`.replace(/\/$/, "") };
    const desk = await openTestDesk({
      AMP_SANDBOX_URL: `${sandbox.url}/api`,
      AMP_SANDBOX_NODE_URL: urlOf(proxied, wallets.issuer),
      AMP_SANDBOX_NODE_ACCOUNT: "issuer",
      AMP_SANDBOX_NETWORK: "regtest",
      TREASURY_BATCH_SIZE: "1",
      WATCH_SECONDS: "0",
    });
    closing.push(desk.close);
    const [actor, amp] = [await signInAtDesk(), await signIn(sandbox, "issuer")];
    return {
      outside,
      wallets,
      sandbox,
      proxy,
      actor,
      amp,
      close,
      node: clientOf(outside.address, wallets.issuer),
    };
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
}

export const toMethod =
  (name: string): Matcher =>
  ({ body }) =>
    body !== "" && JSON.parse(body).method === name;

const address = ({ node }: NodeBench) => node.call("getnewaddress", [], z.string());

export interface NodeAsset {
  uuid: string;
  assetId: string;
  tokenId: string;
  /** The issuance. */
  txid: string;
  holders: { id: number; gaid: string }[];
}

/** Issued by AMP to the treasury, authorised, with two registered users. */
export async function newAsset(bench: NodeBench): Promise<NodeAsset> {
  const { amp, sandbox, wallets } = bench;
  const { status, body } = await amp.post("/assets/issue", {
    name: "Harbour Bond",
    amount: ISSUED,
    destination_address: await address(bench),
    transfer_restricted: false,
    is_reissuable: true,
    reissuance_amount: 1,
    reissuance_address: await address(bench),
  });
  expect([status, body]).toEqual([201, expect.anything()]);
  await wallets.mine(3);
  const uuid: string = body.asset_uuid;
  expect((await amp.get(`/assets/${uuid}/register-authorized`)).status).toBe(200);
  const holders = [await addUser(sandbox, amp, `Anna ${uuid}`), await addUser(sandbox, amp, `Ben ${uuid}`)];
  return { uuid, assetId: body.asset_id, tokenId: body.reissuance_token_id, txid: body.txid, holders };
}

type Blinders = Record<string, [asset: string, amount: string]>;

const AmpOutputs = z.array(
  z.object({ vout: z.int(), asset_blinder: z.string(), amount_blinder: z.string() }),
);

/** Of the outputs of the issuance, by their place: as AMP knows them. */
export async function blindersAtAmp({ amp }: NodeBench, { uuid, txid }: NodeAsset): Promise<Blinders> {
  const { body } = await amp.get(`/assets/${uuid}/txs/${txid}`);
  const outputs = AmpOutputs.parse(body.outputs);
  return Object.fromEntries(
    outputs.map(({ vout, asset_blinder, amount_blinder }) => [vout, [asset_blinder, amount_blinder]]),
  );
}

const Received = z.object({
  details: z.array(z.object({ vout: z.int(), assetblinder: z.string(), amountblinder: z.string() })),
});

/** As the issuer's wallet does. */
export async function blindersInWallet({ node }: NodeBench, { txid }: NodeAsset): Promise<Blinders> {
  const { details } = await node.call("gettransaction", [txid], Received);
  return Object.fromEntries(
    details.map(({ vout, assetblinder, amountblinder }) => [vout, [assetblinder, amountblinder]]),
  );
}

export const ISSUED = 10_000_000;

export async function assignEach({ amp }: NodeBench, { uuid, holders }: NodeAsset, amounts: number[]) {
  for (const [place, amount] of amounts.entries())
    expect((await assign(amp, uuid, holders[place]?.id ?? 0, amount)).status).toBe(200);
}

/** The chain grows until the operation is at its end. `step` takes one on, where no worker of its own does. */
export async function untilDone(
  { wallets }: NodeBench,
  operationId: string,
  step: () => Promise<void> = work,
): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    await step();
    const { state, problem } = await operationOf(operationId);
    if (isFinal(state)) return expect([state, problem]).toEqual(["done", null]);
    if (Date.now() > until) throw new Error(`It stays ${state}: ${problem?.message ?? "no problem"}.`);
    if (state === "sent") await wallets.mine(1);
  }
}

const PATIENCE_MS = 60_000;
const Listed = z.array(z.object({ txid: z.string(), comment: z.string().optional() }));

/** Ids of the wallet's transactions with the tag of a batch. */
export async function taggedTxids(
  { node }: NodeBench,
  operationId: string,
  batch: number,
): Promise<string[]> {
  const entries = await node.call("listtransactions", ["*", 1000], Listed);
  const tagged = entries.filter(({ comment }) => comment === walletTag(operationId, batch));
  return [...new Set(tagged.map(({ txid }) => txid))];
}

/** Who holds how much in AMP's eyes; null is the treasury. */
export async function ownersOf({ amp }: NodeBench, { uuid }: NodeAsset): Promise<Map<string | null, number>> {
  const { body } = await amp.get(`/assets/${uuid}/ownerships`);
  return new Map(body.map(({ GAID, amount }: { GAID: string | null; amount: number }) => [GAID, amount]));
}

export async function expectNothingLost({ amp }: NodeBench, { uuid }: NodeAsset): Promise<void> {
  const { body } = await amp.get(`/assets/${uuid}/lost-outputs`);
  expect(body).toEqual({ lost_outputs: [], reissuance_lost_outputs: [] });
}

/** One round of the watch, whose second look comes at once. @returns the kinds of the asset's open alerts */
export async function alertsOf({ actor }: NodeBench, { uuid }: NodeAsset): Promise<string[]> {
  const { workspaceId } = actor;
  while (!(await lookNow(workspaceId, 1))) await sleep(10);
  const watched = (await listWatched(workspaceId)).find(({ assetUuid }) => assetUuid === uuid);
  expect(watched?.problem, "why the look could not see everything").toBeNull();
  const alerts = await listAlerts(workspaceId, { states: ["open"], limit: 50 });
  return alerts.filter(({ assetUuid }) => assetUuid === uuid).map(({ kind }) => kind);
}

/** Pays some of the asset to AMP's wallet, which no order asked for. RPC sendtoaddress */
export async function moveOutside(bench: NodeBench, { assetId }: NodeAsset, sats: bigint): Promise<void> {
  const { outside, wallets, node } = bench;
  const stranger = await clientOf(outside.address, wallets.amp).call("getnewaddress", [], z.string());
  const [comments, withoutFee, replaceable] = [["", ""], false, false];
  const params = [
    stranger,
    printUnits(sats, 8),
    ...comments,
    withoutFee,
    replaceable,
    1,
    "unset",
    false,
    assetId,
  ];
  await node.call("sendtoaddress", params, z.string());
}
