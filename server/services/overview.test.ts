import { describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { OperationState } from "@/lib/domain/operation";
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
vi.mock("./assets", () => ({ allAssets: async () => [], getSummary: async () => null }));
vi.mock("@/server/watch/store", () => ({ listAlerts: async () => [] }));
vi.mock("./requests", () => ({ listKycAlerts: async () => [] }));
vi.mock("./treasury", () => ({ readTreasury: async () => ({ policySats: 10_000_000n }) }));

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
});
