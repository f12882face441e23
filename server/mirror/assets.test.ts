import { beforeEach, expect, it, vi } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import { keepAsset } from "./assets";
import { storeAsset } from "./assets-store";

vi.mock("./assets-store", () => ({ storeAsset: vi.fn(), selectAsset: vi.fn() }));

const asset = { assetUuid: "a", name: "Alpine Fund", isLocked: false } as Asset;
const issuer = { workspaceId: "w", role: "issuer" } as const;
const keep = (
  seconds: number,
  changed: Partial<Asset> = {},
  actor: Parameters<typeof keepAsset>[0] = issuer,
) => keepAsset(actor, { asset: { ...asset, ...changed }, toldAt: new Date(seconds * 1_000) });
const stored = () =>
  vi
    .mocked(storeAsset)
    .mock.calls.map(([of, told]) => [of, told.toldAt.getTime() / 1_000, told.asset.isLocked]);

beforeEach(() => vi.mocked(storeAsset).mockClear());

it("writes what AMP tells of an asset once a minute, and at once what has changed", async () => {
  await keep(100);
  await keep(110);
  await keep(120, { isLocked: true });
  await keep(130, { isLocked: true });
  await keep(181, { isLocked: true });
  expect(stored()).toEqual([
    ["w", 100, false],
    ["w", 120, true],
    ["w", 181, true],
  ]);
});

it("keeps nothing that a manager was told", async () => {
  await keep(300, {}, { workspaceId: "m", role: "manager" });
  expect(stored()).toEqual([]);
});
