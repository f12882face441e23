import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ASSET_COLUMNS, type AssetFigures, type AssetRow } from "@/lib/domain/asset-list";
import { assetsText } from "@/lib/messages/assets";
import { AssetTableRow } from "./asset-columns";

const asset = {
  assetUuid: "00000000-0000-4000-8000-000000000001",
  assetId: "ab".repeat(32),
  name: "Fund",
  ticker: "FND",
  precision: 2,
  domain: null,
  isAuthorized: true,
  isLocked: false,
  isRegistered: false,
  transferRestricted: false,
  reissuanceTokenId: null,
  alerts: [
    { id: "1", title: "Lost to AMP", isUrgent: true, href: "/treasury" },
    { id: "2", title: "Burn waits", isUrgent: true, href: "/treasury" },
  ],
} as unknown as AssetRow;

const render = (
  columns: readonly (typeof ASSET_COLUMNS)[number][],
  figures?: AssetFigures | null,
  differing: Partial<AssetRow> = {},
) =>
  renderToStaticMarkup(
    <table>
      <tbody>
        <AssetTableRow asset={{ ...asset, ...differing }} columns={columns} figures={figures} />
      </tbody>
    </table>,
  );

describe("a row of the list of assets", () => {
  it("shows the chosen columns alone, each with its label", () => {
    const labels = (html: string) => [...html.matchAll(/data-label="([^"]+)"/g)].map(([, label]) => label);
    expect(labels(render(["kind", "precision"]))).toEqual([
      assetsText.columns.kind,
      assetsText.columns.precision,
    ]);
    expect(labels(render(ASSET_COLUMNS))).toHaveLength(ASSET_COLUMNS.length);
  });

  it("does not hide behind the lock that an asset is not authorised", () => {
    const { active, locked, unauthorized } = assetsText.states;
    const shown = (differing: Partial<AssetRow>) => {
      const html = render(["state"], null, differing);
      return [active, locked, unauthorized].filter((word) => html.includes(`${word}</`));
    };
    expect(shown({})).toEqual([active]);
    expect(shown({ isLocked: true })).toEqual([locked]);
    expect(shown({ isAuthorized: false })).toEqual([unauthorized]);
    expect(shown({ isLocked: true, isAuthorized: false })).toEqual([locked, unauthorized]);
  });

  it("waits for figures, shows them, and never shows a figure that was not read as nought", () => {
    expect(render(["supply", "holders"])).not.toMatch(/>0</);
    expect(render(["supply", "holders"], { supplySats: 12_345n, holders: 1_234 })).toContain("123.45");
    expect(render(["holders"], { supplySats: 1n, holders: 1_234 })).toContain("1,234");
    expect(render(["supply"], null)).toContain(assetsText.figuresUnknown);
  });

  it("names the first alert and how many there are besides", () => {
    const html = render(["alerts"]);
    expect(html).toContain("Lost to AMP");
    expect(html).toContain(assetsText.moreAlerts(1));
    expect(html).not.toContain("Burn waits");
  });
});
