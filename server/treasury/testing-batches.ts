import type { OperationState } from "@/lib/domain/operation";
import { isFinal } from "@/lib/domain/operation";
import { createAmpClient } from "@/server/amp/client";
import { deskEnv } from "@/server/platform/env";
import { requireEnvironment } from "@/server/platform/environments";
import { mine } from "@/server/sandbox/amp/testing";
import { decideOperation } from "@/server/services/operations";
import { tokenSource } from "@/server/vault/token-source";
import type { Decision } from "./decisions";
import type { StepContext } from "./step";
import type { Operation } from "./store";
import { assign, type Bench, operationOf, ownersAtAmp, type ReadyAsset, txidsOf, work } from "./testing";

/** For tests of distributions in several transactions. */

export type Distribution = Operation<"distribution">;

/** With three recipients per transaction: three transactions, and two. */
export const EIGHT = [10, 20, 30, 40, 50, 60, 70, 80];
export const FOUR = [10, 20, 30, 40];

export const distributionOf = async (id: string) => (await operationOf(id)) as Distribution;
export const stateOf = async (id: string): Promise<OperationState> => (await operationOf(id)).state;
export const decide = ({ actor }: Bench, operationId: string, decision: Decision) =>
  decideOperation(actor, { operationId, decision });

/** Works and mines until the operation ends or waits for a person. */
export async function finish({ sandbox }: Bench, id: string): Promise<Distribution> {
  for (let round = 0; round < 60; round += 1) {
    await work();
    const operation = await distributionOf(id);
    if (isFinal(operation.state) || operation.nextRunAt === null) return operation;
    if (operation.state === "sent") await mine(sandbox, 2);
  }
  throw new Error(`The operation does not end: ${await stateOf(id)}`);
}

interface Row {
  id: number;
  amount: number;
  ready_for_distribution: boolean;
  is_distributed: boolean;
}

export const rowsOf = async ({ amp }: Bench, { uuid }: ReadyAsset): Promise<Row[]> =>
  (await amp.get(`/assets/${uuid}/assignments`)).body;

/** Whether each assignment that was not distributed is ready, by its amount. */
export const readiness = async (bench: Bench, asset: ReadyAsset) =>
  Object.fromEntries(
    (await rowsOf(bench, asset))
      .filter((row) => !row.is_distributed)
      .map((row) => [row.amount, row.ready_for_distribution]),
  );

export const addReady = ({ amp }: Bench, { uuid, holders }: ReadyAsset, amount: number) =>
  assign(amp, uuid, holders[0]?.id ?? 0, amount);

const byGaid = (rows: { gaid: string | null; amount: number }[]) =>
  rows.map(({ gaid, amount }) => `${gaid} ${amount}`).sort();
/** Who owns how much in AMP's eyes. */
export const paid = async (bench: Bench, asset: ReadyAsset) => byGaid(await ownersAtAmp(bench, asset));
export const holdersWith = ({ holders }: ReadyAsset, amounts: number[]) =>
  byGaid(holders.filter(({ amount }) => amounts.includes(amount)));

/** The wallet's transactions of each batch. */
export const txidsOfBatches = (bench: Bench, id: string, batches: number) =>
  Promise.all(Array.from({ length: batches }, (_, batch) => txidsOf(bench, id, batch)));

export async function contextOf({ actor, node }: Bench, { workspaceId }: Operation): Promise<StepContext> {
  const { ampUrl } = requireEnvironment(actor.environment);
  const source = await tokenSource(workspaceId);
  const amp = createAmpClient({ baseUrl: ampUrl, timeoutMs: deskEnv().AMP_TIMEOUT_MS, ...source });
  return { amp, node, pollMs: 1, assertHeld: async () => {} };
}
