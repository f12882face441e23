import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { JournalEntry } from "@/lib/domain/journal";
import { type OperationState, walletTag } from "@/lib/domain/operation";
import { findActor } from "@/server/auth/store";
import { pool } from "@/server/db/client";
import { nodeUrl, openTestDesk, sandboxEnv } from "@/server/db/testing";
import { createNodeClient, type NodeClient } from "@/server/elements/rpc";
import { said } from "@/server/platform/stored-words";
import { type FaultyProxy, type Matcher, startFaultyProxy } from "@/server/platform/testing";
import {
  type AmpCaller,
  callNode,
  issue,
  mine,
  newGaid,
  signIn as signInAtAmp,
} from "@/server/sandbox/amp/testing";
import { startTestSandbox, type TestSandbox } from "@/server/sandbox/testing";
import { previewDistribution, startDistribution } from "@/server/services/distributions";
import { signIn } from "@/server/services/sign-in";
import { runDueOperations } from "./runner";
import { findOperation, moveOperation, type Operation } from "./store";

/** A desk and its worker in front of a sandbox, with a proxy between them that breaks what a test tells it to. */
export interface Bench {
  sandbox: TestSandbox;
  proxy: FaultyProxy;
  /** The signed-in issuer. */
  actor: Actor;
  /** AMP and the node past the proxy. */
  amp: AmpCaller;
  node: NodeClient;
  close(): Promise<void>;
}

/** @param env over the desk's own, e.g. an address past the proxy */
export async function openBench(
  env: (sandboxUrl: string) => Record<string, string> = () => ({}),
): Promise<Bench> {
  const sandbox = await startTestSandbox();
  const proxy = await startFaultyProxy(sandbox.url);
  const desk = await openTestDesk({ ...sandboxEnv(proxy.url), ...env(sandbox.url) });
  return {
    sandbox,
    proxy,
    actor: await signInAtDesk(),
    amp: await signInAtAmp(sandbox, "issuer"),
    node: createNodeClient(nodeUrl(sandbox.url), 10_000),
    close: async () => {
      await desk.close();
      await proxy.stop();
      await sandbox.stop();
    },
  };
}

export async function signInAtDesk(): Promise<Actor> {
  const account = { username: "issuer", password: "issuer-password" };
  const actor = await findActor(await signIn({ environment: "sandbox", method: "password", ...account }));
  if (!actor) throw new Error("The session is not there.");
  return actor;
}

export interface ReadyAsset {
  uuid: string;
  assetId: string;
  holders: { id: number; gaid: string; amount: number }[];
}

const AMOUNTS = [250_000, 1];

/** An authorised asset with an assignment for each of as many registered users as there are amounts. */
export async function readyAsset({ sandbox, amp }: Bench, amounts = AMOUNTS): Promise<ReadyAsset> {
  const issued = await issue(sandbox, amp, { restricted: false });
  const uuid: string = issued.asset_uuid;
  await mine(sandbox, 3);
  await amp.get(`/assets/${uuid}/register-authorized`);
  const holders = [];
  for (const amount of amounts) holders.push({ ...(await addUser(sandbox, amp)), amount });
  for (const { id, amount } of holders) made(await assign(amp, uuid, id, amount));
  return { uuid, assetId: issued.asset_id, holders };
}

async function addUser(sandbox: TestSandbox, amp: AmpCaller): Promise<{ id: number; gaid: string }> {
  const gaid = await newGaid(sandbox);
  const user = { name: `Holder ${gaid.slice(-4)}`, is_company: false, GAID: gaid };
  return { id: made(await amp.post("/registered_users/add", user)).id, gaid };
}

export const assign = (amp: AmpCaller, uuid: string, registeredUser: number, amount: number) =>
  amp.post(`/assets/${uuid}/assignments/create`, {
    assignments: [{ registered_user: registeredUser, amount, ready_for_distribution: true }],
  });

