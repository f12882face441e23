import type { HeightProblem } from "@/lib/domain/height-filter";
import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";

/** Ranges of blocks and days over lists that AMP pages by block height. */
export const heightsText = catalogue("heightsText", {
  blocks: "Blocks",
  from: "From block",
  to: "To block",
  first: "first",
  last: "last",
  days: "Days (UTC)",
  since: "From day, in UTC",
  until: "To day, in UTC",
  problem: "This is no range",
  problems: {
    "not-a-height": "A block height is a whole number, for example 2146933.",
    "from-above-to": "The first block is above the last one, so nothing lies between them.",
    "not-a-day": "A day is written as year, month and day, for example 2026-11-20.",
    "since-after-until": "The first day comes after the last one, so nothing lies between them.",
  } satisfies Record<HeightProblem, string>,
  lookedThrough: (rows: number) =>
    `AMP sorts and pages this list but does not filter it by type or text. ${groupDigits(String(rows))} rows were looked through; the next page goes on behind them.`,
  ignored:
    "AMP answered with other blocks than it was asked for, so days cannot be told from blocks here. Take the days out of the filter; nothing was changed.",
  nothingYet: "Nothing that fits so far",
});
