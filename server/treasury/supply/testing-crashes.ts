import { describe, expect, it } from "vitest";
import type { SupplyKind } from "@/lib/domain/supply";
import { type Death, PLACES, takeStep, workUpTo } from "./testing";
import { sharedSupply } from "./testing-bench";

const DEATHS: Death[] = ["intent", "effect"];
const points = PLACES.flatMap((place) => DEATHS.map((death) => ({ ...place, death })));

/** A worker that dies at every point of the machine, for one kind of operation. */
export function describeCrashes(kind: SupplyKind): void {
  const { bench, start, carriedOut } = sharedSupply(1_000n);

  describe(`a worker that dies during a ${kind}`, () => {
    it("is tried in every state of the machine", () => {
      expect(points.length).toBeGreaterThanOrEqual(16);
    });

    it.each(points)(
      "in the state $state, with a draft: $hasDraft, after the $death, leaves it to end once",
      async (point) => {
        const id = await start(kind);
        await workUpTo(bench, id, point);
        await takeStep(id, point.death);
        await carriedOut(id, kind);
      },
    );
  });
}
