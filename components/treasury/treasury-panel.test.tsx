import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { TreasuryView } from "@/lib/domain/treasury";
import { parseListState } from "@/lib/list-state";
import { lists } from "@/lib/lists";

const looks = vi.hoisted(() => vi.fn());
vi.mock("@/components/data/use-live", () => ({
  useLive: (_: string, data: TreasuryView, options: { everyMs: (view: TreasuryView) => number | false }) => {
    looks(options.everyMs(data));
    return { data, refresh: () => {}, error: null };
  },
}));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
vi.mock("@/components/ui/late", () => ({ late: () => () => null }));
vi.mock("./treasury-figures", () => ({
  TreasuryFigures: ({ openCount }: { openCount: number }) => <b>{openCount}</b>,
}));
vi.mock("./treasury-alerts", () => ({ TreasuryAlerts: () => null }));
vi.mock("./node-card", () => ({ NodeCard: () => null }));
vi.mock("./balances-table", () => ({ BalancesTable: () => null }));
const { TreasuryPanel } = await import("./treasury-panel");

it.each([
  [3, 5_000],
  [0, false],
])("tells %i open operations and looks again by them, though the list shows none", (openCount, everyMs) => {
  const view = {
    node: { state: {}, balances: [], problem: null },
    operations: { rows: [], freshness: { asOf: new Date(0), source: "mirror" } },
    openCount,
  } as unknown as TreasuryView;
  const state = parseListState({ state: "done" }, lists.treasury);
  const html = renderToStaticMarkup(<TreasuryPanel state={state} initial={view} />);
  expect(html).toContain(`<b>${openCount}</b>`);
  expect(looks).toHaveBeenLastCalledWith(everyMs);
});
