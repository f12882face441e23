import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it, vi } from "vitest";
import type { CircleChange } from "@/lib/domain/eligibility";
import { categoryImpactText } from "@/lib/messages/category-impact";
import { uiText } from "@/lib/messages/ui";
import { MembershipDialog } from "./membership-dialog";
import { RequirementDialog } from "./requirement-dialog";

const answer = vi.hoisted(() => ({ data: undefined as unknown, error: null as Error | null }));
vi.mock("@tanstack/react-query", () => ({ useQuery: () => answer }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
vi.mock("@/server/actions/copies", () => ({ readCopyAgainAction: null }));
vi.mock("@/server/actions/categories", () => ({ setMembershipAction: null, setRequirementAction: null }));
vi.mock("@/components/data/use-confirmed", () => ({ useConfirmed: () => vi.fn() }));

/** As a route answers: the figures with the age of what they were counted in. */
const counted = (impact: unknown) => ({
  impact,
  freshness: { asOf: new Date("2026-01-01T12:03:00Z"), source: "mirror" },
  copies: [{ list: "users" }],
});

const nobody = { count: 0, names: [] };
const harmless: CircleChange = {
  ...{ assetUuid: "a", name: "Fund", gaining: nobody, losing: nobody, isOpen: false },
  ...{ holdersLosing: 0, assignmentsWaiting: 0, assignmentsFreed: 0, inDistribution: 0 },
};
const category = { id: 2, name: "Resident" };
const dialogs = {
  "a user's category": {
    draw: () => (
      <MembershipDialog {...{ user: { id: 7, name: "Ada" }, category, isMember: false }} onClose={() => {}} />
    ),
    harmless: { changes: 1, users: 1, assets: [harmless] },
  },
  "an asset's requirement": {
    draw: () => (
      <RequirementDialog
        {...{ category, isRequired: true }}
        asset={{ assetUuid: "a", name: "Fund", hasEndpoint: false, otherRequirements: [] }}
        onClose={() => {}}
      />
    ),
    harmless: { ...harmless, users: 3, eligibleBefore: 1, eligibleAfter: 1 },
  },
};

beforeEach(() => Object.assign(answer, { data: undefined, error: null }));

it.each(Object.entries(dialogs))("a change of %s that could not be counted wants the name", (_, { draw }) => {
  answer.error = new Error("away");
  const html = renderToStaticMarkup(draw());
  expect(html).toContain(categoryImpactText.notCounted);
  expect(html).toContain("<input");
});

it.each(Object.entries(dialogs))("a change of %s that harms nobody wants none", (_, { draw, harmless }) => {
  answer.data = counted(harmless);
  expect(renderToStaticMarkup(draw())).not.toContain("<input");
});

it.each(Object.entries(dialogs))(
  "a change of %s says how old its count is and looks again",
  (_, { draw, harmless }) => {
    answer.data = counted(harmless);
    const html = renderToStaticMarkup(draw());
    expect(html).toContain('dateTime="2026-01-01T12:03:00.000Z"');
    expect(html).toContain(uiText.refresh);
  },
);
