import { expect, it, vi } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { allAssets, readableAssets } from "./assets";

const call = vi.hoisted(() => vi.fn());
vi.mock("@/server/auth/amp-session", () => ({ ampAs: async () => ({ call }) }));
vi.mock("@/server/auth/authorize", () => ({
  authorize: async () => undefined,
  grantedAssets: async () => new Set(["there", "gone"]),
}));
vi.mock("@/server/audit/audited", () => ({ audited: async () => undefined }));

const answers = (code: "NOT_FOUND" | "UNAUTHENTICATED") =>
  call.mockImplementation(async (_: string, { path }: { path: { assetUuid: string } }) => {
    if (path.assetUuid === "gone") throw new AppError(code, "");
    return path;
  });
const manager = () => ({ role: "manager" }) as Actor;

it("leaves out a granted asset that AMP does not know any more", async () => {
  answers("NOT_FOUND");
  expect(await allAssets(manager())).toEqual([{ assetUuid: "there" }]);
  expect(await readableAssets(manager())).toEqual({ assets: [{ assetUuid: "there" }], unreadable: [] });
});

it("ends with the session", async () => {
  answers("UNAUTHENTICATED");
  await expect(readableAssets(manager())).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
});
