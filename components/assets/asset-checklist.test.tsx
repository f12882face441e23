import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import { assetsText } from "@/lib/messages/assets";
import { uiText } from "@/lib/messages/ui";
import { AssetChecklist } from "./asset-checklist";

vi.mock("@/server/actions/assets", () => ({ authorizeAssetAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const asset = { assetUuid: "a", name: "Fund", isAuthorized: false, transferRestricted: false } as Asset;

const render = (confirmations: number | null, more: Partial<Asset> = {}, hasTreasury = true) =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <AssetChecklist
        asset={{ ...asset, ...more }}
        initial={{ txid: "cc", confirmations }}
        hasTreasury={hasTreasury}
      />
    </QueryClientProvider>,
  );

describe("the checklist of an asset", () => {
  it("offers to register it once its issuance is deep enough", () => {
    expect(render(3)).toContain(assetsText.authorize.confirm);
    expect(render(2)).not.toContain(assetsText.authorize.confirm);
  });

  it("waits, without a button, while nobody can count the confirmations", () => {
    const html = render(null);
    expect(html).not.toContain(assetsText.authorize.confirm);
    expect(html).toContain(assetsText.checklist.confirmationsUnknown);
    expect(html).toContain(uiText.steps.waiting);
  });

  it("leads to the registry's steps only where the asset can be listed", () => {
    const named = { domain: "issuer.example", ticker: "FND", pubkey: "02".repeat(33) };
    const { toSettings, registryNone } = assetsText.checklist;
    const escaped = toSettings.replaceAll("'", "&#x27;");
    expect(render(3, { ...named, isRegistered: false })).toContain(escaped);
    expect(render(3, { ...named, isRegistered: true })).not.toContain(escaped);
    const unnamed = render(3, { domain: null, ticker: null, pubkey: null });
    expect(unnamed).not.toContain(escaped);
    expect(unnamed).toContain(registryNone);
  });

  it("leads to the treasury addresses while AMP knows none", () => {
    const { toTreasury } = assetsText.checklist;
    expect([render(3, {}, false).includes(toTreasury), render(3).includes(toTreasury)]).toEqual([
      true,
      false,
    ]);
  });
});
