import { expect, it } from "vitest";
import { FIRST_ROWS } from "../contracts/portion";
import { allBehind } from "../contracts/testing-portion";
import type { DistributionIntent } from "./intent";
import { assignmentsBehind, shownIntent } from "./shown-intent";

const intentOf = (ids: number[]) =>
  ({
    assetName: "Fund",
    totalSats: 5n,
    assignments: ids.map((assignmentId) => ({ assignmentId, amountSats: 1n })),
  }) as DistributionIntent;
const idsOf = (rows: { assignmentId: number }[]) => rows.map(({ assignmentId }) => assignmentId);
const THOUSAND = Array.from({ length: 1_000 }, (_, at) => ((at * 613) % 1_000) + 1);

it("shows the first assignments by their numbers, and how many there are", () => {
  const { assignments, ...head } = shownIntent(intentOf(THOUSAND));
  expect(idsOf(assignments.rows)).toEqual(Array.from({ length: FIRST_ROWS }, (_, at) => at + 1));
  expect(assignments).toMatchObject({ total: 1_000, next: FIRST_ROWS });
  expect(head).toEqual({ assetName: "Fund", totalSats: 5n });
});

it("gives the rest behind the last one shown, each once", async () => {
  const intent = intentOf(THOUSAND);
  const rows = await allBehind(shownIntent(intent).assignments, async (after) =>
    assignmentsBehind(intent, after, 250),
  );
  expect(idsOf(rows)).toEqual(THOUSAND.toSorted((a, b) => a - b));
});

it("has nothing behind a list that is shown whole", () => {
  expect(shownIntent(intentOf([2, 1])).assignments).toMatchObject({ total: 2, next: null });
  expect(shownIntent(intentOf([])).assignments).toEqual({ rows: [], total: 0, next: null });
  const exactly = intentOf(THOUSAND.slice(0, FIRST_ROWS));
  expect(shownIntent(exactly).assignments.next).toBeNull();
});
