import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToReadableStream } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { OverviewData } from "@/lib/domain/overview";
import { assetsText } from "@/lib/messages/assets";
import { overviewText } from "@/lib/messages/overview";
import { Overview } from "./overview";

type Refresh = () => Promise<unknown>;
const refreshes = vi.hoisted((): Refresh[] => []);
vi.mock("@/components/ui/freshness", () => ({
  Freshness: ({ onRefresh }: { onRefresh: Refresh }) => {
    refreshes.push(onRefresh);
    return null;
  },
}));
const getJson = vi.hoisted(() => vi.fn());
vi.mock("@/components/data/get-json", () => ({ getJson, ViewError: class {} }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}), usePathname: () => "/overview" }));

const EMPTY: OverviewData = {
  rows: [],
  total: 0,
  treasuryAge: null,
  unreadable: [],
  holders: 0,
  counted: 0,
  operations: [],
  openOperations: 0,
  policySats: null,
  alerts: [],
  steps: [],
  asOf: new Date(0),
};
/** With the parts whose scripts come late, as the server sends them. */
async function shown(data: Partial<OverviewData>, queries = new QueryClient()): Promise<string> {
  const stream = await renderToReadableStream(
    <QueryClientProvider client={queries}>
      <Overview initial={{ ...EMPTY, ...data }} canIssue hasTreasury />
    </QueryClientProvider>,
  );
  await stream.allReady;
  return new Response(stream).text();
}

describe("the overview", () => {
  it("says how old the treasury's figures are beside the assets", async () => {
    expect(await shown({ total: 1, treasuryAge: "Treasury: by the watch, some time ago." })).toContain(
      "by the watch, some time ago",
    );
  });

  it("tells what needs a person before there is an asset", async () => {
    expect(await shown({})).not.toContain(overviewText.alerts.title);
    const html = await shown({ alerts: [{ kind: "node", message: "The wallet is away." }] });
    expect(html).toContain("The wallet is away.");
    expect(html).toContain(assetsText.empty.title);
  });

  it("says that its holdings are counted for each account and asset", async () => {
    expect(await shown({ total: 2, counted: 2, holders: 6 })).toContain(overviewText.figures.holdersNote);
    expect(await shown({ total: 2, counted: 1, holders: 3 })).toContain(overviewText.figures.counted(1, 2));
  });

  it("counts open operations beyond those it shows", async () => {
    expect(await shown({ total: 1, openOperations: 31 })).toMatch(/>31</);
  });

  it("names granted assets that are missing in it", async () => {
    const html = await shown({ total: 1, unreadable: ["5aff248b-84a7-49a5-8b27-d31a405742f5"] });
    expect(html).toContain(assetsText.unreadable.title(1));
    expect(html).toContain("5aff248b-84a7-49a5-8b27-d31a405742f5");
  });

  it("is read again together with the latest movements", async () => {
    const queries = new QueryClient();
    const data = { ...EMPTY, total: 1 };
    // What was read once is read again; on a page that nothing watches, that is what was put there.
    for (const path of ["/api/overview", "/api/overview/activities"]) queries.setQueryData([path], data);
    getJson.mockResolvedValue(data);
    refreshes.length = 0;
    await shown(data, queries);
    await refreshes[0]?.();
    expect(getJson.mock.calls).toEqual([
      ["/api/overview", { isPoll: false }],
      ["/api/overview/activities", { isPoll: false }],
    ]);
  });
});
