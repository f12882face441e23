import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { SupplyHistoryView } from "@/lib/domain/supply-history";
import { SupplyChart } from "./supply-chart";

const point = { at: Date.UTC(2026, 10, 21, 23, 30), level: 1, supplySats: 500n };
const parts = vi.hoisted(() => ({
  around: ({ children }: { children: ReactNode }) => children,
  none: () => null,
}));
vi.mock("recharts", () => ({
  ...{ ResponsiveContainer: parts.around, AreaChart: parts.around },
  ...{ Area: parts.none, XAxis: parts.none, YAxis: parts.none },
  Tooltip: ({ content }: { content: (props: object) => ReactNode }) =>
    content({ payload: [{ payload: point }] }),
}));
vi.mock("@/lib/format/times", async (original) => ({
  ...(await original<object>()),
  formatZoned: (at: Date) => `zoned ${at.toISOString()}`,
}));

it("tells a step's time in the zone of whoever reads, as every other time", () => {
  const asset = { precision: 0, ticker: "ALP" } as SupplyHistoryView["asset"];
  const html = renderToStaticMarkup(<SupplyChart changes={[]} asset={asset} />);
  expect(html).toContain("zoned 2026-11-21T23:30:00.000Z");
});
