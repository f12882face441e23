import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** What distributions paid to one registered user. */
export const userPaymentsText = catalogue("userPaymentsText", {
  title: "Received by distributions",
  description:
    "What distributions paid to this user, as AMP books it; transfers between holders are not among it.",
  managerDescription: "What distributions of the assets that the issuer granted to you paid to this user.",
  newest: (shown: number, all: number) =>
    `The newest ${shown} of ${countOf(all, { one: "payment", other: "payments" })}; the file has all of them.`,
  none: "Nothing yet",
  noneText: "What a distribution pays to this user stands here once it is confirmed at AMP.",
  columns: {
    asset: "Asset",
    amount: "Amount",
    at: "Confirmed",
    transaction: "Transaction",
    distribution: "Distribution",
  },
  txid: "transaction id",
  distribution: "Recipients",
  distributionOf: (asset: string) => `The distribution of ${asset} that paid it`,
});
