import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { CHANGE_KINDS, type DifferenceView } from "@/lib/domain/ownership-difference";
import { DifferenceFigures } from "./difference-figures";

it("leaves no figure alone in a row, in two columns as in three", () => {
  const none = { count: 0, sats: 0n };
  const figures = {
    ...{ supplyBeforeSats: 0n, supplyAfterSats: 0n, treasurySats: 0n },
    holders: Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, none])),
  };
  const view = { asset: { precision: 2, ticker: "FND" }, figures } as unknown as DifferenceView;
  const html = renderToStaticMarkup(<DifferenceFigures view={view} />);
  expect(html).toMatch(/<dl class="[^"]*\bgrid-cols-2\b[^"]*sm:grid-cols-3!/);
  expect((html.match(/<dt/g) ?? []).length % 6).toBe(0);
});
