import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { Distribution } from "@/lib/contracts/amp/distributions";
import { type AmpDistributionRow, headOf } from "@/lib/domain/amp-distribution";
import { parseListState } from "@/lib/list-state";
import { distributionLists } from "@/lib/lists";
import { ampDistributionsText as text } from "@/lib/messages/amp-distributions";
import { routes } from "@/lib/routes";
import { AmpDistributionFacts } from "./amp-distribution-facts";
import { AmpDistributionsCard } from "./amp-distributions-card";
import { AmpRecipients } from "./amp-recipients";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));
vi.mock("@/server/actions/copies", () => ({ readCopyAgainAction: null }));

const asset = { assetUuid: "a", precision: 2, ticker: "FND" };
const operationId = "7a3f0000-0000-4000-8000-000000000000";
const [FIRST, SECOND] = ["c0ffee", "decade"].map((start) => start.padEnd(64, "0")) as [string, string];

const transaction = (txid: string, day: number, ...amounts: bigint[]) => ({
  txid,
  transactionStatus: "CONFIRMED" as const,
  includedBlockheight: 1_000 + day,
  confirmedDatetime: new Date(Date.UTC(2026, 0, day)),
  assignments: amounts.map((amount, vout) => ({ registeredUser: 101, amount, vout })),
});
const distribution = (...transactions: ReturnType<typeof transaction>[]) => ({
  distributionUuid: "2f328437-7da5-5d6b-914b-b1b3da5c96f2",
  distributionStatus: "CONFIRMED" as const,
  transactions,
});

const rowOf = (booked: Distribution, operationId: string | null = null): AmpDistributionRow => ({
  ...headOf(booked),
  operationId,
});

const cardOf = (rows: AmpDistributionRow[], total = rows.length) =>
  renderToStaticMarkup(
    <AmpDistributionsCard
      asset={asset}
      state={{ path: "/", query: { limit: 250, filters: {} }, defaultSort: undefined }}
      page={{ rows, nextCursor: null, total, freshness: { asOf: new Date(0), source: "amp" } }}
    />,
  );

describe("a distribution at AMP", () => {
  it("adds up its transactions and has the time and the block of the last", () => {
    const row = rowOf(distribution(transaction(FIRST, 9, 1n, 2n), transaction(SECOND, 3, 4n)));
    expect(row).toMatchObject({ txids: [FIRST, SECOND], totalSats: 7n, recipients: 3 });
    expect(row).toMatchObject({ confirmedAt: new Date(Date.UTC(2026, 0, 9)), blockHeight: 1_009 });
    expect(cardOf([row])).toContain("1,009");
    const nothing = { confirmedAt: null, blockHeight: null, totalSats: 0n };
    expect(rowOf(distribution())).toMatchObject(nothing);
    const waiting = { ...transaction(FIRST, 9, 1n), includedBlockheight: 0 };
    expect(rowOf(distribution(waiting)).blockHeight).toBeNull();
  });

  it("leads to its own page, its transactions and the operation that ran it", () => {
    const row = rowOf(distribution(transaction(FIRST, 9, 250_000n)), operationId);
    const html = cardOf([row]);
    for (const href of [
      routes.ampDistribution("a", row.distributionUuid),
      routes.transaction("a", FIRST),
      routes.distribution("a", operationId),
    ])
      expect(html).toContain(`href="${href}"`);
    expect(html).toContain("2,500.00");
    expect(cardOf([{ ...row, operationId: null }])).toContain(text.elsewhere);
  });

  it("has a place where there is none, no time, or more than are shown", () => {
    expect(cardOf([])).toContain(text.empty);
    const html = cardOf([rowOf(distribution())], 4);
    expect(html).toContain(text.noTime);
    expect(html).toContain(text.every(4));
    expect(html).toContain(`href="${routes.ampDistributions("a")}"`);
  });

  it("names whom it paid, also who is no longer registered", () => {
    const found = distribution(transaction(FIRST, 9, 250_000n));
    const one = { registeredUser: 101, amountSats: 250_000n, txid: FIRST, vout: 2 };
    const rows = [
      { ...one, userName: "Ada Ames" },
      { ...one, registeredUser: 102, userName: null },
    ];
    const freshness = { asOf: new Date(0), source: "amp" as const };
    const recipients = { rows, nextCursor: "next", total: 90, freshness };
    const view = { asset, distribution: rowOf(found), transactions: [], recipients };
    const config = distributionLists.recipients(asset.assetUuid, found.distributionUuid);
    const html = renderToStaticMarkup(
      <>
        <AmpDistributionFacts view={view} />
        <AmpRecipients view={view} state={parseListState({ q: "a" }, config)} />
      </>,
    );
    const next = `${config.path}?q=a&amp;cursor=next`;
    for (const part of ["Ada Ames", text.recipients.withoutName(102), text.elsewhere, routes.user(101), next])
      expect(html).toContain(part);
  });
});
