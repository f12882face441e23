import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { OwnershipView, TodayOnly } from "@/lib/domain/ownership";
import { OwnershipFigureRow } from "./ownership-figures";

const figures = { supplySats: 10_000n, ownedSats: 10_000n, treasurySats: 9_000n, holderCount: 2 };
const shown = (today: TodayOnly | null) => {
  const view = { asset: { ticker: "HRB", precision: 2 }, figures, today } as OwnershipView;
  return renderToStaticMarkup(<OwnershipFigureRow view={view} assetUuid="a" />);
};
const ofToday = (blacklistedSats: bigint) => shown({ blacklistedSats, lostOutputs: 0 });

it("says how much of what is in circulation is blacklisted", () => {
  expect(ofToday(250n)).toContain("10.00% of the supply, of which 2.50 HRB blacklisted");
  // The rest lies in the treasury.
  expect(ofToday(1_200n)).toContain(", of which 10.00 HRB blacklisted");
});

it("says nothing of it where there is none, or it is not known", () => {
  for (const html of [ofToday(0n), shown(null)]) expect(html).not.toContain("of which");
});
