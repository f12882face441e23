import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { SHOWN_PAYMENTS, type UserPayment } from "@/lib/domain/user-payments";
import { userPaymentsText as text } from "@/lib/messages/user-payments";
import { routes } from "@/lib/routes";
import { UserPaymentsCard } from "./user-payments-card";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const payment = (number: number): UserPayment => ({
  ...{ assetUuid: "fund", assetName: "Alpine Fund", ticker: "AGF", precision: 2, amountSats: 12_345n },
  ...{ status: "CONFIRMED", at: new Date("2026-01-01T12:03:00Z"), blockHeight: 4_321 },
  ...{ txid: String(number).padStart(64, "a"), vout: 0, distributionUuid: "d" },
});

const draw = (payments: UserPayment[], canFollow: boolean) =>
  renderToStaticMarkup(
    <UserPaymentsCard userId={7} payments={payments} isManager={!canFollow} canFollow={canFollow} />,
  );

it("tells when, in which block and transaction how much of what came, with the way there", () => {
  const html = draw([payment(1)], true);
  for (const words of ["Alpine Fund", "123.45", "AGF", "4,321", 'dateTime="2026-01-01T12:03:00.000Z"'])
    expect(html).toContain(words);
  expect(html).toContain(`href="${routes.transaction("fund", payment(1).txid)}"`);
  expect(html).toContain(`href="${routes.ampDistribution("fund", "d")}"`);
});

it("leads nobody to pages that are not theirs, who has the transaction's id all the same", () => {
  const html = draw([payment(1)], false);
  expect(html).not.toContain("/transactions/");
  expect(html).not.toContain("/distributions/");
  expect(html).toContain(payment(1).txid);
});

it("shows the newest and says how many there are; the file has them all", () => {
  const many = Array.from({ length: SHOWN_PAYMENTS + 2 }, (_, at) => payment(at));
  const html = draw(many, true);
  expect(html.split("<tr").length - 1).toBe(SHOWN_PAYMENTS + 1);
  expect(html).toContain(text.newest(SHOWN_PAYMENTS, SHOWN_PAYMENTS + 2));
  expect(draw(many.slice(0, SHOWN_PAYMENTS), true)).not.toContain(
    text.newest(SHOWN_PAYMENTS, SHOWN_PAYMENTS),
  );
  expect(html).toContain('data-export="user-payments"');
});
