import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { issueText } from "@/lib/messages/issue";
import { routes } from "@/lib/routes";
import { IssueDoubt } from "./issue-doubt";
import type { Issue } from "./use-issue";

vi.mock("@/server/actions/assets", () => ({ issueAssetAction: vi.fn() }));

const render = (doubt: Issue["doubt"], isAccepted = false) =>
  renderToStaticMarkup(<IssueDoubt doubt={doubt} isAccepted={isAccepted} accept={vi.fn()} />);

describe("the second word on an issuance", () => {
  it("names each address and why nobody vouches for it, and asks for a tick", () => {
    const { doubts } = issueText;
    for (const reason of ["foreign", "unchecked"] as const) {
      const html = render({ reason, addresses: ["tlq1a", "tlq1b"] });
      for (const text of [doubts[reason].title, doubts.accept, "tlq1a", "tlq1b"])
        expect(html).toContain(text);
      expect(html).not.toContain("checked=");
      expect(render({ reason, addresses: ["tlq1a"] }, true)).toContain("checked=");
    }
  });

  it("names the assets of the same name or ticker, with a tick of its own", () => {
    const assets = [
      { assetUuid: "a-1", name: "Alpine Fund", ticker: "ALP" },
      { assetUuid: "a-2", name: "Alpine Fund", ticker: null },
    ];
    const html = render({ reason: "twin", assets });
    const { doubts } = issueText;
    for (const text of [doubts.twin.title, doubts.acceptTwin, ">Alpine Fund (ALP)</a>", ">Alpine Fund</a>"])
      expect(html).toContain(text);
    expect(html).toContain(`href="${routes.asset("a-2")}"`);
    expect(html).not.toContain(doubts.accept);
  });

  it("says nothing while there is no doubt", () => {
    expect(render(null)).toBe("");
  });
});
