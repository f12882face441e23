import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { OverviewData } from "@/lib/domain/overview";
import { assetsText } from "@/lib/messages/assets";
import { overviewText } from "@/lib/messages/overview";
import { Overview } from "./overview";

vi.mock("next/navigation", () => ({ useRouter: () => ({}), usePathname: () => "/overview" }));

const EMPTY: OverviewData = {
  rows: [],
  total: 0,
  unreadable: [],
  holders: 0,
  counted: 0,
  operations: [],
  policySats: null,
  alerts: [],
  steps: [],
  asOf: new Date(0),
};
const shown = (data: Partial<OverviewData>) =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <Overview initial={{ ...EMPTY, ...data }} canIssue hasTreasury />
    </QueryClientProvider>,
  );

describe("the overview", () => {
  it("tells what needs a person before there is an asset", () => {
    expect(shown({})).not.toContain(overviewText.alerts.title);
    const html = shown({ alerts: [{ kind: "node", message: "The wallet is away." }] });
    expect(html).toContain("The wallet is away.");
    expect(html).toContain(assetsText.empty.title);
  });

  it("says that its holdings are counted for each account and asset", () => {
    expect(shown({ total: 2, counted: 2, holders: 6 })).toContain(overviewText.figures.holdersNote);
    expect(shown({ total: 2, counted: 1, holders: 3 })).toContain(overviewText.figures.counted(1, 2));
  });

  it("names granted assets that are missing in it", () => {
    const html = shown({ total: 1, unreadable: ["5aff248b-84a7-49a5-8b27-d31a405742f5"] });
    expect(html).toContain(assetsText.unreadable.title(1));
    expect(html).toContain("5aff248b-84a7-49a5-8b27-d31a405742f5");
  });
});
