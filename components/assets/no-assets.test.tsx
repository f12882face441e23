import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { assetsText } from "@/lib/messages/assets";
import { managersText } from "@/lib/messages/managers";
import { usersText } from "@/lib/messages/users";
import { NoAssets } from "./no-assets";

it("tells a manager what holds before the first asset is granted and after the last one is taken back", () => {
  const html = renderToStaticMarkup(<NoAssets canIssue={false} />);
  expect(html).toContain(assetsText.empty.manager);
  const elsewhere = [managersText.access.noAssets, usersText.holdings.noneManager];
  for (const words of [html, ...elsewhere]) expect(words).not.toMatch(/\byet\b|has not granted/);
});
