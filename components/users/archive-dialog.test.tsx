import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it, vi } from "vitest";
import type { CircleChange } from "@/lib/domain/eligibility";
import { categoryImpactText } from "@/lib/messages/category-impact";
import { usersText } from "@/lib/messages/users";
import { ArchiveDialog } from "./archive-dialog";

const answer = vi.hoisted(() => ({ data: undefined as unknown, error: null as Error | null }));
const asked = vi.hoisted(() => ({ path: "" }));
vi.mock("@tanstack/react-query", () => ({
  useQuery: ({ queryKey: [path] }: { queryKey: [string] }) => {
    asked.path = path;
    return answer;
  },
}));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
vi.mock("@/server/actions/copies", () => ({ readCopyAgainAction: null }));
vi.mock("@/server/actions/users", () => ({ archiveUserAction: null, restoreUserAction: null }));
vi.mock("@/components/data/use-confirmed", () => ({ useConfirmed: () => vi.fn() }));

/** As a route answers: the figures with the age of what they were counted in. */
const counted = (impact: unknown) => ({
  impact,
  freshness: { asOf: new Date("2026-01-01T12:03:00Z"), source: "mirror" },
  copies: [{ list: "users" }],
});

const ada = { count: 1, names: ["Ada"] };
const nobody = { count: 0, names: [] };
const change = (rest: Partial<CircleChange>) => ({
  ...{ assetUuid: "a", name: "Fund", gaining: nobody, losing: nobody, isOpen: false },
  ...{ holdersLosing: 0, assignmentsWaiting: 0, assignmentsFreed: 0, inDistribution: 0, ...rest },
});
const draw = (isArchived: boolean) =>
  renderToStaticMarkup(
    <ArchiveDialog {...{ user: { id: 7, name: "Ada" }, categories: 2, isArchived }} onClose={() => {}} />,
  );

beforeEach(() => Object.assign(answer, { data: undefined, error: null }));

it("says what the user loses, and wants the name when a holder loses by it", () => {
  answer.data = counted({ changes: 2, users: 1, assets: [change({ losing: ada, holdersLosing: 1 })] });
  const html = draw(true);
  expect(asked.path).toBe("/api/users/7/archive");
  for (const words of [usersText.archive.archiveTitle("Ada"), "Fund", categoryImpactText.losing(ada)])
    expect(html).toContain(words);
  expect(html).toContain("<input");
});

it("says what who comes back may receive again, and wants no name for it", () => {
  answer.data = counted({ changes: 2, users: 1, assets: [change({ gaining: ada })] });
  const html = draw(false);
  expect(asked.path).toBe("/api/users/7/archive?back=1");
  for (const words of [usersText.archive.restoreTitle("Ada"), categoryImpactText.gaining(ada)])
    expect(html).toContain(words);
  expect(html).not.toContain("<input");
});

it("wants the name when nobody knows whom it concerns, and waits until it is counted or not", () => {
  expect(draw(true)).toMatch(
    /<button[^>]*type="submit"[^>]*disabled=""|<button[^>]*disabled=""[^>]*type="submit"/,
  );
  answer.error = new Error("away");
  expect(draw(true)).toContain("<input");
});
