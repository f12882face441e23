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

it("says when it was counted what is not looked for each time somebody reads the page", () => {
  const asset = { assetUuid: "a", name: "Bond" };
  const alerts: OverviewAlert[] = [
    { kind: "blinders", asset, count: 2, asOf: new Date("2026-03-01T10:05:00Z") },
    { kind: "foreign-orders", asset, count: 1, asOf: null },
  ];
  const html = renderToStaticMarkup(<AlertsCard alerts={alerts} />);
  expect(html.match(/as of [^)<]*/g)).toEqual(["as of 2026-03-01 10:05:00 UTC"]);
});
