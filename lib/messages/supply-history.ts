import type { MoveKind } from "@/lib/domain/movements";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** How the supply became what it is. */
export const supplyHistoryText = catalogue("supplyHistoryText", {
  title: "Supply over time",
  description: "Every issuance, reissuance and burn that AMP has booked.",
  now: (amount: string) => `Supply now: ${amount}`,
  chart: (first: string, last: string, steps: string) =>
    `Line of the supply from ${first} to ${last}, in ${steps}. The table below has every step.`,
  steps: (count: number) => countOf(count, { one: "step", other: "steps" }),
  caption: "Changes of the supply",
  columns: {
    when: "When",
    what: "What",
    change: "Change",
    supply: "Supply after",
    transaction: "Transaction",
    to: "Sent to",
  },
  address: "address",
  untold: "AMP does not say",
  txid: "transaction",
  kinds: {
    issuance: "Issuance",
    reissuance: "Reissuance",
    burn: "Burn",
  } as Partial<Record<MoveKind, string>>,
  older: (count: number) =>
    `${countOf(count, { one: "older change is", other: "older changes are" })} not shown here.`,
  seeActivity: "See all activities",
  empty: "Nothing was issued yet: the issuance appears once its transaction is in a block.",
  disagree: {
    title: "AMP's figures do not add up",
    supply: (moved: string, summary: string) =>
      `The transactions add up to a supply of ${moved}, AMP's summary says ${summary}. Something was booked on one side alone; compare the activity with the node's wallet before anything is issued or burned.`,
    reissuances: (listed: string, summary: string) =>
      `AMP lists reissuances of ${listed} together, its summary says ${summary}.`,
  },
  failed: "The supply over time could not be read. The figures above are not affected.",
});
