import { randomUUID } from "node:crypto";
import { afterEach } from "vitest";
import { turnClock } from "@/server/platform/clock";
import type { Matcher } from "@/server/platform/testing";
import type { ReadyAsset } from "@/server/treasury/testing";
import { sharedBench } from "@/server/treasury/testing-bench";
import { carryBatch, startBatch } from "./assignment-batches";

export const SETTLED_MS = 181_000;
/** Of each asset, in sats. */
export const SUPPLY = 10_000_000n;
export const VESTS = new Date("2031-05-01T09:30:00Z");

export interface AtAmp {
  id: number;
  registered_user: number;
  amount: number;
  ready_for_distribution: boolean;
  vesting_timestamp: number | null;
}
export const creating: Matcher = ({ method, path }) =>
  method === "POST" && path.endsWith("/assignments/create");
/** The whole list, as a batch that is carried on reads it. */
export const listing: Matcher = ({ method, path }) => method === "GET" && path.endsWith("/assignments");
export const deleting: Matcher = ({ method, path }) => method === "DELETE" && path.endsWith("/delete");

export const statesOf = ({ batch }: Awaited<ReturnType<typeof carryBatch>>) =>
  batch.rows.map(({ state }) => state);

/** Another asset for each group of tests, and what a test does with its assignments. */
export function batchesBench() {
  const bench = sharedBench();
  const asset = {} as ReadyAsset;
  const goOnWith = (other: ReadyAsset) => Object.assign(asset, other);
  afterEach(() => turnClock(0));

  const atAmp = async (): Promise<AtAmp[]> => (await bench.amp.get(`/assets/${asset.uuid}/assignments`)).body;
  const amountsAtAmp = async () => (await atAmp()).map(({ amount }) => amount).sort((a, b) => a - b);

  const row = (amountSats: bigint, holder = 0) => ({
    registeredUser: asset.holders[holder]?.id ?? 0,
    amountSats,
    isReady: false,
    vestsAt: null as Date | null,
  });
  const approve = async (amounts: bigint[]) => {
    const rows = amounts.map((amount) => row(amount));
    const input = { intentId: randomUUID(), assetUuid: asset.uuid, rows };
    const { batchId } = await startBatch(bench.actor, input);
    return { input, carry: () => carryBatch(bench.actor, { assetUuid: asset.uuid, batchId }), batchId };
  };
  return {
    bench,
    asset,
    /** From now on this is the asset. */
    goOnWith,
    atAmp,
    amountsAtAmp,
    row,
    approve,
  };
}
