import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { LbtcPreview } from "@/lib/domain/lbtc";
import { LBTC } from "@/lib/domain/treasury";
import { lbtcText } from "@/lib/messages/lbtc";
import { lbtcPreviewPath } from "./lbtc-form";
import { LbtcReview } from "./lbtc-review";

vi.mock("@/server/actions/lbtc", () => ({ startLbtcAction: vi.fn() }));
vi.mock("@/server/actions/wallet-lock", () => ({ unlockTreasuryWalletAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const draft = { address: "tex1qpay", sats: 5_000_000n };

function review(walletSats: bigint, isAddress: boolean): string {
  const preview: LbtcPreview = {
    intent: {
      assetUuid: "l",
      assetId: "b",
      assetName: "L-BTC",
      ...LBTC,
      totalSats: draft.sats,
      address: draft.address,
      after: null,
      earlier: 0,
    },
    intentHash: "0".repeat(64),
    checks: [{ id: "address-valid", isOk: isAddress }],
    canStart: isAddress,
    openOperationId: null,
    before: null,
    walletSats,
    isConfidential: false,
  };
  const client = new QueryClient();
  client.setQueryData([lbtcPreviewPath(draft)], preview);
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <LbtcReview draft={draft} onBack={() => undefined} />
    </QueryClientProvider>,
  );
}

describe("the review of a payment in L-BTC", () => {
  it("warns of an amount that everybody can read, but not of what is no address", () => {
    expect(review(9_000_000n, true)).toContain(lbtcText.review.open);
    expect(review(9_000_000n, false)).not.toContain(lbtcText.review.open);
  });

  it("shows what is left, and nothing below nothing", () => {
    expect(review(9_000_000n, true)).toContain("0.04000000");
    expect(review(1_000_000n, true)).not.toContain("0.04000000");
  });
});
