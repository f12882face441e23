import { beforeEach, expect } from "vitest";
import { deskEnv } from "@/server/platform/env";
import { type Bench, type ReadyAsset, work } from "../testing";
import { stateOf } from "../testing-batches";
import { sharedBench } from "../testing-bench";
import { approveByHand } from "./testing";

/** A bench for all tests of a file, in each of which late effects may take a minute, until it lets the time pass. */
export function byHandBench(env?: Record<string, string>): Bench {
  const bench = sharedBench(env);
  beforeEach(() => {
    deskEnv().TREASURY_SETTLE_MS = 60_000;
  });
  return bench;
}

export const letTimePass = () => {
  deskEnv().TREASURY_SETTLE_MS = 1;
};

/** Approves what is ready and has AMP's order handed out. @returns the operation's id */
export async function handOutOf(bench: Bench, asset: ReadyAsset): Promise<string> {
  const id = await approveByHand(bench, asset.uuid);
  await work();
  expect(await stateOf(id)).toBe("by-hand");
  return id;
}
