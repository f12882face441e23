import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssetLooks } from "@/lib/domain/asset-steps";
import { assetsText } from "@/lib/messages/assets";
import { uiText } from "@/lib/messages/ui";
import { ChecklistSteps } from "./checklist-steps";

vi.mock("@/server/actions/assets", () => ({ authorizeAssetAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const asset = { assetUuid: "a", name: "Fund", isAuthorized: false, transferRestricted: false } as Asset;

const NOTHING: AssetLooks = { proof: null, lacking: 0 };

const render = (
  confirmations: number | null,
  more: Partial<Asset> = {},
  hasTreasury = true,
  looks: AssetLooks | null = NOTHING,
) =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <ChecklistSteps
        asset={{ ...asset, ...more }}
        issuance={{ txid: "cc", confirmations }}
        hasTreasury={hasTreasury}
        facts={{ issued: "issued-fact", authorized: "authorized-fact", ready: "ready-fact" }}
        looks={looks}
      />
    </QueryClientProvider>,
  );

const inHtml = (text: string) => text.replaceAll("'", "&#x27;");

describe("the checklist of an asset", () => {
  it("offers to register it once its issuance is deep enough", () => {
    expect(render(3)).toContain(assetsText.authorize.confirm);
    expect(render(2)).not.toContain(assetsText.authorize.confirm);
  });

  it("says what it means that no category is required", () => {
    const { categoriesNone, categoriesText, categoriesTracked } = assetsText.checklist;
    const restricted = { transferRestricted: true, isAuthorized: true };
    expect(render(3, { ...restricted, requirements: [] })).toContain(categoriesNone);
    expect(render(3, { ...restricted, requirements: [1] })).toContain(categoriesText);
    expect(render(3)).toContain(categoriesTracked);
  });

  it("leaves it to AMP, once it is in a block, while nobody can count the confirmations", () => {
    const html = render(null);
    expect(html).toContain(assetsText.authorize.confirm);
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

  it("has the facts of what is done alone", () => {
    expect(render(3)).toContain("issued-fact");
    expect(render(3)).not.toContain("authorized-fact");
    expect(render(3, { isAuthorized: true })).toContain("authorized-fact");
  });

  it("leads to the treasury addresses while AMP knows none", () => {
    const { toTreasury } = assetsText.checklist;
    expect([render(3, {}, false).includes(toTreasury), render(3).includes(toTreasury)]).toEqual([
      true,
      false,
    ]);
  });

  it("says how the proof file was found, before it is listed, where it can be", () => {
    const named = { domain: "issuer.example", ticker: "FND", pubkey: "02".repeat(33), isRegistered: false };
    const { proof, proofStates, proofText, proofTaken, looked } = assetsText.checklist;
    const checkedAt = new Date("2026-03-02T09:08:07Z");
    for (const state of ["accepted", "refused", "unreachable"] as const) {
      const html = render(3, named, true, { proof: { state, checkedAt }, lacking: 0 });
      for (const text of [proof, proofStates[state], looked("09:08:07 UTC")])
        expect(html).toContain(inHtml(text));
    }
    expect(render(3, named)).toContain(inHtml(proofText));
    expect(render(3, { ...named, isRegistered: true })).toContain(inHtml(proofTaken));
    expect(render(3, { domain: null, ticker: null, pubkey: null })).not.toContain(inHtml(proof));
  });

  it("is ready when AMP has treasury addresses and blinders, and names what it lacks", () => {
    const ready = { isAuthorized: true };
    const { readyText, missingTreasury, missingBlinders, toAssignments } = assetsText.checklist;
    const whole = render(3, ready);
    expect(whole).toContain("ready-fact");
    expect(whole).toContain(readyText);
    const bare = render(3, ready, false, { proof: null, lacking: 2 });
    for (const text of [missingTreasury, missingBlinders(2), toAssignments])
      expect(bare).toContain(inHtml(text));
    expect(bare).not.toContain("ready-fact");
    // Nobody could tell: nothing is made up.
    expect(render(3, ready, true, { proof: null, lacking: null })).not.toContain("ready-fact");
    expect(render(3, ready, true, { proof: null, lacking: 0 })).toContain("ready-fact");
    // While it is looked up, it is neither ready nor not.
    const looking = render(3, ready, true, null);
    expect(looking).not.toContain("ready-fact");
    expect(looking).toContain(uiText.steps.waiting);
    expect(render(3, { isAuthorized: false }, false)).not.toContain(inHtml(missingTreasury));
  });
});
