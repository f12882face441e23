import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { userJobsText } from "@/lib/messages/user-jobs";
import UserJobsPage from "./page";

const choices = vi.hoisted(() => vi.fn());
vi.mock("next/navigation", () => ({ useRouter: () => ({}), usePathname: () => "/users/imports" }));
vi.mock("@/server/services/categories", () => ({ categoryChoices: choices }));
vi.mock("@/server/services/user-jobs", () => ({ listUserJobs: async () => ({ rows: [] }) }));
vi.mock("@/components/user-jobs/user-jobs-table", () => ({ UserJobsTable: () => "the list" }));
vi.mock("@/server/doors/page-data", () => ({
  pageData: async (read: (actor: object) => Promise<unknown>) => ({ ok: true, data: await read({}) }),
}));

const shown = async () =>
  renderToStaticMarkup(
    (await UserJobsPage({
      params: Promise.resolve({}),
      searchParams: Promise.resolve({}),
    })) as ReactElement,
  );

it("says why categories stand there by number", async () => {
  choices.mockRejectedValueOnce(new Error("AMP is away"));
  const html = await shown();
  expect(html).toContain(userJobsText.namesMissingText);
  expect(html).toContain("the list");
  choices.mockResolvedValueOnce([]);
  expect(await shown()).not.toContain(userJobsText.namesMissingText);
});
