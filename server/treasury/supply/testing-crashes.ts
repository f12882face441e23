import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SupplyKind } from "@/lib/domain/supply";
import { type Bench, openBench } from "../testing";
import {
  approveSupply,
  type Death,
  expectCarriedOut,
  PLACES,
  type SupplyAsset,
  supplyAsset,
  takeStep,
  workUpTo,
} from "./testing";

const DEATHS: Death[] = ["intent", "effect"];
const points = PLACES.flatMap((place) => DEATHS.map((death) => ({ ...place, death })));
const SATS = 1_000n;

/** A worker that dies at every point of the machine, for one kind of operation. */
export function describeCrashes(kind: SupplyKind): void {
  let bench: Bench;
  let asset: SupplyAsset;

  beforeAll(async () => {
    bench = await openBench();
    asset = await supplyAsset(bench);
  });
  afterAll(() => bench?.close());

  describe(`a worker that dies during a ${kind}`, () => {
    it("is tried in every state of the machine", () => {
      expect(points.length).toBeGreaterThanOrEqual(16);
    });

    it.each(points)(
      "in the state $state, with a draft: $hasDraft, after the $death, leaves it to end once",
      async (point) => {
        const id = await approveSupply(bench.actor, kind, asset, SATS);
        await workUpTo(bench, id, point);
        await takeStep(id, point.death);
        await expectCarriedOut(bench, asset, id, kind, SATS);
      },
    );
  });
}
