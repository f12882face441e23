import { describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { OperationState } from "@/lib/domain/operation";
import { figuresOfAll } from "./asset-figures";
import { readOverview } from "./overview";

const stored = vi.hoisted(
  () => [] as { id: string; state: OperationState; problem: object | null; facts: object; intent: object }[],
);
const isFinal = (state: OperationState) => ["done", "cancelled", "failed"].includes(state);
vi.mock("@/server/treasury/store", () => ({
  listOperations: async (
    _: string,
    { openOnly, openFirst, limit }: { openOnly?: boolean; openFirst?: boolean; limit: number },
  ) => {
    const found = stored.filter(({ state }) => !openOnly || !isFinal(state));
    const ranked = openFirst
      ? found.toSorted((a, b) => Number(isFinal(a.state)) - Number(isFinal(b.state)))
      : found;
    return ranked.slice(0, limit);
  },
}));
const assets = vi.hoisted(() => [] as object[]);
const getSummary = vi.hoisted(() => vi.fn());
vi.mock("./assets", () => ({ allAssets: async () => assets, getSummary }));
vi.mock("@/server/watch/store", () => ({ listAlerts: async () => [], listWatched: async () => [] }));
vi.mock("@/server/notices/settings-store", () => ({ findNoticeSettings: async () => null }));
vi.mock("./requests", () => ({ listKycAlerts: async () => [], countOpenRequests: async () => 2 }));
vi.mock("./treasury", () => ({ readTreasury: async () => ({ policySats: 10_000_000n, isSynced: true }) }));
vi.mock("./blinders", () => ({ countLacking: async (_: Actor, uuid: string) => (uuid === "a-3" ? 2 : 0) }));

const issuer: Actor = {
  workspaceId: "5aff248b-84a7-49a5-8b27-d31a405742f5",
  environment: "sandbox",
  role: "issuer",
  accountName: "issuer",
  personName: "issuer",
};

describe("the overview", () => {
  it("names a stopped distribution however many newer ones there are", async () => {
    for (let id = 0; id < 30; id++)
      stored.push({ id: `done-${id}`, state: "done", problem: null, facts: {}, intent: {} });
    for (let id = 0; id < 12; id++)
      stored.push({ id: `open-${id}`, state: "sent", problem: null, facts: {}, intent: {} });
    stored.push({
      id: "old",
      state: "stopped",
      problem: { message: "Stopped.", mayRetry: true },
      facts: {},
      intent: {},
    });
    const { alerts, operations } = await readOverview(issuer);
    expect(alerts).toEqual([
      expect.objectContaining({ kind: "operation", operation: expect.objectContaining({ id: "old" }) }),
    ]);
    expect(operations.every(({ id }) => id.startsWith("open-"))).toBe(true);
  });

  it("counts over all assets, not the first ones alone, and says what lacks blinders or waits to be sent", async () => {
    stored.length = 0;
    for (let id = 0; id < 40; id++)
      assets.push({ assetUuid: `a-${id}`, name: `Asset ${id}`, isAuthorized: true, isLocked: id === 39 });
    getSummary.mockImplementation(async (_: Actor, uuid: string) => {
      if (uuid === "a-7") throw new Error("AMP is away");
      return { activeGreenSubaccounts: 10, assigned: ["a-30", "a-39"].includes(uuid) ? 5n : 0n };
    });
    const { rows, holders, counted, total, alerts, steps } = await readOverview(issuer);
    expect({ shown: rows.length, holders, counted, total }).toEqual({
      shown: 24,
      holders: 390,
      counted: 39,
      total: 40,
    });
    expect(rows[7]?.summary).toBeNull();
    expect(alerts).toContainEqual({ kind: "blinders", asset: assets[3], count: 2 });
    expect(steps).toEqual([
      { kind: "requests", count: 2 },
      { kind: "distribute", asset: assets[30], assignedSats: 5n },
      { kind: "notifications" },
    ]);
  });

  it("does not wait for an AMP that answers slowly", async () => {
    getSummary.mockImplementation(() => new Promise(() => {}));
    const figures = await figuresOfAll({ ...issuer, workspaceId: "slow" }, assets as never, 24, 20);
    expect(figures.get("a-0")).toEqual({ summary: null, lacking: null });
  });
});
