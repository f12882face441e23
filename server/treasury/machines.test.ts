import { expect, it } from "vitest";
import { distributionRunText } from "@/lib/messages/distribution-run";
import { machines } from "./machines";

it("each step of each machine has words for the journal", () => {
  const steps = Object.values(machines).flatMap((machine) => Object.values(machine).map(({ step }) => step));
  expect(steps.length).toBeGreaterThan(20);
  expect(steps.filter((step) => distributionRunText.journal.steps[step] === undefined)).toEqual([]);
});
