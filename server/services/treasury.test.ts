import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { RpcError } from "@/server/elements/rpc";
import { loggedBy } from "@/server/platform/testing-log";
import type { Operation } from "@/server/treasury/store";
import { viewTreasury } from "./treasury";

const POLICY = "f0".repeat(32);
const FUND = "aa".repeat(32);
const node = vi.hoisted(() => ({ call: vi.fn(), walletKey: "127.0.0.1:4000/elements/wallet/treasury" }));
const nodeOf = vi.hoisted(() => vi.fn());
const listOperations = vi.hoisted(() => vi.fn());
const countOperations = vi.hoisted(() => vi.fn(async () => 0));
const allAssets = vi.hoisted(() => vi.fn());
vi.mock("@/server/treasury/node", () => ({ nodeOf }));
vi.mock("@/server/treasury/store", () => ({ listOperations, countOperations }));
vi.mock("./assets", () => ({ allAssets }));
vi.mock("./watch", () => ({ viewWatch: async () => null }));

const ANSWERS: Record<string, unknown> = {
  getnetworkinfo: { version: 230_300, subversion: "/Elements Core:23.3.0/" },
  getblockchaininfo: {
    chain: "liquidtestnet",
    blocks: 90,
    headers: 100,
    verificationprogress: 0.9,
    initialblockdownload: true,
  },
  getbalance: { bitcoin: 5_000n, [FUND]: 700n },
  dumpassetlabels: { bitcoin: POLICY },
  getwalletinfo: { unlocked_until: 0 },
};
const issuer: Actor = {
  workspaceId: "5aff248b-84a7-49a5-8b27-d31a405742f5",
  environment: "sandbox",
  role: "issuer",
  accountName: "issuer",
  personName: "issuer",
};
const operation = {
  id: "op-1",
  kind: "distribution",
  assetUuid: "uuid-1",
  state: "sent",
  requestedBy: "issuer",
  intent: { assetName: "Fund", ticker: "F", precision: 2, totalSats: 700n, assignments: [{}, {}] },
  items: 2,
  facts: { txid: "cc", confirmations: 1 },
  problem: null,
  createdAt: new Date(0),
} as unknown as Operation;
const query = { limit: 1, filters: {} };

beforeEach(() => {
  nodeOf.mockResolvedValue(node);
  allAssets.mockResolvedValue([]);
  listOperations.mockResolvedValue([operation]);
  node.call.mockImplementation(async (method: string) => {
    if (method === "signmessage") throw new RpcError(method, -13, "locked");
    return ANSWERS[method];
  });
});

describe("the treasury's page", () => {
  it("tells a locked wallet and a node that is behind, and leaves L-BTC out of the assets", async () => {
    const { node: seen } = await viewTreasury(issuer, query);
    expect(seen.state).toMatchObject({
      isLocked: true,
      isSynced: false,
      blocks: 90,
      headers: 100,
      policySats: 5_000n,
    });
    expect(seen.balances?.map((balance) => balance.assetId)).toEqual([FUND]);
  });

  it("still lists the operations when the node is away", async () => {
    nodeOf.mockRejectedValue(new AppError("UNAVAILABLE", "The treasury node cannot be reached."));
    const lines = await loggedBy("warn", async () => {
      const view = await viewTreasury(issuer, query);
      expect(view.node).toMatchObject({ state: null, problem: { code: "UNAVAILABLE" } });
      expect(view.operations.rows).toEqual([
        expect.objectContaining({ id: "op-1", totalSats: 700n, recipients: 2, txid: "cc", confirmations: 1 }),
      ]);
    });
    expect(lines).toMatchObject([{ event: "treasury.node-away", code: "UNAVAILABLE" }]);
  });

  it("passes on the node's own words when it refuses", async () => {
    node.call.mockRejectedValue(new RpcError("getbalance", -18, "Requested wallet does not exist"));
    const lines = await loggedBy("warn", async () => {
      const { node: seen } = await viewTreasury(issuer, query);
      expect(seen.problem?.message).toContain("Requested wallet does not exist");
    });
    expect(lines).toMatchObject([{ event: "treasury.node-away", cause: "Requested wallet does not exist" }]);
  });

  it("still shows the balances when AMP is away", async () => {
    allAssets.mockRejectedValue(new AppError("UNAVAILABLE", "AMP cannot be reached."));
    const { node: seen } = await viewTreasury(issuer, query);
    expect(seen.balances).toEqual([expect.objectContaining({ kind: "unknown", amountSats: 700n })]);
  });

  it("leads to the next page only when there is one more operation", async () => {
    expect((await viewTreasury(issuer, query)).operations.nextCursor).toBeNull();
    listOperations.mockResolvedValue([operation, operation]);
    const { operations } = await viewTreasury(issuer, query);
    expect(operations.rows).toHaveLength(1);
    expect(operations.nextCursor).not.toBeNull();
  });

  it("counts what is open in all operations, not in those that the list is narrowed to", async () => {
    listOperations.mockResolvedValue([]);
    countOperations.mockResolvedValueOnce(3);
    const { operations, openCount } = await viewTreasury(issuer, { ...query, filters: { state: "done" } });
    expect([operations.rows, openCount]).toEqual([[], 3]);
    expect(countOperations).toHaveBeenLastCalledWith(issuer.workspaceId, { state: "open" });
  });

  it("is closed to a manager before the node is asked", async () => {
    node.call.mockClear();
    await expect(viewTreasury({ ...issuer, role: "manager" }, query)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(node.call).not.toHaveBeenCalled();
  });
});
