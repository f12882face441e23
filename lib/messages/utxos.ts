import type { UTXO_OWNERS, UtxoState } from "@/lib/domain/utxos";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

const outputs = (count: number) => countOf(count, { one: "output", other: "outputs" });

/** Unspent outputs of an asset, and the blacklist. */
export const utxosText = catalogue("utxosText", {
  title: "UTXOs",
  caption: "Unspent outputs of this asset",
  search: "Name, GAID or transaction id",
  onlyUnspent: "AMP lists what is unspent. What was spent stands in the transactions.",
  filters: { state: "State", owner: "Owner" },
  owners: {
    user: "Registered users",
    account: "GAIDs without a record",
    treasury: "Treasury",
  } satisfies Record<(typeof UTXO_OWNERS)[number], string>,
  columns: { choose: "Choose", output: "Output", owner: "Owner", amount: "Amount", state: "State" },
  states: { free: "Can be spent", blacklisted: "Blacklisted" } satisfies Record<UtxoState, string>,
  sorts: {
    "-amount": "Largest first",
    amount: "Smallest first",
    owner: "Owner, A to Z",
  },
  figures: {
    all: "Unspent outputs",
    blacklisted: "Blacklisted",
    blacklistedNote: "Still part of the supply on the chain and of the holders' balances.",
    matching: "Of these, what the filters leave",
    outputs,
  },
  wallet: {
    label: (gaid: string) => `Outputs of ${gaid} alone`,
    title: "One wallet",
    balance: "Balance that AMP tells",
    listed: "Its outputs add up to",
    equal: "Equal: these are all outputs of the wallet.",
    differs:
      "They differ: some outputs are on their way, or AMP does not list them all. Do not blacklist this wallet before both are equal.",
    all: "Outputs of every wallet",
    lookUp: "Look the GAID up",
  },
  empty: {
    title: "No unspent output",
    text: "Outputs show up here once the asset's issuance is in a block: first the treasury's, then those of every holder.",
    filtered: "No output fits the search and filters",
    lastPage: "There is nothing on this page any more",
  },
  selection: {
    label: "Chosen outputs",
    chosen: (count: number) => `${outputs(count)} chosen`,
    none: "Choose outputs to blacklist them or to take them off the blacklist.",
    all: "All of this page",
    one: (output: string) => `Choose ${output}`,
    treasuryOnly:
      "Treasury outputs are spent by your own node, which asks nobody: blacklisting them has no effect, and is not offered.",
  },
  lost: {
    text: "Outputs AMP has lost track of are not in this list.",
    link: "Lost outputs",
  },
  blacklist: {
    button: (count: number) => `Blacklist ${count}`,
    title: (count: number) => `Blacklist ${outputs(count)}?`,
    amount: (amount: string) => `${amount} can no longer be moved:`,
    consequences: [
      "The holder keeps the units and cannot send them: Green refuses to sign. Nobody tells the holder; do it yourself.",
      "They still count in the supply on the chain and in the holder's balance, and they cannot be burned. To replace them you need units from the treasury or a reissuance, and the supply then contains both.",
      "It can be undone here at any time: take the outputs off the blacklist.",
    ],
    confirm: "Blacklist",
    done: (count: number, amount: string) => `${outputs(count)} blacklisted, ${amount} in all`,
  },
  whitelist: {
    button: (count: number) => `Take ${count} off the blacklist`,
    title: (count: number) => `Take ${outputs(count)} off the blacklist?`,
    amount: (amount: string) => `${amount} can be moved again:`,
    consequences: [
      "Whoever has the keys of the wallet can send these units from now on. If they were blacklisted because keys were lost or stolen, that may be the wrong person.",
      "If they were replaced meanwhile, the holder has them twice. Look at the audit log before you go on.",
    ],
    confirm: "Take off the blacklist",
    done: (count: number, amount: string) => `${outputs(count)} taken off the blacklist, ${amount} in all`,
  },
  already: (count: number) => `${outputs(count)} had been so before and stayed as they were.`,
  gone: (count: number) =>
    `${outputs(count)} of your choice are not unspent any more, or AMP does not know them. Nothing was changed: read the list again and choose anew.`,
  unconfirmed:
    "AMP answered, but its list does not show the change for every output. Read the list again before you repeat it.",
  nothingChosen: "Choose at least one output.",
  tooMany: "Choose at most 200 outputs at once.",
});
