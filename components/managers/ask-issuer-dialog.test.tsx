import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { mailOf, pathToGrant, type Wanted } from "@/lib/domain/ask-issuer";
import { askIssuerText as text } from "@/lib/messages/ask-issuer";
import { managersText } from "@/lib/messages/managers";
import { AskIssuerDialog } from "./ask-issuer-dialog";
import { GrantForm } from "./grant-form";

const self = { id: 7, username: "bob", environment: "testnet" };
vi.mock("@tanstack/react-query", () => ({ useQuery: () => ({ data: self, error: null }) }));
vi.mock("@/components/data/use-submit", () => ({ useSubmit: () => ({ submit: null, error: null }) }));
vi.mock("@/components/ui/use-in-browser", () => ({ useInBrowser: () => "https://desk.example" }));
vi.mock("@/server/actions/managers", () => ({ setManagerAssetAction: null }));

const UUID = "0a1b2c3d-0000-4000-8000-000000000001";
const user = { id: 9, name: "Ada & Co" };
const categories = [{ id: 3, name: "Resident" }];
const drawn = (wanted: Wanted) =>
  renderToStaticMarkup(<AskIssuerDialog wanted={wanted} onClose={() => {}} />).replaceAll("&amp;", "&");

describe("what a manager can only ask for", () => {
  it("is asked with who asks, what for, and the page that grants it", () => {
    const html = drawn({ kind: "asset", asset: UUID });
    for (const words of [
      "bob",
      "no. 7",
      "Testnet",
      UUID,
      `https://desk.example/managers/7?asset=${UUID}#grants`,
    ])
      expect(html).toContain(words);
    const archive = drawn({ kind: "archive", user });
    for (const words of ["Ada & Co", "https://desk.example/users/9"]) expect(archive).toContain(words);
    expect(drawn({ kind: "category", user, categories })).toContain("Resident");
  });

  it("leads the issuer to where everything is chosen that can be", () => {
    const asset = { kind: "asset", asset: "" } as const;
    expect(pathToGrant(7, asset, UUID.toUpperCase())).toBe(`/managers/7?asset=${UUID}#grants`);
    // Only what is an asset's UUID gets into an address.
    for (const choice of ["", "Alpine Fund", "?x=1#"])
      expect(pathToGrant(7, asset, choice)).toBe("/managers/7#grants");
    const category = { kind: "category", user, categories } as const;
    expect(pathToGrant(7, category, "3")).toBe("/users/9?category=3#categories");
    expect(pathToGrant(7, category, "")).toBe("/users/9");
  });

  it("goes into a mail as it stands", () => {
    const message = { subject: "A & B?", text: "one\ntwo #3" };
    const { searchParams } = new URL(mailOf(message));
    expect([searchParams.get("subject"), searchParams.get("body")]).toEqual([message.subject, message.text]);
    expect(drawn({ kind: "archive", user })).toContain('href="mailto:?subject=');
    expect(drawn({ kind: "archive", user })).toContain(text.mail);
  });

  it("stands chosen on the page that grants it, unless it is granted by now", () => {
    const assets = [{ assetUuid: UUID, name: "Alpine Fund" }];
    const form = (chosen: string) =>
      renderToStaticMarkup(<GrantForm managerId={7} assets={assets} chosen={chosen} />);
    const grantButton = (html: string) => html.slice(html.lastIndexOf("<button"));
    expect(grantButton(form(UUID))).not.toContain('disabled=""');
    expect(grantButton(form("other"))).toContain('disabled=""');
    expect(form(UUID)).toContain(managersText.grants.grant);
  });
});
