import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { OperationFacts } from "@/lib/domain/operation";
import { paymentsOf } from "@/lib/domain/stored-order";
import { nodeUrl } from "@/server/db/testing";
import { sendMany } from "@/server/elements/wallet";
import { mine } from "@/server/sandbox/amp/testing";
import { TransactionClient } from "@/server/sandbox/clients/testing-client";
import { startDistributionByHand } from "@/server/services/by-hand";
import { previewDistribution } from "@/server/services/distributions";
import { adoptOrder, listForeignOrders } from "@/server/services/foreign-orders";
import { moveOperation } from "../store";
import { type Bench, operationOf, type ReadyAsset } from "../testing";
import { holdersWith, paid } from "../testing-batches";

/** For tests of orders that are run elsewhere. */

/** The official client with the same wallet, past the proxy; blocks come while it waits for them. */
export const officialClient = ({ sandbox }: Bench): TransactionClient =>
  new TransactionClient({
    username: "issuer",
    password: "issuer-password",
    nodeUrl: nodeUrl(sandbox.url),
    sleep: async (seconds) => {
      if (seconds === 15) await mine(sandbox, 1);
    },
  });

/** Approves what is ready to be run elsewhere. @returns the operation's id */
export async function approveByHand({ actor }: Bench, assetUuid: string): Promise<string> {
  const { intentHash } = await previewDistribution(actor, assetUuid);
  return (await startDistributionByHand(actor, { intentId: randomUUID(), assetUuid, intentHash }))
    .operationId;
}

/** Takes over the only order that nobody carries out, as a person does. @returns the operation's id */
export async function adopt(
  { actor }: Bench,
  { uuid: assetUuid }: ReadyAsset,
  wish: "follow" | "cancel" = "follow",
): Promise<string> {
  const [order, ...more] = await listForeignOrders(actor, assetUuid);
  if (!order || more.length > 0) throw new Error("There is not exactly one order.");
  const { distributionUuid, intentHash } = order;
  const input = { intentId: randomUUID(), assetUuid, distributionUuid, intentHash, wish };
  return (await adoptOrder(actor, input)).operationId;
}

/** What the desk knows of an operation's order, changed by a test. */
export async function tamper(
  operationId: string,
  change: (facts: OperationFacts) => OperationFacts,
): Promise<void> {
  const operation = await operationOf(operationId);
  const { state, problem, nextRunAt } = operation;
  await moveOperation(operation, { state, problem, nextRunAt, facts: change(operation.facts) }, null);
}

/** An output that the chain does not have unspent. */
export const SPENT = { txid: "ab".repeat(32), vout: 0 };

type Payments = { address: string; amountSats: bigint; assetId: string }[];

/**
 * Pays an operation's order from the desk's own wallet without its mark, as a person does at the node; two blocks come.
 * @param change what differs from the order
 */
export async function payOrder(
  { node, sandbox }: Bench,
  operationId: string,
  change: (payments: Payments) => Payments = (payments) => payments,
): Promise<string> {
  const { order } = (await operationOf(operationId)).facts;
  const txid = await sendMany(node, change(paymentsOf(order ?? { assetId: "", amounts: {} })), "");
  await mine(sandbox, 2);
  return txid;
}

/** Everybody who was to be paid owns exactly that in AMP's eyes, in whatever order AMP lists them. */
export const expectOwners = async (bench: Bench, asset: ReadyAsset): Promise<void> =>
  expect(await paid(bench, asset)).toEqual(
    holdersWith(
      asset,
      asset.holders.map(({ amount }) => amount),
    ),
  );
