import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Amount, Sats } from "@/components/ui/amount";
import { AmountInput } from "@/components/ui/amount-input";

it("shows the displayed unit and keeps the sats beside it for machines", () => {
  const html = renderToStaticMarkup(<Amount sats={9_007_199_254_740_993n} precision={2} ticker="NWB27" />);
  expect(html).toContain('<data value="9007199254740993">90,071,992,547,409.93</data>');
  expect(html).toContain("NWB27");
});

it("counts in sats where the precision does not matter", () => {
  expect(renderToStaticMarkup(<Sats sats={10_000n} />)).toContain("10,000</data>");
});

it("says below the field how many sats were typed", () => {
  const html = renderToStaticMarkup(
    <AmountInput id="amount" name="amount" precision={2} defaultValue="1,250.5" />,
  );
  expect(html).toMatch(/<output id="amount-sats"[^>]*>= 125,050 sats</);
  expect(html).toContain('aria-describedby="amount-sats"');
});
