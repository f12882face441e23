import type { Distribution } from "@/lib/contracts/amp/distributions";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** Distributions as AMP lists them, from wherever they were run. */
export const ampDistributionsText = catalogue("ampDistributionsText", {
  title: "Distributions at AMP",
  description:
    "Every distribution that AMP has booked, also those run outside of this desk. AMP lists one once its transactions are confirmed there.",
  failed:
    "The distributions at AMP could not be read. Nothing was changed; the rest of this page is not affected.",
  empty: "AMP has booked no distribution of this asset yet.",
  every: (count: number) => `Show all ${countOf(count, { one: "distribution", other: "distributions" })}`,
  search: "Distribution id or transaction id",
  filtered: "No distribution matches the search and filters.",
  runs: { here: "Run here", elsewhere: "Run elsewhere" },
  sorts: {
    "-confirmed": "Newest first",
    confirmed: "Oldest first",
    "-amount": "Largest amount first",
    amount: "Smallest amount first",
    "-recipients": "Most recipients first",
    recipients: "Fewest recipients first",
  },
  columns: {
    confirmed: "Confirmed",
    distribution: "Distribution",
    status: "Status",
    transactions: "Transactions",
    recipients: "Recipients",
    amount: "Amount",
    run: "Run here",
  },
  noTime: "No time named",
  statuses: {
    CONFIRMED: "Confirmed",
    UNCONFIRMED: "Unconfirmed",
  } satisfies Record<Distribution["distributionStatus"], string>,
  uuid: "distribution id",
  operation: (id: string) => `Operation ${id}`,
  elsewhere: "Run elsewhere",
  all: "All distributions",
  one: "Distribution at AMP",
  block: "Block",
  noDistribution: "AMP has booked no such distribution of this asset.",
  recipients: {
    title: "Recipients",
    lead: (count: number) =>
      `${countOf(count, { one: "payment", other: "payments" })}, as AMP has booked them.`,
    search: "Name, GAID or number, or transaction id",
    filtered: "No payment matches the search.",
    empty: "AMP names no recipients of this distribution.",
    user: "Registered user",
    amount: "Amount",
    transaction: "Transaction",
    vout: "Output",
    withoutName: (id: number) => `User ${id}, no longer registered`,
  },
});
