import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { assignmentWarningText as text } from "@/lib/messages/assignment-warning";
import { routes } from "@/lib/routes";
import { UnauthorizedAlert } from "./unauthorized-alert";

const inHtml = (text: string) => text.replaceAll("'", "&#x27;");

const shown = (isAuthorized: boolean, mayAuthorize: boolean) =>
  renderToStaticMarkup(
    <UnauthorizedAlert asset={{ assetUuid: "a", isAuthorized }} mayAuthorize={mayAuthorize} />,
  );

it("says of an asset that is not authorised what cannot be done yet, and where that is settled", () => {
  expect(shown(false, true)).toContain(text.text);
  expect(shown(false, true)).toContain(`href="${routes.asset("a")}"`);
  expect(shown(true, true)).toBe("");
});

it("leads nobody to what only the issuer may do", () => {
  expect(shown(false, false)).toContain(inHtml(text.byIssuer));
  expect(shown(false, false)).not.toContain("href");
});
