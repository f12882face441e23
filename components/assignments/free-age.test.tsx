import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { FreeAge } from "./free-age";

const asOf = new Date("2026-03-04T05:06:07Z");

it("tells the day of a copy, which may be of yesterday", () => {
  const copied = renderToStaticMarkup(<FreeAge freshness={{ asOf, source: "mirror" }} />);
  expect(copied).toContain("as of 2026-03-04 05:06:07 UTC");
  const asked = renderToStaticMarkup(<FreeAge freshness={{ asOf, source: "amp" }} />);
  expect(asked).toContain(">as of 05:06:07 UTC");
});
