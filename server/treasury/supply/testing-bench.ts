import { beforeAll } from "vitest";
import type { SupplyKind } from "@/lib/domain/supply";
import { decideOperation } from "@/server/services/operations";
import type { Decision } from "../decisions";
import { sharedBench } from "../testing-bench";
import { approveSupply, expectCarriedOut, type SupplyAsset, supplyAsset } from "./testing";

export const KINDS: SupplyKind[] = ["reissuance", "burn"];

/** A bench with one asset for all tests of a file, and what they do with `sats` of it. */
export function sharedSupply(sats: bigint) {
  const bench = sharedBench();
  const asset = {} as SupplyAsset;
  beforeAll(async () => {
    Object.assign(asset, await supplyAsset(bench));
  });
  return {
    bench,
    asset,
    start: (kind: SupplyKind) => approveSupply(bench.actor, kind, asset, sats),
    decide: (operationId: string, decision: Decision) =>
      decideOperation(bench.actor, { operationId, decision }),
    carriedOut: (id: string, kind: SupplyKind) => expectCarriedOut(bench, asset, id, kind, sats),
  };
}
