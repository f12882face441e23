import { afterEach, expect, it } from "vitest";
import { pool } from "@/server/db/client";
import { turnClock, withOwnClock } from "@/server/platform/clock";
import { listAssignments } from "@/server/services/assignments";
import { refreshAssignments } from "./assignments";
import { beginReading } from "./reading";
import { assignmentsBench, query } from "./testing";

const YEAR_MS = 365 * 86_400_000;
/** More than there are. */
const MANY = 10_000;

const { bench, issuer, live, page } = assignmentsBench();
afterEach(() => turnClock(0));

it("has each assignment once in a reading by state, whatever vests between two portions", async () => {
  await page();
  // What is still to vest, which stands last, does so in ten minutes; then it is among what is ready.
  await pool().query(
    "update mirror_assignments set vests_at = now() + interval '10 minutes' where vests_at > now()",
  );
  const reading = beginReading();
  const ids: number[] = [];
  let cursor: string | null = null;
  do {
    const asked = query({ sort: "state", limit: 400, ...(cursor === null ? {} : { cursor }) });
    const portion = await reading.portion(() => listAssignments(issuer, bench.assetUuid, asked));
    ids.push(...portion.rows.map(({ id }) => id));
    cursor = portion.nextCursor;
    if (ids.length > 1_600) turnClock(20 * 60_000);
  } while (cursor !== null);
  await reading.end();
  expect(ids.toSorted((a, b) => a - b)).toEqual(live.map(({ id }) => id).toSorted((a, b) => a - b));
  const vested = await page({ sort: "state", filters: { state: "vesting" } });
  expect(vested.rows).toEqual([]); // a page of its own is of now
});

it("has vested what AMP says has, whose clock may be ahead of the desk's", () =>
  withOwnClock(-YEAR_MS * 20, async () => {
    await refreshAssignments(issuer, bench.assetUuid);
    const vested = live.filter(({ state, vestingTimestamp }) => state === "ready" && vestingTimestamp);
    expect(vested).not.toEqual([]);
    const ready = await page({ limit: MANY, filters: { state: "ready" } });
    expect(ready.rows.map(({ id }) => id)).toEqual(expect.arrayContaining(vested.map(({ id }) => id)));
    const vesting = live.filter(({ state }) => state === "vesting");
    expect((await page({ limit: MANY, filters: { state: "vesting" } })).rows).toHaveLength(vesting.length);
  }));
