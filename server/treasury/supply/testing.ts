import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { JournalEntry } from "@/lib/domain/journal";
import { isFinal, type OperationState } from "@/lib/domain/operation";
import type { SupplyKind } from "@/lib/domain/supply";
import { callNode, mine } from "@/server/sandbox/amp/testing";
import { previewSupply, startSupply } from "@/server/services/supply";
import { openTreasury } from "../context";
import { moveOperation, type Operation } from "../store";
import { type Bench, operationOf, work } from "../testing";
import { supplyMachine } from "./machine";

/** A reissuable asset with its treasury, and what a test expects of its supply. */
export interface SupplyAsset {
  uuid: string;
  assetId: string;
  tokenId: string;
  expected: { issued: number; reissued: number; burned: number };
  /** The asset's transactions in the wallet before the test's first operation. */
  txidsBefore: string[];
}

export const ISSUED = 10_000_000;

/** Authorised, with three confirmations. */
export async function supplyAsset(
  bench: Bench,
  { isConfidential = false, tokens = 1 } = {},
): Promise<SupplyAsset> {
  const { sandbox, amp } = bench;
  const { body } = await amp.post("/assets/issue", {
    name: "Harbour Bond",
    amount: ISSUED,
    destination_address: await callNode(sandbox, "getnewaddress"),
    transfer_restricted: false,
    is_confidential: isConfidential,
    is_reissuable: true,
    reissuance_amount: tokens,
    reissuance_address: await callNode(sandbox, "getnewaddress"),
  });
  await mine(sandbox, 3);
  await amp.get(`/assets/${body.asset_uuid}/register-authorized`);
  const ids = { uuid: body.asset_uuid, assetId: body.asset_id, tokenId: body.reissuance_token_id };
  const txidsBefore = await txidsOfAsset(bench, body.asset_id);
  return { ...ids, expected: { issued: ISSUED, reissued: 0, burned: 0 }, txidsBefore };
}

/** Approves it as a person does. @returns the operation's id */
export async function approveSupply(
  actor: Actor,
  kind: SupplyKind,
  { uuid }: SupplyAsset,
  amountSats: bigint,
): Promise<string> {
  const wish = { kind, assetUuid: uuid, amountSats };
  const { intentHash } = await previewSupply(actor, wish);
  return (await startSupply(actor, { ...wish, intentId: randomUUID(), intentHash })).operationId;
}

/** Ids of the wallet's transactions that tell of the asset, conflicted ones left out. */
async function txidsOfAsset({ sandbox }: Bench, assetId: string): Promise<string[]> {
  const entries: { txid: string; asset?: string; confirmations: number }[] = await callNode(
    sandbox,
    "listtransactions",
    ["*", 10_000],
  );
  const own = entries.filter(({ asset, confirmations }) => asset === assetId && confirmations >= 0);
  return [...new Set(own.map(({ txid }) => txid))];
}

/** Transactions since the last look that carried out an operation. */
export async function newTxids(bench: Bench, asset: SupplyAsset): Promise<string[]> {
  const now = await txidsOfAsset(bench, asset.assetId);
  return now.filter((txid) => !asset.txidsBefore.includes(txid));
}

/** Works on while the chain grows, until the operation is at its end or waits for a person. */
export async function workToTheEnd(bench: Bench, operationId: string): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    await work();
    const { state, nextRunAt } = await operationOf(operationId);
    if (isFinal(state) || nextRunAt === null) return;
    if (state === "sent") await mine(bench.sandbox, 2);
  }
}

/** Done, by exactly one transaction on the chain, with AMP's supply as it must be and nothing lost. */
export async function expectCarriedOut(
  bench: Bench,
  asset: SupplyAsset,
  operationId: string,
  kind: SupplyKind,
  sats: bigint,
): Promise<void> {
  await workToTheEnd(bench, operationId);
  const { state, problem, facts } = await operationOf(operationId);
  expect([state, problem]).toEqual(["done", null]);
  expect(await newTxids(bench, asset)).toEqual([facts.txid]);
  asset.txidsBefore.push(facts.txid ?? "");
  asset.expected[kind === "burn" ? "burned" : "reissued"] += Number(sats);
  await expectSupply(bench, asset);
}

export async function expectSupply({ sandbox, amp }: Bench, asset: SupplyAsset): Promise<void> {
  const { body: summary } = await amp.get(`/assets/${asset.uuid}/summary`);
  expect(summary).toMatchObject(asset.expected);
  const { body: lost } = await amp.get(`/assets/${asset.uuid}/lost-outputs`);
  expect(lost).toEqual({ lost_outputs: [], reissuance_lost_outputs: [] });
  expect(await callNode(sandbox, "listlockunspent")).toEqual([]);
}

/** Where a worker dies: right after it wrote a step's intent, or after its effect and before the outcome. */
export type Death = "intent" | "effect";

/** One step as a worker takes it, which may die in the middle. */
export async function takeStep(operationId: string, death?: Death): Promise<void> {
  const operation = (await operationOf(operationId)) as Operation<SupplyKind>;
  const plan = supplyMachine[operation.state];
  if (!plan) throw new Error(`Nothing is done in the state ${operation.state}.`);
  const context = { ...(await openTreasury(operation.workspaceId)), pollMs: 1, assertHeld: async () => {} };
  const instead = await plan.ready?.(operation, context);
  if (instead) throw new Error(`It is not ready: ${instead.problem?.message}`);
  const entry: JournalEntry = { step: plan.step, phase: "intent", detail: {} };
  const facts = { ...operation.facts, ...(await plan.marks?.(operation, context)) };
  const moved = plan.isQuiet
    ? operation
    : await moveOperation(operation, { state: plan.during, facts, nextRunAt: new Date(0) }, entry);
  if (!moved) throw new Error("Somebody else moved it.");
  const during = moved as Operation<SupplyKind>;
  if (death === "intent") return;
  const { state, facts: learned, problem = null } = await plan.run(during, context);
  if (death === "effect") return;
  await moveOperation(
    during,
    { state, problem, nextRunAt: new Date(0), ...(learned ? { facts: learned } : {}) },
    null,
  );
}

/** A place in the machine: a state, and whether the draft is stored already. */
export interface Place {
  state: OperationState;
  hasDraft: boolean;
}

/** Off the way to `done`: a person's decision and a reorganisation lead there. */
const ASIDE: OperationState[] = ["cancelling", "unknown", "by-hand", "releasing"];

/** Every place in which the machine does something on its way to `done`, generated from it. */
export const PLACES: Place[] = (Object.keys(supplyMachine) as OperationState[])
  .filter((state) => !ASIDE.includes(state))
  .flatMap((state) =>
    (state === "ordered" ? [false, true] : [false]).map((hasDraft) => ({ state, hasDraft })),
  );

/** Works up to a place. States that only a crash leaves behind are reached by one. */
export async function workUpTo(bench: Bench, operationId: string, place: Place): Promise<void> {
  const after = (Object.entries(supplyMachine) as [OperationState, { during: OperationState }][]).find(
    ([state, { during }]) => during === place.state && state !== place.state,
  );
  for (let step = 0; step < 12; step += 1) {
    const { state, facts } = await operationOf(operationId);
    const hasDraft = facts.supply?.plainHex !== undefined;
    if (state === place.state && hasDraft === place.hasDraft) return;
    if (state === "sent") await mine(bench.sandbox, 2);
    await takeStep(operationId, after?.[0] === state ? "intent" : undefined);
  }
  throw new Error(`The operation never came to ${place.state}.`);
}
