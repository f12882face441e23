import { expect, it, vi } from "vitest";
import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { MOST_AT_ONCE } from "@/lib/domain/assignment";
import { countMatching } from "./assignments-matching";

const list = vi.hoisted(() => ({ counts: { ready: 0, vesting: 0, locked: 0 }, asked: 0 }));

vi.mock("@/server/auth/authorize", () => ({ authorize: async () => {} }));
vi.mock("./assets", () => ({ getAsset: async () => ({}), requireUuid: () => {} }));
vi.mock("@/server/mirror/assignments", () => ({
  assignmentsPage: async (_: Actor, __: string, ___: object, { filters, limit, cursor }: ListQuery) => {
    list.asked += 1;
    const { ready, vesting, locked } = list.counts;
    const all = { ready, vesting, locked }[filters.state as "ready"] ?? ready + vesting + locked;
    const start = Number(cursor ?? 0);
    const end = Math.min(start + limit, all);
    const rows = Array.from({ length: end - start }, (_, at) => ({ id: start + at, amount: 3n }));
    return { rows, nextCursor: end < all ? String(end) : null, total: all };
  },
}));

const matching = (filters: Record<string, string> = {}) =>
  countMatching({} as Actor, "a", { filters }, "lock");

it("reads all portions of both states, and one state alone where the list is narrowed to it", async () => {
  list.counts = { ready: 4_500, vesting: 2_001, locked: 9 };
  const both = await matching();
  expect(both).toMatchObject({ count: 6_501, totalSats: 19_503n, leftOut: 9 });
  expect((await matching({ state: "vesting" })).count).toBe(2_001);
});

it("refuses more than one job carries out, without reading them all", async () => {
  list.counts = { ready: MOST_AT_ONCE * 10, vesting: 0, locked: 0 };
  list.asked = 0;
  await expect(matching()).rejects.toMatchObject({ code: "REJECTED" });
  expect(list.asked).toBeLessThan(12);
});
