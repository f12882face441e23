import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { ListQuery } from "@/lib/contracts/list";
import type { ListedAssignment } from "@/lib/domain/assignment";
import { ampAs } from "@/server/auth/amp-session";
import { readAssignment } from "@/server/services/assignment-view";
import { listAssignments } from "@/server/services/assignments";
import { countMatching } from "@/server/services/assignments-matching";
import { readVesting } from "@/server/services/vesting";
import { type MirrorBench, openMirrorBench, query, readLive } from "./testing";

vi.mock("next/headers", () => ({ headers: async () => new Headers() }));

let bench: MirrorBench;
let category: { id: number; name: string };
let live: ListedAssignment[];

/** Users without a wallet are in no category there: one of them is put in, and some of the others are taken out. */
beforeAll(async () => {
  bench = await openMirrorBench({ others: 4, assignments: 300 });
  const amp = await ampAs(bench.issuer);
  const { assetUuid } = bench;
  const { requirements } = await amp.call("getAsset", { path: { assetUuid } });
  const [categoryId = 0] = requirements;
  category = await amp.call("getCategory", { path: { categoryId } });
  const users = await amp.call("listRegisteredUsers");
  for (const { id: registeredUserId } of users.filter(({ gaid }) => gaid === null).slice(0, 2))
    await amp.call("addCategoryUser", { path: { categoryId, registeredUserId } });
  for (const { id: registeredUserId } of users.filter(({ gaid }) => gaid !== null).slice(0, 5))
    await amp.call("removeCategoryUser", { path: { categoryId, registeredUserId } });
  live = await readLive(bench);
}, 60_000);
afterAll(() => bench.close());

const page = (filters: Record<string, string> = {}, more: Partial<ListQuery> = {}, actor = bench.issuer) =>
  listAssignments(actor, bench.assetUuid, query({ limit: 200, sort: "id", filters, ...more }));
const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id).sort((a, b) => a - b);
const isWaiting = ({ state }: ListedAssignment) => state !== "pending" && state !== "distributed";

describe("assignments that a distribution would leave out for their user", () => {
  it("say what is in the way, to issuer and manager alike", async () => {
    const kinds = new Set(live.map(({ blockers }) => blockers.join()));
    expect([...kinds].sort()).toEqual(["", "category", "gaid", "gaid,category"]);
    const manager = await bench.actorOf("manager");
    for (const actor of [bench.issuer, manager]) {
      const { rows } = await page({}, {}, actor);
      const shown = new Map(live.map((row) => [row.id, row]));
      expect(rows.map(({ id, blockers }) => [id, blockers])).toEqual(
        rows.map(({ id }) => [id, shown.get(id)?.blockers]),
      );
      expect(rows).toHaveLength(200);
    }
  });

  it("are found by it, in every order, and so are those with nothing in the way", async () => {
    const expected = {
      gaid: live.filter(({ blockers }) => blockers.includes("gaid")),
      category: live.filter(({ blockers }) => blockers.includes("category")),
      no: live.filter((row) => isWaiting(row) && row.blockers.length === 0),
    };
    for (const [blocked, rows] of Object.entries(expected)) {
      for (const sort of ["id", "-user"]) {
        const found = await page({ blocked }, { sort });
        expect([found.total, idsOf(found.rows)], `${blocked} ${sort}`).toEqual([rows.length, idsOf(rows)]);
      }
      const ready = rows.filter(({ state }) => state === "ready");
      expect(idsOf((await page({ blocked, state: "ready" })).rows)).toEqual(idsOf(ready));
    }
  });

  it("are counted by a change of all that match", async () => {
    const held = live.filter((row) => row.blockers.includes("category") && row.readyForDistribution);
    const { count } = await countMatching(
      bench.issuer,
      bench.assetUuid,
      { filters: { blocked: "category" } },
      "lock",
    );
    expect(count).toBe(held.length);
  });

  it("are counted where it is shown what vests when", async () => {
    const { figures, page: shown } = await readVesting(
      bench.issuer,
      bench.assetUuid,
      query({ limit: 10_000 }),
    );
    const lacking = live.filter(({ blockers }) => blockers.includes("category"));
    expect(figures.withoutCategory).toBe(lacking.filter(({ hasVested }) => hasVested).length);
    for (const date of shown.dates)
      expect([date.at, date.withoutCategory]).toEqual([
        date.at,
        lacking.filter(({ hasVested, vestingTimestamp }) =>
          date.at === null ? hasVested : !hasVested && vestingTimestamp?.getTime() === date.at.getTime(),
        ).length,
      ]);
  });

  it("name the category on their own pages", async () => {
    const named = async (row: ListedAssignment | undefined) =>
      (await readAssignment(bench.issuer, bench.assetUuid, String(row?.id))).missing.map(({ name }) => name);
    expect(await named(live.find(({ blockers }) => blockers.join() === "category"))).toEqual([category.name]);
    expect(await named(live.find(({ blockers }) => blockers.join() === "gaid"))).toEqual([]);
    const lacking = new Set(
      live.flatMap(({ blockers, registeredUser }) => (blockers.includes("category") ? [registeredUser] : [])),
    );
    const paid = live.find((row) => row.state === "distributed" && lacking.has(row.registeredUser));
    expect(await named(paid)).toEqual([]);
  });
});
