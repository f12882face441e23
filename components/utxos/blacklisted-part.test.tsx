import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { BlacklistedPart as Part } from "@/lib/domain/utxos";
import { blacklistedText as text } from "@/lib/messages/blacklisted";
import { BlacklistedPart } from "./blacklisted-part";

const asOf = new Date("2026-01-01T12:03:00Z");
const draw = (part: Part | null) =>
  renderToStaticMarkup(<BlacklistedPart part={part} asset={{ precision: 2, ticker: "AGF" }} />);

it("says how much of a balance is blacklisted and of when that is, also where it is nothing", () => {
  expect(draw({ sats: 12_345n, asOf })).toContain(text.part("123.45 AGF"));
  for (const sats of [0n, 5n]) expect(draw({ sats, asOf })).toContain('dateTime="2026-01-01T12:03:00.000Z"');
  expect(draw({ sats: 0n, asOf })).toContain(text.none);
});

it("does not take what nobody knows for nothing", () => {
  expect(draw(null)).toContain(text.notKnown);
  expect(draw(null)).not.toContain("dateTime");
});
