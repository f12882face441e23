import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { IssueDraft } from "@/lib/domain/issue-draft";
import { issueText } from "@/lib/messages/issue";
import { SupplyStep } from "./issue-supply";

const { amountHint } = issueText.supply;

const shown = (part: Partial<IssueDraft>) =>
  renderToStaticMarkup(
    <SupplyStep
      draft={{ ticker: "HRB", precision: 2, amount: "100.5", amountIn: "shown", ...part } as IssueDraft}
      change={() => {}}
      errors={{}}
    />,
  );

describe("the amount of an issuance", () => {
  it("is shown in all three ways, whichever of two units it is entered in", () => {
    for (const html of [shown({}), shown({ amount: "10050", amountIn: "sats" })])
      for (const display of [">100.50<", ">10,050<", ">0.00010050<"]) expect(html).toContain(display);
  });

  it("says in which unit it is entered", () => {
    expect(shown({})).toContain(amountHint.shown);
    expect(shown({})).toContain(">HRB</span>");
    const inSats = shown({ amount: "10050", amountIn: "sats" });
    expect(inSats).toContain(amountHint.sats);
    expect(inSats).toContain('inputMode="numeric"');
    expect(inSats).not.toContain(amountHint.shown);
  });

  it("is none while sats have decimals", () => {
    expect(shown({ amount: "100.50", amountIn: "sats" })).toContain(issueText.supply.displayNone);
  });
});
