import type { AlertState } from "@/lib/domain/watch";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** Outputs AMP has lost track of, and what a person does about them. */
export const lostOutputsText = catalogue("lostOutputsText", {
  title: "Lost outputs",
  caption: "Lost outputs of this asset and its reissuance token",
  none: {
    title: "AMP follows every output",
    text: "An output is lost when AMP can no longer follow it: the treasury moved it outside of AMP, or a payment was never confirmed to AMP. There is none, so treasury operations may run.",
  },
  found: (count: number) =>
    `AMP has lost track of ${countOf(count, { one: "output", other: "outputs" })} of this asset`,
  stops:
    "No distribution, reissuance or burn of this asset starts or goes on before a person has looked and AMP's books are repaired.",
  safe: "Holders keep what they have and can send it. Nothing more is sent by the treasury.",
  columns: { what: "What", amount: "Amount", output: "Output", spentBy: "Spent by", state: "State" },
  asset: "Asset",
  token: "Reissuance token",
  amountUnknown: "AMP does not tell",
  spentUnknown: "not known to the desk",
  noAlert: "Not looked at yet by the watch",
  alerts: {
    open: "Nobody has said anything about it yet",
    acknowledged: "A person let operations go on",
    closed: "The watch found it in order again",
  } satisfies Record<AlertState, string>,
  steps: {
    title: "What to do",
    list: [
      "Start nothing new in the treasury, in this desk or with any other tool of the same wallet.",
      "Look at the operations: one that was sent and never confirmed to AMP goes on by itself, and its outputs are then found again.",
      "Find out who spent the others. Somebody with the node's wallet has sent them without AMP; if it was nobody of yours, treat the wallet as stolen.",
      "Send the report on this page to AMP's support, who repair the books by hand. There is no call for it.",
      "Read this page again. When AMP lists nothing any more, the alert on the treasury page closes by itself.",
    ],
    treasury: "Open the treasury",
    transactions: "Open the transactions",
  },
  report: {
    title: "Report for AMP's support",
    text: "Ids alone: no amounts and nobody's name.",
    copy: "Copy the report",
    copied: "The report is copied.",
  },
});
