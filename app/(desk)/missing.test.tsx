import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it, vi } from "vitest";
import { deletionsText } from "@/lib/messages/deletions";
import { shellText } from "@/lib/messages/shell";
import { routes } from "@/lib/routes";
import AssetNotFound from "./assets/not-found";
import { Missing } from "./missing";

const asked = vi.hoisted(() => ({ path: "", role: "issuer", find: vi.fn() }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-ampdesk-path": asked.path }) }));
vi.mock("@/server/auth/actor", () => ({
  currentActor: async () => ({ role: asked.role, workspaceId: "w" }),
}));
vi.mock("@/server/audit/deletion-store", () => ({ findDeletion: asked.find }));

const deletion = { by: "Ada Kern", at: new Date("2026-11-20T12:03:10Z"), entryId: 77n };
const shown = async (...kinds: Parameters<typeof Missing>[0]["kinds"]) =>
  renderToStaticMarkup(await Missing({ kinds }));

beforeEach(() => {
  Object.assign(asked, { role: "issuer" });
  asked.find.mockReset().mockResolvedValue(deletion);
});

it("says of what this workspace deleted who did it and when, and leads to the list and to the entry", async () => {
  asked.path = routes.user(7);
  const html = await shown("user", "category");
  expect(asked.find).toHaveBeenCalledWith("w", { kind: "user", userId: 7 });
  expect(html).toContain(deletionsText.titles.user);
  expect(html).toContain("Deleted by Ada Kern on 2026-11-20 12:03 UTC.");
  expect(html).toContain(`href="${routes.users}"`);
  expect(html).toContain(`href="${routes.auditEntry(77n)}"`);
  asked.path = routes.category(3);
  expect(await shown("user", "category")).toContain(deletionsText.titles.category);
});

it("says no more than that there is no such page where nobody deleted it, and to a manager", async () => {
  asked.path = routes.user(7);
  asked.role = "manager";
  expect(await shown("user")).toContain(shellText.errors.notFoundTitle);
  expect(asked.find).not.toHaveBeenCalled();
  asked.role = "issuer";
  asked.find.mockResolvedValue(null);
  expect(await shown("user")).toContain(shellText.errors.notFoundTitle);
});

it("asks the log about nothing on pages of other things", async () => {
  for (const path of [routes.users, routes.treasury, routes.userJobs]) {
    asked.path = path;
    expect(await shown("user", "category")).toContain(shellText.errors.notFoundTitle);
  }
  expect(asked.find).not.toHaveBeenCalled();
});

it("stands below the assets, too, where a manager is told how to ask for one", async () => {
  asked.path = routes.assetSettings("6ffa44b0-3a0c-4d8e-9f7a-0123456789ab");
  const { type: Shown, props } = await AssetNotFound();
  expect(Shown).toBe(Missing);
  expect(props).toEqual({ kinds: ["asset"] });
});
