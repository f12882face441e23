import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import { parseListState } from "@/lib/list-state";
import { assetLists } from "@/lib/lists";
import { assignmentSelectionText as text } from "@/lib/messages/assignment-selection";
import { uiText } from "@/lib/messages/ui";
import { MatchingDialog } from "./matching-dialog";

const answer = vi.hoisted(() => ({ data: undefined as unknown, isFetching: false, error: null }));
vi.mock("@tanstack/react-query", () => ({ useQuery: () => answer }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
vi.mock("@/components/data/use-confirmed", () => ({ useConfirmed: () => vi.fn() }));
vi.mock("@/server/actions/assignment-jobs", () => ({ startAssignmentJobAction: null }));
vi.mock("@/server/actions/copies", () => ({ readCopyAgainAction: null }));

const draw = () =>
  renderToStaticMarkup(
    <MatchingDialog
      asset={{ assetUuid: "a", ticker: "ALP", precision: 0 } as Asset}
      change="lock"
      state={parseListState({}, assetLists.assignments("a"))}
      onClose={() => {}}
    />,
  );

it("says how old the copy is in which it counted, with a way to look again", () => {
  answer.data = {
    impact: { count: 3, totalSats: 12n, leftOut: 0, digest: "d" },
    freshness: { asOf: new Date("2026-01-01T12:03:00Z"), source: "mirror" },
    copies: [{ list: "assignments", assetUuid: "a" }],
  };
  const html = draw();
  for (const words of [text.title("lock", 3), 'dateTime="2026-01-01T12:03:00.000Z"', uiText.refresh])
    expect(html).toContain(words);
  answer.isFetching = true;
  expect(draw()).toContain(text.counting);
  expect(draw()).not.toContain("dateTime");
});
