import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import { type SupplyKind, type SupplyPreview, supplyAfter } from "@/lib/domain/supply";
import { supplyText } from "@/lib/messages/supply";
import { SupplyReview } from "./supply-review";

vi.mock("@/server/actions/supply", () => ({ startSupplyAction: vi.fn() }));
vi.mock("@/server/actions/by-hand", () => ({ startSupplyByHandAction: vi.fn() }));
vi.mock("@/server/actions/wallet-lock", () => ({ unlockTreasuryWalletAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const HASH = `5e7a${"0".repeat(56)}f00d`;
const asset = { assetUuid: "a", assetId: "b", name: "Fund", precision: 2, ticker: "FND" } as Asset;
const SATS = 10_000n;

function previewOf(kind: SupplyKind, change: Partial<SupplyPreview> = {}): SupplyPreview {
  const intent = {
    assetUuid: "a",
    assetId: "b",
    assetName: "Fund",
    ticker: "FND",
    precision: 2,
    totalSats: SATS,
    supplySats: 100_000n,
  };
  return {
    kind,
    asset,
    intent,
    intentHash: HASH,
    checks: [{ id: "asset-unlocked", isOk: true }],
    canStart: true,
    openOperationId: null,
    supplyAfterSats: supplyAfter(kind, intent),
    treasurySats: 90_000n,
    blacklistedSats: 300n,
    holders: 2,
    ...change,
  };
}

function review(preview: SupplyPreview): string {
  const client = new QueryClient();
  client.setQueryData([`/api/assets/a/supply-preview?kind=${preview.kind}&sats=${SATS}`], preview);
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <SupplyReview asset={asset} kind={preview.kind} sats={SATS} onBack={() => undefined} />
    </QueryClientProvider>,
  );
}

const isDisabled = (tag: string) => tag !== "" && / disabled=""/.test(tag);
const inputOf = (html: string) => /<input[^>]*>/.exec(html)?.[0] ?? "";
const startOf = (html: string) => /<button[^>]*type="submit"[^>]*>/.exec(html)?.[0] ?? "";

describe("the review of a reissuance or a burn", () => {
  it("shows the supply before and afterwards, both units, what each share becomes, and the fingerprint", () => {
    const html = review(previewOf("reissuance"));
    for (const part of ["1,000.00", "1,100.00", "100.00", "10,000", HASH.slice(0, 4), HASH.slice(-4)]) {
      expect(html).toContain(part);
    }
    expect(html).toContain("share falls to 90.91%".replace("'", "&#x27;"));
    expect(review(previewOf("burn"))).toContain("share rises to 111.11%");
  });

  it("shows no supply below nothing", () => {
    expect(review(previewOf("burn", { supplyAfterSats: -123_456n }))).not.toContain("1,234.56");
    expect(review(previewOf("burn", { supplyAfterSats: 0n }))).toContain(">0.00<");
  });

  it("says of a burn what stays in the supply, and names what has to be typed", () => {
    const html = review(previewOf("burn"));
    expect(html).toContain(supplyText.review.blacklistedNote);
    expect(html).toContain(supplyText.kinds.burn.typeLabel("FND"));
    expect(review(previewOf("reissuance"))).toContain(supplyText.kinds.reissuance.typeLabel("100.00"));
  });

  it("starts nothing before it is typed", () => {
    const html = review(previewOf("burn"));
    expect(isDisabled(inputOf(html))).toBe(false);
    expect(isDisabled(startOf(html))).toBe(true);
  });

  it("does not even ask for it while a point is open, and says what to do", () => {
    const checks = [{ id: "asset-unlocked" as const, isOk: false, remedy: "Unlock it first." }];
    const html = review(previewOf("burn", { checks, canStart: false }));
    expect(html).toContain("Unlock it first.");
    expect(isDisabled(inputOf(html))).toBe(true);
  });

  it("does not make up what the node did not tell", () => {
    const html = review(previewOf("reissuance", { treasurySats: null, holders: 0 }));
    expect(html).toContain(supplyText.review.treasuryUnknown);
    expect(html).toContain(supplyText.review.dilution.nobody);
  });
});
