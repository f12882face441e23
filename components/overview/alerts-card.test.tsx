import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { OverviewAlert } from "@/lib/domain/overview";
import { routes } from "@/lib/routes";
import { AlertsCard } from "./alerts-card";

it("leads to every alert, those beyond the first ones in a part that opens", () => {
  const uuids = Array.from({ length: 9 }, (_, at) => `uuid-${at}`);
  const alerts = uuids.map(
    (assetUuid) => ({ kind: "locked", asset: { assetUuid, name: assetUuid } }) as OverviewAlert,
  );
  const [first = "", folded = ""] = renderToStaticMarkup(<AlertsCard alerts={alerts} />).split("<details");
  const linked = (html: string) => uuids.filter((uuid) => html.includes(`href="${routes.asset(uuid)}"`));
  expect([linked(first), linked(folded)]).toEqual([uuids.slice(0, 6), uuids.slice(6)]);
});
