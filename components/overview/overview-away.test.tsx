import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { OverviewAway as Known } from "@/lib/domain/overview";
import type { WatchedAsset } from "@/lib/domain/watch";
import { ampText } from "@/lib/messages/amp";
import { assetsText } from "@/lib/messages/assets";
import { overviewText } from "@/lib/messages/overview";
import { overviewAwayText } from "@/lib/messages/overview-away";
import { OverviewAway } from "./overview-away";

vi.mock("next/navigation", () => ({ useRouter: () => ({}), usePathname: () => "/overview" }));

const error = { code: "UNAVAILABLE", message: ampText.unreachable, retryable: true, requestId: "r" } as const;
const KNOWN: Known = {
  operations: [],
  openOperations: 3,
  policySats: 5_000n,
  alerts: [{ kind: "node", message: "The wallet is away." }],
  steps: [{ kind: "requests", count: 2 }],
  watched: [],
};
const shown = (known: Partial<Known> = {}, hasTreasury = true) =>
  renderToStaticMarkup(
    <OverviewAway error={error} known={{ ...KNOWN, ...known }} hasTreasury={hasTreasury} />,
  );

it("says why, and shows what the desk knows by itself", () => {
  const fund = {
    ...{ assetUuid: "a", name: "Alpine Fund", ticker: "ALP", precision: 2, goodAt: new Date(0) },
    figures: { treasurySats: 12_345n },
  } as WatchedAsset;
  const html = shown({ watched: [fund] });
  for (const words of [
    ampText.unreachable,
    "The wallet is away.",
    overviewText.steps.requests(2),
    "Alpine Fund",
    "123.45",
    "1970-01-01",
    "0.00005000",
  ])
    expect(html).toContain(words);
});

it("does not say that nobody is needed: AMP would tell of more", () => {
  const html = shown({ alerts: [] });
  expect(html).not.toContain(overviewText.alerts.none);
  expect(html).toContain(overviewText.steps.requests(2));
});

it("calls nothing empty that only AMP knows", () => {
  for (const html of [shown(), shown({}, false)]) {
    expect(html).toContain(overviewAwayText.none);
    expect(html).not.toContain(assetsText.empty.title);
  }
  expect(shown({}, false)).not.toContain(overviewText.operations.title);
});
