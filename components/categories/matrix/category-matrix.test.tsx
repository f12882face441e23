import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it, vi } from "vitest";
import type { MatrixView } from "@/lib/domain/category-matrix";
import type { ErrorView } from "@/lib/errors";
import { formatUtcClock } from "@/lib/format/times";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { categoryMatrixText } from "@/lib/messages/category-matrix";
import { uiText } from "@/lib/messages/ui";
import { CategoryMatrix } from "./category-matrix";

const live = vi.hoisted(() => ({ error: null as ErrorView | null }));

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
vi.mock("@/server/actions/copies", () => ({ readCopyAgainAction: vi.fn() }));
vi.mock("@/server/actions/categories", () => ({ applyMatrixAction: vi.fn(), reviewMatrixAction: vi.fn() }));
vi.mock("@/components/data/use-live", () => ({
  useLive: (_: string, data: unknown) => ({ data, refresh: vi.fn(), error: live.error }),
}));

const away: ErrorView = {
  code: "UNAVAILABLE",
  message: "AMP cannot be reached.",
  retryable: true,
  requestId: "r-1",
};
const asOf = new Date("2026-03-02T09:08:07Z");

const render = (rows: MatrixView["page"]["rows"]) =>
  renderToStaticMarkup(
    <CategoryMatrix
      state={parseListState({}, lists.matrix)}
      initial={{
        page: { rows, nextCursor: null, total: rows.length, freshness: { asOf, source: "amp" } },
        categories: [{ id: 1, name: "Resident" }],
      }}
      workspaceId="w-1"
      canChange
    />,
  );

beforeEach(() => {
  live.error = away;
});

it("keeps its rows and their age when it could not be read again, and says why", () => {
  const html = render([{ id: 7, name: "Ada", categories: [1] }]);
  expect(html).toContain("Ada");
  expect(html).toContain(uiText.freshness(formatUtcClock(asOf)));
  expect(html).toContain(away.message);
  expect(html).toContain(away.requestId);
});

it("does not call itself empty then", () => {
  expect(render([])).not.toContain(categoryMatrixText.empty.title);
  live.error = null;
  expect(render([])).toContain(categoryMatrixText.empty.title);
});
