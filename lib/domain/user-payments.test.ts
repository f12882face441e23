import { expect, it } from "vitest";
import type { UserAssetSummary } from "@/lib/contracts/amp/registered-users";
import { userPayments } from "./user-payments";

const fund = { assetUuid: "fund", name: "Fund", ticker: "FND", precision: 2 };
const bond = { assetUuid: "bond", name: "Bond", ticker: null, precision: 0 };

type Transaction = UserAssetSummary["distributions"][number]["transactions"][number];
const paid = (
  txid: string,
  day: number,
  assignments: Transaction["assignments"],
  transactionStatus: Transaction["transactionStatus"] = "CONFIRMED",
): Transaction => ({
  ...{ txid, transactionStatus, assignments },
  includedBlockheight: transactionStatus === "CONFIRMED" ? 100 + day : 0,
  confirmedDatetime: new Date(Date.UTC(2026, 0, day)),
});
const to = (registeredUser: number, amount: bigint, vout: number) => ({ registeredUser, amount, vout });

const summary = (assetUuid: string, ...transactions: Transaction[]) =>
  ({
    assetUuid,
    distributions: transactions.map((transaction, at) => ({
      distributionUuid: `${assetUuid}-${at}`,
      distributionStatus: "CONFIRMED",
      transactions: [transaction],
    })),
  }) as UserAssetSummary;

const ofAda = (summaries: UserAssetSummary[], assets = [fund, bond]) => userPayments(7, summaries, assets);

it("tells each output that went to the user, the newest first over all assets, and nobody else's", () => {
  const payments = ofAda([
    summary("fund", paid("aa", 1, [to(7, 5n, 0), to(8, 6n, 1), to(7, 9n, 2)]), paid("bb", 3, [to(8, 1n, 0)])),
    summary("bond", paid("cc", 2, [to(7, 4n, 1)])),
  ]);
  expect(
    payments.map(({ assetName, txid, vout, amountSats }) => [assetName, txid, vout, amountSats]),
  ).toEqual([
    ["Bond", "cc", 1, 4n],
    ["Fund", "aa", 0, 5n],
    ["Fund", "aa", 2, 9n],
  ]);
  expect(payments[0]).toEqual({
    ...{ assetUuid: "bond", assetName: "Bond", ticker: null, precision: 0, amountSats: 4n },
    ...{ status: "CONFIRMED", at: new Date("2026-01-02T00:00:00Z"), blockHeight: 102 },
    ...{ txid: "cc", vout: 1, distributionUuid: "bond-0" },
  });
});

it("puts what waits for its block first, without a time or a height", () => {
  const waiting = paid("dd", 1, [to(7, 3n, 0)], "UNCONFIRMED");
  const [first, second] = ofAda([summary("fund", paid("aa", 2, [to(7, 5n, 0)]), waiting)]);
  expect(first).toMatchObject({ txid: "dd", status: "UNCONFIRMED", at: null, blockHeight: null });
  expect(second?.txid).toBe("aa");
});

it("leaves out assets that the reader does not see", () => {
  const summaries = [
    summary("fund", paid("aa", 1, [to(7, 5n, 0)])),
    summary("bond", paid("cc", 2, [to(7, 4n, 1)])),
  ];
  expect(ofAda(summaries, [fund]).map(({ txid }) => txid)).toEqual(["aa"]);
});
