import type { AmountUnit } from "@/lib/domain/issue-draft";
import { catalogue } from "./catalogue";

/** The issue wizard. */
export const issueText = catalogue("issueText", {
  title: "Issue an asset",
  lead: "What you choose here is written into the issuance on Liquid. Nothing is sent before the last step.",
  label: "Steps of the issuance",
  steps: {
    kind: "Kind",
    identity: "Identity",
    supply: "Supply",
    reissuance: "Reissuance",
    addresses: "Addresses",
    review: "Review",
  },
  back: "Back",
  next: "Continue",
  startOver: "Start over",
  attempt: {
    title: "Look first whether the asset is there",
    text: "If it is in the list, nothing is left to do: start over. If not, and some minutes have passed, go on with the same entries; AMP is asked for its name once more before anything is sent.",
    look: "List of assets",
    start: "New attempt with these entries",
  },
  kind: {
    legend: "Who may hold it?",
    restricted: "Transfer restricted",
    restrictedText:
      "Only registered users who are in every category you require. The usual choice for securities.",
    tracked: "Issuer tracked",
    trackedText: "Any Managed-Assets account may hold it. You see every holder, AMP stops nobody.",
    confidential: "Hide the issued amount on the chain",
    confidentialHint:
      "Usually left off: investors can then check the supply themselves. Balances of holders are hidden either way.",
  },
  identity: {
    name: "Name",
    nameHint: "5 to 255 plain characters, as investors will read it.",
    ticker: "Ticker",
    tickerHint: "3 to 5 letters, digits, dots or hyphens.",
    tickerLong:
      "AMP's rules name a ticker of 5 characters at most: it may refuse a longer one. The registry takes up to 24.",
    domain: "Domain of the issuer",
    domainHint: "Proves who you are in the Liquid asset registry, for example example.com.",
    pubkey: "Issuer public key",
    pubkeyHint: "From the treasury node's destination address. 66 hexadecimal digits.",
    registry:
      "Ticker and domain are needed for the asset registry. Leave both empty to stay out of it: wallets then show the raw asset id.",
    permanent: "Name, ticker, domain and key are committed to the chain. They can never be changed.",
  },
  supply: {
    precision: "Precision",
    precisionHint:
      "Decimals that wallets show. It only changes how amounts look, and it can never be changed.",
    precisionOption: (digits: number) => (digits === 0 ? "0, whole units" : String(digits)),
    amount: "Amount to issue",
    amountHint: {
      shown: "In the unit that wallets will show.",
      sats: "In sats, the whole units that AMP counts.",
    } satisfies Record<AmountUnit, string>,
    amountIn: "Entered in",
    amountInHint: "Another choice writes the same amount anew.",
    amountUnits: { shown: "the unit that wallets show", sats: "sats" } satisfies Record<AmountUnit, string>,
    displays: "The same amount, three ways",
    displayAmp: "AMP and this desk's sats",
    displayWallet: "Wallets and explorers",
    displayNode: "The node's command line",
    displayNone: "Enter an amount to see it here.",
  },
  reissuance: {
    legend: "May more be issued later?",
    yes: "Reissuable",
    yesText:
      "Creates a reissuance token. Whoever holds it in the treasury wallet can issue more, also to replace what an investor lost.",
    no: "Fixed supply",
    noText: "Never more than this. An investor who loses the keys cannot be made whole by a reissue.",
    tokens: "Reissuance tokens",
    tokensHint: "Counted in whole tokens; one is enough and cannot be split by accident.",
  },
  addresses: {
    lead: "Both come from your treasury node. The asset and its reissuance token need different, confidential addresses.",
    problem: "The treasury node gave no addresses",
    problemText:
      "You can enter addresses of your node by hand, or try again later; the draft stays on this device.",
    destination: "Address for the asset",
    reissuance: "Address for the reissuance token",
    fresh: "Take fresh addresses from the node",
  },
  doubts: {
    foreign: {
      title: "The treasury node does not hold the keys of these addresses. Nothing was issued.",
      text: "Everything issued goes there at once. Whoever holds their keys owns it, and without them nothing can be distributed, reissued or burned from here.",
    },
    unchecked: {
      title: "Nobody could check whether these addresses are yours. Nothing was issued.",
      text: "No treasury node is set up for this account, or it does not answer. Everything issued goes to these addresses at once, and whoever holds their keys owns it.",
    },
    twin: {
      title: "There is an asset with this name or ticker already. Nothing was issued.",
      text: "It may come from this very form, when an answer was lost. What is issued once more stays beside it for good.",
    },
    acceptTwin: "I have looked: this is to be another asset beside it",
    accept: "I have checked these addresses: a wallet of ours holds their keys",
    acceptHint: "Then issue again.",
  },
  review: {
    lead: "Issuing happens on the chain at once. There is no undo.",
    permanent: (precision: number) => `Everything below is fixed for ever, precision ${precision} included.`,
    typeName: (name: string) => `Type ${name} to confirm`,
    mismatch: "This is not the asset's name yet.",
    submit: "Issue the asset",
    next: "What follows: the issuance needs 3 confirmations, about three minutes on Liquid. Then it is registered as authorised, and units can be assigned.",
    rows: {
      kind: "Kind",
      name: "Name",
      ticker: "Ticker",
      domain: "Domain",
      pubkey: "Issuer public key",
      nodesKey: "The treasury node gave it with the destination address.",
      otherKey:
        "Not known to be the key of the destination address. The registry keeps it for good: check that you hold it.",
      confidential: "Issued amount",
      confidentialYes: "hidden on the chain",
      confidentialNo: "visible on the chain",
      reissuance: "Reissuance",
      tokens: (count: string) => `${count} reissuance token${count === "1" ? "" : "s"}, counted in sats`,
      destination: "Asset goes to",
      token: "Token goes to",
    },
  },
  issued: "The asset is issued. It now waits for confirmations.",
});
