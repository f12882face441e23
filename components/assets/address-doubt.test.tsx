import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { issueText } from "@/lib/messages/issue";
import { AddressDoubt } from "./address-doubt";
import type { Issue } from "./use-issue";

vi.mock("@/server/actions/assets", () => ({ issueAssetAction: vi.fn() }));

const render = (doubt: Issue["doubt"], isAccepted = false) =>
  renderToStaticMarkup(<AddressDoubt doubt={doubt} isAccepted={isAccepted} accept={vi.fn()} />);

describe("the second word on an issuance's addresses", () => {
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

  it("says nothing while there is no doubt", () => {
    expect(render(null)).toBe("");
  });
});