/** What a test goes by must be there. */
function made({ status, body }: Awaited<ReturnType<AmpCaller["post"]>>) {
  if (status >= 300) throw new Error(`The sandbox answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** Approves what is ready, as a person does. @returns the operation's id */
export async function approve(actor: Actor, assetUuid: string): Promise<string> {
  const { intentHash } = await previewDistribution(actor, assetUuid);
  const { operationId } = await startDistribution(actor, { intentId: randomUUID(), assetUuid, intentHash });
  return operationId;
}

/** Between tests: what an earlier one left open must not hold up the wallet for the next. */
export async function forgetOperations(): Promise<void> {
  await pool().query("update operations set state = 'failed', next_run_at = null");
}

/** One round of the worker in which no operation has to wait for its time. */
export async function work(): Promise<void> {
  await pool().query("update operations set next_run_at = to_timestamp(0) where next_run_at is not null");
  await runDueOperations(1);
}

/** As a person reads it. */
export async function operationOf(operationId: string): Promise<Operation> {
  const operation = await findOperation(operationId);
  if (!operation) throw new Error("The operation is not there.");
  return said(operation);
}

/** Leaves the operation as a worker does that dies right after it wrote the intent of a step. */
export async function dieDuring(operationId: string, step: "order" | "send"): Promise<void> {
  const state: OperationState = step === "order" ? "ordering" : "sending";
  const entry: JournalEntry = { step, phase: "intent", detail: {} };
  const operation = await operationOf(operationId);
  const facts = step === "order" ? { facts: { ...operation.facts, askedAt: new Date() } } : {};
  await moveOperation(operation, { state, ...facts, nextRunAt: new Date(0) }, entry);
}

const rpcMethod = ({ path, body }: { path: string; body: string }): string | null =>
  path.startsWith("/elements") ? (JSON.parse(body).method ?? null) : null;

/** Requests to the node: all of them, or one RPC method. */
export const toNode =
  (method?: string): Matcher =>
  (request) =>
    method === undefined ? request.path.startsWith("/elements") : rpcMethod(request) === method;

/** Requests to AMP whose path contains `part`. */
export const toAmp =
  (part: string): Matcher =>
  ({ path }) =>
    path.startsWith("/api") && path.includes(part);

/** The parameters of every `sendmany` that reached the proxy for this operation. */
export function sendsOf({ proxy }: Bench, operationId: string, batch = 0): unknown[][] {
  const calls = proxy.seen.filter(toNode("sendmany")).map(({ body }) => JSON.parse(body).params as unknown[]);
  return calls.filter((params) => params[3] === walletTag(operationId, batch));
}

/** The ids of the wallet's transactions with the operation's tag. */
export async function txidsOf({ sandbox }: Bench, operationId: string, batch = 0): Promise<string[]> {
  const entries: { txid: string; comment?: string }[] = await callNode(sandbox, "listtransactions", [
    "*",
    1000,
  ]);
  const tagged = entries.filter(({ comment }) => comment === walletTag(operationId, batch));
  return [...new Set(tagged.map(({ txid }) => txid))];
}

/** How often AMP was asked for something of this asset, by its own log. */
export async function askedOfAmp({ sandbox }: Bench, assetUuid: string, part: string): Promise<number> {
  const path = encodeURIComponent(`${assetUuid}/${part}`);
  const response = await fetch(`${sandbox.url}/control/calls?path=${path}`);
  return ((await response.json()) as unknown[]).length;
}

interface Holding {
  gaid: string;
  amount: number;
}

/** In an order of our own: AMP promises none. */
const byGaid = (rows: Holding[]) => rows.sort((a, b) => a.gaid.localeCompare(b.gaid));

/** Who holds how much of the asset in AMP's eyes, the treasury left out. */
export async function ownersAtAmp({ amp }: Bench, { uuid }: ReadyAsset): Promise<Holding[]> {
  const rows: { GAID: string | null; amount: number }[] = (await amp.get(`/assets/${uuid}/ownerships`)).body;
  return byGaid(rows.flatMap(({ GAID, amount }) => (GAID === null ? [] : { gaid: GAID, amount })));
}

export const holdersOf = ({ holders }: ReadyAsset): Holding[] =>
  byGaid(holders.map(({ gaid, amount }) => ({ gaid, amount })));

/** How many of the asset's assignments an order at AMP holds. */
export async function takenAtAmp({ amp }: Bench, { uuid }: Pick<ReadyAsset, "uuid">): Promise<number> {
  const rows: { distribution_uuid: string | null }[] = (await amp.get(`/assets/${uuid}/assignments`)).body;
  return rows.filter((row) => row.distribution_uuid !== null).length;
}

/** Mines, lets the worker confirm, and looks at what the world shows. */
export async function expectDoneOnce(bench: Bench, asset: ReadyAsset, operationId: string): Promise<void> {
  await mine(bench.sandbox, 2);
  await work();
  expect(await operationOf(operationId)).toMatchObject({ state: "done", problem: null, nextRunAt: null });
  expect(await txidsOf(bench, operationId)).toHaveLength(1);
  expect(await ownersAtAmp(bench, asset)).toEqual(holdersOf(asset));
}
