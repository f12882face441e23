import { expect, it } from "vitest";
import { type DifferenceFigures, unexplainedSats } from "./ownership-difference";

it("leaves nothing to explain where the treasury's change and everybody's are the supply's", () => {
  const figures: DifferenceFigures = {
    supplyBeforeSats: 105n,
    supplyAfterSats: 104n,
    treasurySats: -10n,
    holders: {
      came: { count: 1, sats: 9n },
      left: { count: 1, sats: -3n },
      gained: { count: 2, sats: 4n },
      fell: { count: 1, sats: -1n },
    },
  };
  expect(unexplainedSats(figures)).toBe(0n);
  expect(unexplainedSats({ ...figures, supplyAfterSats: 107n })).toBe(3n);
});
