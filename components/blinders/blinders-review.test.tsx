import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { BlindersPreview } from "@/lib/domain/blinders";
import type { IntentOutput } from "@/lib/domain/intent";
import { blindersText } from "@/lib/messages/blinders";
import { distributionsText } from "@/lib/messages/distributions";
import { routes } from "@/lib/routes";
import { BlindersReview } from "./blinders-review";

vi.mock("@/server/actions/blinders", () => ({ startBlindersAction: vi.fn() }));
vi.mock("@/server/actions/wallet-lock", () => ({ unlockTreasuryWalletAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const HASH = `5e7a${"0".repeat(56)}f00d`;
const asset = { assetUuid: "a", assetId: "b", name: "Fund", precision: 2, ticker: "FND" } as Asset;
const output = (vout: number): IntentOutput => ({ txid: "t", vout, assetId: "b", amountSats: 100n });

function review({
  outputs = [output(0)],
  ...change
}: Partial<BlindersPreview> & { outputs?: IntentOutput[] }) {
  const { name: assetName, assetUuid, assetId, precision, ticker } = asset;
  const preview: BlindersPreview = {
    ...{ asset, intentHash: HASH, unknown: [], later: 0, canStart: true, openOperationId: null },
    intent: { assetName, assetUuid, assetId, precision, ticker, totalSats: 0n, outputs },
    checks: [{ id: "blinders-known", isOk: true }],
    ...change,
  };
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <BlindersReview preview={preview} intentId="i" />
    </QueryClientProvider>,
  ).replaceAll("&#x27;", "'");
}

describe("the review of an update of blinders", () => {
  it("shows the outputs, the fingerprint and the pre-flight, and starts nothing without consent", () => {
    const html = review({ outputs: [output(0), output(1)] });
    for (const part of [
      "output 1",
      HASH.slice(0, 4),
      HASH.slice(-4),
      distributionsText.checks["blinders-known"],
    ])
      expect(html).toContain(part);
    expect(/<button[^>]*disabled=""[^>]*>(?:(?!<\/button>).)*Update the blinders/.test(html)).toBe(true);
  });

  it("tells apart what the wallet does not know, and what it was not asked of", () => {
    const html = review({ unknown: [output(4)], later: 3 });
    expect(html).toContain(blindersText.unknown.title);
    expect(html).toContain(blindersText.later(3));
    const unable = review({ outputs: [], unknown: [output(4)], canStart: false });
    expect(unable).toContain(blindersText.intent.empty);
    expect(unable).not.toContain(blindersText.approval.start);
    expect(review({ outputs: [], later: 3, canStart: false })).toContain(blindersText.intent.notAsked);
  });

  it("says that nothing is missing, and leads to an open operation", () => {
    expect(review({ outputs: [] })).toContain(blindersText.complete.title);
    expect(review({ openOperationId: "op" })).toContain(routes.supplyOperation("a", "op"));
  });
});
