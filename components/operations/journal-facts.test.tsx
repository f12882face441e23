import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { JournalDetail } from "@/lib/domain/journal";
import { operationJournalText as text } from "@/lib/messages/operation-journal";
import { JournalFacts } from "./journal-facts";

const textOf = (detail: Record<string, unknown>) =>
  renderToStaticMarkup(<JournalFacts detail={detail} />).replace(/<[^>]+>/g, "|");

it("says each name and what it holds in words", () => {
  const written: JournalDetail = { heldBack: 0, sentSats: 1_234_567n, found: false, verdict: "unsent" };
  const shown = textOf(written);
  for (const name of Object.keys(written)) {
    expect(shown).toContain(`|${text.details[name]}|`);
    expect(shown).not.toContain(`|${name}|`);
  }
  expect(shown).toMatch(/\|1\D?234\D?567\|.*\|No\|.*\|not sent\|/);
});

it("keeps the name of what an older desk wrote", () => {
  expect(textOf({ reply: "4 of 5" })).toContain("|reply||4 of 5|");
  expect(textOf({ parts: { sats: 5n } })).toContain("|parts||");
  expect(textOf({})).toBe("");
});
