import { expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { pageData } from "./page-data";

const findActor = vi.hoisted(() => vi.fn());
const path = "/users?q=ada";
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-ampdesk-path": path }) }));
vi.mock("@/server/auth/next-auth", () => ({ readSessionSecret: async () => "secret" }));
vi.mock("@/server/auth/store", () => ({ findActor }));
vi.mock("@/server/platform/env", () => ({ deskEnv: () => ({ AMPDESK_TRUSTED_PROXIES: 0 }) }));

const BACK = { digest: expect.stringContaining(`;${routes.signIn(path)};`) };

it("leads to sign-in and back to the page whoever has no session", async () => {
  findActor.mockResolvedValue(null);
  await expect(pageData(async () => "read")).rejects.toMatchObject(BACK);
});

it("does so, too, when AMP refuses the token while the page is read", async () => {
  findActor.mockResolvedValue({ workspaceId: "w" });
  const refused = async () => {
    throw new AppError("UNAUTHENTICATED", "AMP no longer accepts the token.");
  };
  await expect(pageData(refused)).rejects.toMatchObject(BACK);
});
