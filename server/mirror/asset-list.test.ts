import { beforeEach, expect, it, vi } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import { keepingAssets } from "./asset-list";
import { storeAssets } from "./assets-store";

vi.mock("./assets-store", () => ({ storeAssets: vi.fn(async () => true) }));
vi.mock("@/server/platform/log", () => ({ log: { warn: vi.fn() } }));

const asset = { assetUuid: "a", name: "Alpine Fund" } as Asset;
const told = { assets: [asset], unreadable: [] };
const ask = (workspaceId: string, answer = told) => keepingAssets({ workspaceId }, async () => answer);

beforeEach(() => vi.mocked(storeAssets).mockClear());

it("keeps what has changed at once, and what has not only once a minute", async () => {
  await ask("w");
  await ask("w");
  expect(storeAssets).toHaveBeenCalledTimes(1);
  await ask("w", { assets: [{ ...asset, isLocked: true }], unreadable: [] });
  await ask("other");
  expect(storeAssets).toHaveBeenCalledTimes(3);
});

it("gives the answer though it can not be kept in time, or not at all, and tries again", async () => {
  vi.mocked(storeAssets).mockReturnValueOnce(new Promise(() => {}));
  expect(await ask("slow")).toBe(told);
  vi.mocked(storeAssets).mockRejectedValueOnce(new Error("no database"));
  expect(await ask("broken")).toBe(told);
  await ask("broken");
  expect(vi.mocked(storeAssets).mock.calls.map(([workspaceId]) => workspaceId)).toEqual([
    "slow",
    "broken",
    "broken",
  ]);
});

it("tries again with what was not kept because a later list was", async () => {
  vi.mocked(storeAssets).mockResolvedValueOnce(false);
  await ask("late");
  await ask("late");
  await ask("late");
  expect(storeAssets).toHaveBeenCalledTimes(2);
});
