import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { Asset } from "@/lib/contracts/amp/assets";
import { type SupplyFigures, toSupplyFigures } from "@/lib/domain/supply-state";
import { operationsText } from "@/lib/messages/operations";
import { supplyText } from "@/lib/messages/supply";
import { routes } from "@/lib/routes";
import { SupplyDesk } from "./supply-desk";
import { SupplyEquation } from "./supply-equation";

vi.mock("@/server/actions/supply", () => ({ startSupplyAction: vi.fn() }));
vi.mock("@/server/actions/by-hand", () => ({ startSupplyByHandAction: vi.fn() }));
vi.mock("@/server/actions/wallet-lock", () => ({ unlockTreasuryWalletAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const asset = { assetUuid: "a", name: "Fund", precision: 2, ticker: "FND" } as Asset;
const figuresOf = (ownedSats: bigint, lostOutputs = 0): SupplyFigures =>
  toSupplyFigures({
    summary: { issued: 100_000n, reissued: 20_000n, burned: 5_000n, blacklisted: 300n, assigned: 1_000n },
    owned: { ownedSats, treasurySats: 70_000n, holderCount: 2 },
    lostOutputs,
  });

const { kinds, notReissuable } = supplyText;
const { underWay: open } = operationsText;
type Props = Partial<Parameters<typeof SupplyDesk>[0]>;
const desk = (props: Props) =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <SupplyDesk asset={asset} figures={figuresOf(115_000n)} isReissuable open={null} {...props} />
    </QueryClientProvider>,
  );
const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&#x27;", "'")
    .replace(/\s+/g, " ");

describe("the supply page", () => {
  it("offers a reissuance and a burn, each with what it means and how much there is", () => {
    const text = words(desk({}));
    for (const part of [...kinds.reissuance.explain, ...kinds.burn.explain]) expect(text).toContain(part);
    expect(text).toContain("1,150.00 FND");
    expect(text).toContain("690.00 FND");
  });

  it("says why an asset cannot be reissued instead of a form, and still burns", () => {
    const html = desk({ isReissuable: false });
    expect(html).toContain(notReissuable.title);
    expect(html).not.toContain(kinds.reissuance.amount);
    expect(html).toContain(kinds.burn.amount);
  });

  it.each(["distribution", "reissuance", "burn"] as const)(
    "leads to an open %s and offers nothing else",
    (kind) => {
      const html = desk({ open: { kind, assetUuid: "a", id: "op" } });
      expect(html).toContain(open.title);
      expect(html).toContain(
        kind === "distribution" ? routes.distribution("a", "op") : routes.supplyOperation("a", "op"),
      );
      expect(html).not.toContain(kinds.burn.amount);
    },
  );
});

describe("the supply as it is now", () => {
  const equation = (figures: SupplyFigures) =>
    words(renderToStaticMarkup(<SupplyEquation asset={asset} figures={figures} />));

  it("names every figure in the asset's unit, with its sign", () => {
    const text = equation(figuresOf(115_000n));
    for (const part of [
      "First issuance 1,000.00 FND",
      "Reissued +200.00 FND",
      "Burned −50.00 FND",
      "Supply 1,150.00 FND",
      "2 holders 450.00 FND",
      "of which blacklisted 3.00 FND",
      "Treasury 700.00 FND",
      "of which assigned to users 10.00 FND",
      "Lost or on its way 0.00 FND",
      "Together 1,150.00 FND",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain(supplyText.equation.balance.equal);
  });

  it("names what does not add up", () => {
    expect(equation(figuresOf(114_000n))).toContain("Lost or on its way 10.00 FND");
    expect(equation(figuresOf(114_000n))).not.toContain(supplyText.equation.balance.equal);
    expect(equation(figuresOf(114_000n, 2))).toContain("2 lost outputs");
    expect(equation(figuresOf(116_000n))).toContain("−10.00 FND");
  });
});
