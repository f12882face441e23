import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { COLUMNS_SHOWN, type MatrixView } from "@/lib/domain/category-matrix";
import type { ErrorView } from "@/lib/errors";
import { formatUtcClock } from "@/lib/format/times";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";
import { categoryMatrixText } from "@/lib/messages/category-matrix";
import { uiText } from "@/lib/messages/ui";
import { routes } from "@/lib/routes";
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

interface Opened {
  params?: Record<string, string>;
  categories?: MatrixView["categories"];
}

const render = (
  rows: MatrixView["page"]["rows"],
  { params = {}, categories = [{ id: 1, name: "Resident" }] }: Opened = {},
) =>
  renderToStaticMarkup(
    <CategoryMatrix
      state={parseListState(params, lists.matrix)}
      initial={{
        page: { rows, nextCursor: null, total: rows.length, freshness: { asOf, source: "amp" } },
        categories,
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

describe("the columns that the address names", () => {
  const categories = Array.from({ length: 40 }, (_, at) => ({
    id: at + 1,
    name: `${at % 2 === 0 ? "Even" : "Odd"} ${at}`,
  }));
  const open = (params: Record<string, string>) => {
    live.error = null;
    return render([{ id: 7, name: "Ada", categories: [] }], { params, categories });
  };
  const heads = (html: string) =>
    [...html.matchAll(/<th scope="col"[^>]*title="([^"]*)"/g)].map(([, name]) => name);

  it("are those found and that portion of them", () => {
    const html = open({ named: "odd", part: "2" });
    expect(heads(html)).toEqual(["Odd 33", "Odd 35", "Odd 37", "Odd 39"]);
    expect(html).toContain(categoryMatrixText.columns.shown(17, 20, 20));
  });

  it("are the last ones beyond the end, and the first ones for what is no number", () => {
    expect(heads(open({ part: "99" }))).toHaveLength(40 - 2 * COLUMNS_SHOWN);
    expect(heads(open({ part: "-1" }))[0]).toBe("Even 0");
  });

  it("stay in what the page leads to", () => {
    const html = open({ named: "odd", part: "2", category: "3" }).replaceAll("&amp;", "&");
    expect(html).toMatch(/<input type="hidden" name="named" value="odd"\/>/);
    expect(html).toMatch(/<input type="hidden" name="part" value="2"\/>/);
    expect(html).toContain(`href="${routes.categoryMatrix}?named=odd&part=2"`); // without the filter
  });
});
