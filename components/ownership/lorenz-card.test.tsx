import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { lorenzOf } from "@/lib/domain/testing-owners";
import { LorenzCard } from "./lorenz-card";
import { drawnPoints, WHOLE } from "./lorenz-points";

const asset = { ticker: "HB31", precision: 2 };
const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

it("says the curve in words: the figure, and what the smallest owners have together", () => {
  const html = renderToStaticMarkup(<LorenzCard lorenz={lorenzOf([6_000n, 1_000n, 3_000n])} asset={asset} />);
  expect(html).toContain(
    'aria-label="Lorenz curve with a Gini coefficient of 0.333: the smallest 33.33% of the owners have 10.00%',
  );
  const text = textOf(html);
  expect(text).toContain("Gini coefficient 0.333");
  expect(text).toContain("1 (33.33%) 10.00 HB31 10.00% 2 (66.67%) 40.00 HB31 40.00% 3 (100.00%) 100.00 HB31");
});

it("shows nothing where nobody holds any", () => {
  expect(renderToStaticMarkup(<LorenzCard lorenz={lorenzOf([])} asset={asset} />)).toBe("");
});

it("is drawn from nothing to the whole, in amounts that no float holds", () => {
  const { points } = lorenzOf([2_099_999_999_999_998n, 1n, 1n, 1n]);
  const drawn = drawnPoints(points, points.at(-1) ?? { holders: 0, sats: 0n });
  expect(drawn.map(({ owners }) => owners)).toEqual([0, 250_000, 500_000, 750_000, WHOLE]);
  expect(drawn.map(({ owned }) => owned)).toEqual([0, 0, 0, 0, WHOLE]);
});
