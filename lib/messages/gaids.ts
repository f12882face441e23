import type { GaidProblem } from "@/lib/domain/gaid-view";
import { catalogue } from "./catalogue";

/** Looking up a wallet by its GAID. */
export const gaidsText = catalogue("gaidsText", {
  title: "GAID lookup",
  description:
    "What AMP knows of a wallet: whose it is, what it holds, and an address that reaches it. A GAID belongs to one Managed-Assets account of the Blockstream app.",
  field: "GAID",
  hint: "As the investor's app shows it: GA and 27 or 28 letters and digits.",
  submit: "Look up",
  another: "Look up another one",
  problems: {
    form: {
      title: "This is no GAID",
      text: "A GAID begins with GA and has 29 or 30 letters and digits. It was not asked of AMP.",
    },
    unknown: {
      title: "AMP knows no such wallet",
      text: "The form is right, so look for a letter that was mistyped, or for a wallet of the other environment.",
    },
  } satisfies Record<GaidProblem, { title: string; text: string }>,
  owner: "Belongs to",
  nobody: "Nobody: no registered user has it",
  balances: {
    title: "Balances",
    caption: "Balances of this wallet",
    asset: "Asset",
    balance: "Balance",
    outputs: "Outputs",
    outputsOf: (asset: string) => `Outputs of ${asset} in this wallet`,
    none: "This wallet holds none of your assets.",
  },
  address: {
    title: "Receive address",
    text: "AMP makes a new address at each request and remembers it as this wallet's. Never make one from the GAID yourself: what is sent there cannot be moved.",
    button: "Take a fresh address",
    dialog: "Take a fresh address of this wallet?",
    consequence:
      "AMP derives an address and keeps it as this wallet's for good. Take one for each payment, not to look something up. Managed assets go out by distributions alone: a payment past AMP is lost to it.",
    confirm: "Take the address",
    label: "address",
    done: "AMP has made an address.",
    none: (reason: string) => `AMP gave no address: ${reason}`,
    noReason: "it did not say why",
    fresh: "Shown until you leave this page; the next request makes another one.",
  },
});
