import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { AssetAlert } from "@/lib/domain/asset-list";
import { assetsText } from "@/lib/messages/assets";
import { routes } from "@/lib/routes";
import { AssetAlerts } from "./asset-alerts";
import { UrgentAlert } from "./urgent-alert";

const lost: AssetAlert = { id: "1", title: "Lost outputs", isUrgent: true, href: routes.lostOutputs("a") };
const later: AssetAlert = { id: "2", title: "Reorganised", isUrgent: false, href: routes.treasury };

it("leads from an asset's pages and from its row to where the most urgent alert is settled", () => {
  for (const html of [
    renderToStaticMarkup(<UrgentAlert alerts={[lost, later]} />),
    renderToStaticMarkup(<AssetAlerts alerts={[lost, later]} />),
  ]) {
    expect(html).toContain(`href="${routes.lostOutputs("a")}"`);
    expect(html).toContain("Lost outputs");
    expect(html).toContain(assetsText.moreAlerts(1));
  }
  expect(renderToStaticMarkup(<UrgentAlert alerts={[]} />)).toBe("");
});
