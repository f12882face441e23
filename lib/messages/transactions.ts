import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** Transactions of an asset, and the blinders that open them. */
export const transactionsText = catalogue("transactionsText", {
  title: "Transactions",
  caption: "Transactions of this asset",
  one: "Transaction",
  all: "All transactions",
  search: "Transaction id",
  filters: { type: "Type" },
  sorts: { "-blockheight": "Newest first", blockheight: "Oldest first" },
  columns: {
    when: "When",
    type: "Type",
    moved: "Moved",
    receivers: "Receivers",
    sides: "In → out",
    txid: "Transaction",
  },
  sidesOf: (inputs: number, outputs: number) => `${inputs} → ${outputs}`,
  sidesLabel: (inputs: number, outputs: number) =>
    `${countOf(inputs, { one: "input", other: "inputs" })}, ${countOf(outputs, { one: "output", other: "outputs" })}`,
  notFound: "AMP knows no such transaction of this asset.",
  empty: {
    title: "No transaction yet",
    text: "The issuance shows up here once it is in a block, and after it every distribution, transfer, reissuance and burn.",
    filtered: "No transaction fits the filters",
    filteredText: "A search takes a whole transaction id. Widen the range, or clear the filters.",
    lastPage: "There is nothing on this page any more",
  },
  facts: {
    title: "What happened",
    txid: "Transaction id",
    time: "In a block since",
    type: "Type",
    moved: "Moved",
    movedHint: "Change that went back to its sender is not counted.",
    receivers: "Receivers",
    explorer: "Block explorer",
    openExplorer: "Open in the explorer, amounts hidden",
    noExplorer: "No explorer is configured for this environment.",
  },
  sides: {
    inputs: "Inputs",
    inputsText: "Outputs of earlier transactions that this one spent, as far as AMP tracks them.",
    outputs: "Outputs",
    outputsText:
      "What this transaction made of the asset and of its reissuance token. L-BTC for fees is not tracked.",
    noInputs: "AMP tracks no input of the asset here: an issuance or a reissuance makes units anew.",
    place: "No.",
    owner: "Owner",
    amount: "Amount",
    from: "From output",
    state: "State",
    states: { unspent: "Unspent", spent: "Spent", burnt: "Burned" },
  },
  blinders: {
    title: "Blinders",
    text: "This page shows what AMP knows to you alone. On the chain the amounts and the asset are hidden; the blinders open them to whoever has them.",
    reveal: "Reveal the blinders",
    dialog: "Reveal the blinders of this transaction?",
    consequence:
      "Whoever has these numbers can prove and see how much each output holds, for ever: they cannot be changed or taken back. They are shown on this page until you leave it, are stored nowhere by the desk, and the audit log keeps that you looked.",
    done: "The blinders are shown. The audit log knows that you looked.",
    shownUntil: "Shown until you leave this page.",
    hide: "Hide",
    unknown: "not known to AMP",
    input: (place: number) => `Input ${place}`,
    output: (place: number) => `Output ${place}`,
    amount: "Value blinder",
    asset: "Asset blinder",
    noneKnown:
      "AMP knows no blinder of an output of this transaction, so there is no unblinded link. The treasury node may know them: update the blinders on the supply page.",
    fragment: "Fragment for an explorer",
    fragmentHint: "Put # and this text behind the address of the transaction in a block explorer.",
    showFragment: "Show the fragment …",
    fragmentDialog: "Show the fragment?",
    fragmentConsequence:
      "The fragment carries the blinders. Behind the transaction's address it shows the amounts in a block explorer and stays in the browser's history, and whoever you send it to sees the amounts too, for ever.",
    confirmFragment: "Show the fragment",
    link: "Unblinded link",
    open: "Open unblinded …",
    openDialog: "Open the amounts in the explorer?",
    openConsequence:
      "The link carries the blinders behind the #. The explorer's page reads them in your browser and shows the amounts. The link stays in your browser's history, and whoever you send it to sees the amounts too, for ever.",
    openLink: "Open the explorer",
  },
});
