import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it, vi } from "vitest";
import type { OutputsOfOwners } from "@/lib/domain/blacklist-impact";
import { toOwner } from "@/lib/domain/output-owner";
import type { UtxoRow } from "@/lib/domain/utxos";
import { blacklistImpactText as impactText } from "@/lib/messages/blacklist-impact";
import { uiText } from "@/lib/messages/ui";
import { BlacklistDialog } from "./blacklist-dialog";

const answer = vi.hoisted(() => ({
  data: undefined as unknown,
  error: null as Error | null,
  asked: [] as string[],
}));
vi.mock("@/components/operations/use-preview", () => ({
  usePreview: (path: string) => {
    answer.asked.push(path);
    return answer;
  },
}));
vi.mock("@/components/data/use-confirmed", () => ({ useConfirmed: () => vi.fn() }));
vi.mock("@/server/actions/utxos", () => ({ setBlacklistedAction: vi.fn() }));
vi.mock("@/server/actions/copies", () => ({ readCopyAgainAction: null }));
vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
beforeEach(() => Object.assign(answer, { data: undefined, error: null, asked: [] }));

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
  return renderToStaticMarkup(<BlacklistDialog {...dialog} onDone={() => {}} onClose={() => {}} />);
}

const tell = (impact: OutputsOfOwners) =>
  Object.assign(answer, {
    data: { impact, freshness: { asOf: new Date("2026-01-01T12:03:00Z"), source: "mirror" }, copies: [] },
  });

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

it("says what each owner has besides, what of it stays free, and what of the supply is blacklisted then", () => {
  tell({
    owners: [{ key: "user:7", totalSats: 100_000n, blacklistedSats: 20_000n }],
    ...{ supplySats: 1_000_000n, blacklistedSats: 20_000n },
  });
  const html = words(true);
  expect(answer.asked).toEqual(["/api/assets/a/utxos/sums?keys=user%3A7"]);
  expect(html).toContain(impactText.blacklist.some("246.90 AGF", "1,000.00 AGF", "553.10 AGF"));
  expect(html).toContain(
    impactText.change(impactText.part("200.00 AGF", "2.00"), impactText.part("446.90 AGF", "4.47")),
  );
  expect(html).toContain('dateTime="2026-01-01T12:03:00.000Z"');
});

it("taking off says what of the owner's stays blacklisted, and the supply's share after it", () => {
  tell({
    owners: [{ key: "user:7", totalSats: 100_000n, blacklistedSats: 24_690n }],
    ...{ supplySats: 1_000_000n, blacklistedSats: 24_690n },
  });
  const html = words(false);
  expect(html).toContain(impactText.whitelist.all("246.90 AGF", "1,000.00 AGF"));
  expect(html).toContain(
    impactText.change(impactText.part("246.90 AGF", "2.47"), impactText.part("0.00 AGF", "0.00")),
  );
});

it("names the owners and what is chosen of theirs while nobody knows what they have besides", () => {
  answer.error = new Error("no answer");
  const html = words(true);
  expect(html).toContain("Ada Ames");
  expect(html).toContain(impactText.notCounted);
  expect(html).not.toContain(impactText.supply);
});

it("gives no figures where what is chosen is not among the outputs of now", () => {
  tell({
    owners: [{ key: "user:7", totalSats: 10_000n, blacklistedSats: 0n }],
    ...{ supplySats: 1_000_000n, blacklistedSats: 0n },
  });
  const html = words(true);
  expect(html).toContain(impactText.listChanged);
  expect(html).not.toContain(impactText.supply);
});
