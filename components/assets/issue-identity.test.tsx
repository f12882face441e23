import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { IssueDraft } from "@/lib/domain/issue-draft";
import { issueText } from "@/lib/messages/issue";
import { IdentityStep } from "./issue-identity";

it("warns of a ticker that is longer than AMP's text allows", () => {
  const shown = (ticker: string) => {
    const draft = { name: "", ticker, domain: "", pubkey: "" } as IssueDraft;
    return renderToStaticMarkup(<IdentityStep draft={draft} change={() => {}} errors={{}} />);
  };
  const warning = renderToStaticMarkup(issueText.identity.tickerLong);
  expect(shown("HRB31")).not.toContain(warning);
  expect(shown("HRB312")).toContain(warning);
});
