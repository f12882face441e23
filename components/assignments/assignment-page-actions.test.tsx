import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { AssignmentRow } from "@/lib/domain/assignment";
import type { AssignmentView } from "@/lib/domain/assignment-view";
import { assignmentViewText } from "@/lib/messages/assignment-view";
import { assignmentsText } from "@/lib/messages/assignments";
import { routes } from "@/lib/routes";
import { AssignmentFacts } from "./assignment-facts";
import { AssignmentPageActions } from "./assignment-page-actions";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
vi.mock("@/server/actions/assignments", () => ({
  ...{ deleteAssignmentAction: null, setAssignmentLockAction: null },
}));

const asset = { assetUuid: "5aff248b-84a7-49a5-8b27-d31a405742f5", precision: 2, ticker: "GLC" };
const row = {
  ...{ id: 7, registeredUser: 3, userName: "Ada", amount: 100n, gaid: null, receivingAddress: null },
  ...{ distributionUuid: null, vestingTimestamp: null, state: "ready", readyForDistribution: true },
} as AssignmentRow;

const drawn = (part: React.ReactNode) =>
  renderToStaticMarkup(<QueryClientProvider client={new QueryClient()}>{part}</QueryClientProvider>);
const buttonsOf = (change: Partial<AssignmentRow>) =>
  drawn(<AssignmentPageActions asset={asset} row={{ ...row, ...change }} />);
const { lock, unlock, remove } = assignmentsText;

it("offers to change, to hold back or unlock, and to delete, as the row in the list does", () => {
  const ready = buttonsOf({});
  for (const words of [assignmentViewText.change, lock.confirm, remove.confirm])
    expect(ready).toContain(words);
  expect(ready).not.toContain(unlock.confirm);
  const held = buttonsOf({ state: "locked", readyForDistribution: false });
  expect(held).toContain(unlock.confirm);
  expect(held).not.toContain(lock.confirm);
});

it("offers nothing of what a distribution has taken, and nothing to whom may change nothing", () => {
  expect(buttonsOf({ state: "pending" })).not.toContain("<button");
  expect(buttonsOf({ state: "distributed" })).not.toContain("<button");
  const view = { asset, row, missing: [], maker: { kind: "issuer" }, payment: null } as AssignmentView;
  const page = (canWrite: boolean) => drawn(<AssignmentFacts view={view} canWrite={canWrite} />);
  expect(page(true)).toContain(remove.confirm);
  expect(page(false)).not.toContain(remove.confirm);
});

it("names the categories that keep it from being distributed, and leads to why", () => {
  const missing = [
    { id: 2, name: "Resident" },
    { id: 5, name: "Qualified" },
  ];
  const view = { asset, row, missing, maker: { kind: "issuer" }, payment: null } as AssignmentView;
  const html = drawn(<AssignmentFacts view={view} canWrite={false} />);
  const why = `href="${routes.whyNot(asset.assetUuid, 3)}"`;
  expect(html).toMatch(new RegExp(`<a[^>]*${why.replace("?", "\\?")}[^>]*>Resident, Qualified</a>`));
  expect(drawn(<AssignmentFacts view={{ ...view, missing: [] }} canWrite={false} />)).not.toContain(why);
});
