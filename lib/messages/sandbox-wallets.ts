import { catalogue } from "./catalogue";
import { countOf } from "./plural";

const wallets = (count: number) => countOf(count, { one: "wallet", other: "wallets" });

/** Wallets of investors in the sandbox, and what they send. */
export const sandboxWalletsText = catalogue("sandboxWalletsText", {
  title: "Investors",
  caption: "Investor wallets, newest first",
  search: "Label or GAID",
  columns: {
    wallet: "Wallet",
    gaid: "GAID",
    holdings: "Holds",
    created: "Opened",
    actions: "Actions",
  },
  noLabel: "No label",
  nothing: "Nothing",
  blacklisted: (amount: string) => `${amount} blacklisted`,
  unknownAsset: "Unknown asset",
  assetId: "asset id",
  gaid: "GAID",
  make: {
    button: "Make an investor wallet",
    several: "Make several…",
    done: (count: number) =>
      count === 1 ? "The wallet is open. Its GAID is ready to be copied." : `${wallets(count)} are open.`,
    dialog: "Make investor wallets",
    description:
      "What an investor's app would do: a wallet with a GAID of its own. Copy the GAID into a registered user, then the user can receive assets.",
    count: "How many",
    countHint: "1 to 1,000.",
    label: "Label",
    labelHint: "For your eyes only. Several with one label are numbered.",
    submit: "Make them",
    enterCount: "Enter a number from 1 to 1,000.",
  },
  empty: {
    title: "No investor has a wallet yet",
    text: "Make one: it gets a GAID, which you give to a registered user. Then distributions can reach it.",
    filtered: "No wallet has this label or GAID.",
    lastPage: "There are no older wallets.",
  },
  address: {
    title: "Fresh address",
    hint: "A confidential address of this wallet, a new one each time. What is sent to it is the investor's.",
    button: "New address",
    label: "address",
  },
  send: {
    button: "Send",
    buttonFor: (wallet: string) => `Send from ${wallet}`,
    dialog: (wallet: string) => `Send from ${wallet}`,
    description:
      "As the investor's app would. AMP looks at its rules, asks the issuer's endpoint, and decides.",
    asset: "Asset",
    chooseAsset: "Choose an asset",
    holds: (asset: string, amount: string) => `${asset} · holds ${amount}`,
    to: "To",
    toHint: "A GAID, or an address of this chain.",
    amount: "Amount",
    submit: "Send",
    again: "Send another",
    close: "Close",
    enterTo: "Enter a GAID or an address.",
    noAssets:
      "The desk cannot read its assets now, so there is nothing to choose from. Is AMP away by order? Look under Faults.",
  },
  verdict: {
    approved: "AMP approved. The transfer waits for a block.",
    refused: "AMP refused. Nothing was sent.",
    rules: "What was looked at",
    details: "The whole decision",
    txid: "transaction id",
  },
  outside: {
    button: "Move outside AMP…",
    dialog: "Move an asset outside AMP",
    warningTitle: "AMP loses track of what is spent here",
    warning:
      "A wallet of the node spends a managed asset with a plain transaction and tells AMP nothing. AMP reports the coins it spent as lost outputs, and the desk stops every treasury operation of the asset until somebody has looked. There is no way back but a reorganisation, a snapshot or a reset.",
    wallet: "Wallet of the node",
    asset: "Asset",
    amount: "Amount",
    to: "To",
    toHint: "A GAID or an address. Empty: back to the wallet itself, which is lost just the same.",
    agree: "I want AMP's books of this asset to be wrong.",
    mustAgree: "Say that you want this.",
    submit: "Spend it outside AMP",
    done: "It is spent. After the next block AMP reports the lost outputs.",
  },
  wallet: {
    facts: "Wallet",
    holdsNothing:
      "It holds nothing yet. Assign something to a registered user with this GAID and distribute it, or let another wallet send to it.",
    history: "History",
    historyCaption: "What the wallet received and sent, newest first",
    columns: { at: "Time", what: "What", amount: "Amount", decision: "Decision", txid: "Transaction" },
    receive: "Received",
    send: "Sent",
    noDecision: "not asked",
    decision: "Decision",
    noHistory: "Nothing came and nothing went yet.",
    lastPage: "There is nothing older.",
    register: "Register a user with it",
  },
});
