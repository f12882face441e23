import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { toOwner } from "@/lib/domain/output-owner";
import type { UtxoRow } from "@/lib/domain/utxos";
import { uiText } from "@/lib/messages/ui";
import { BlacklistDialog } from "./blacklist-dialog";

vi.mock("@/server/actions/utxos", () => ({ setBlacklistedAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const asset = { name: "Alpine Fund", ticker: "AGF", precision: 2 };
const names = new Map([[7, "Ada Ames"]]);
const output = (vout: number): UtxoRow => ({
  txid: "aa",
  vout,
  amountSats: 12_345n,
  owner: toOwner({ registeredUser: 7, gaid: "GA1" }, names),
  state: "free",
});

function words(isBlacklisted: boolean, ticker: string | null = "AGF"): string {
  const rows = [output(0), output(1)];
  const dialog = { assetUuid: "a", asset: { ...asset, ticker }, rows, isBlacklisted };
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <BlacklistDialog {...dialog} onDone={() => {}} onClose={() => {}} />
    </QueryClientProvider>,
  );
}

it("a blacklisting says whose units, how many, and that they stay in the supply and cannot be burned", () => {
  const html = words(true);
  expect(html).toContain("246.90 AGF");
  expect(html.split("Ada Ames")).toHaveLength(2);
  expect(html).toMatch(/still count in the supply/);
  expect(html).toMatch(/cannot be burned/);
  expect(html).toMatch(/undone here/);
});

it("the ticker is typed, or the name of an asset without one", () => {
  expect(words(true)).toContain(uiText.confirm.type("AGF"));
  expect(words(false, null)).toContain(uiText.confirm.type("Alpine Fund"));
});

it("taking off the blacklist says who can send the units then", () => {
  expect(words(false)).toMatch(/keys of the wallet can send/);
});
