import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** The treasury: the issuer's own Elements node and its wallet. */
export const treasuryText = catalogue("treasuryText", {
  title: "Treasury",
  description: "Your own Elements node: its wallet pays the fees in L-BTC and holds what nobody owns yet.",
  nodeAway:
    "Nothing is lost: operations that are under way wait, and go on by themselves when the node answers again.",
  figures: {
    fees: "L-BTC for fees",
    wallet: "Wallet",
    assets: "Assets in the wallet",
    open: "Open operations",
  },
  low: "Low: send some",
  enough: "Enough for now",
  walletLock: {
    lock: "Lock now",
    locked: "The wallet is locked. Operations that have to sign wait until it is unlocked.",
    until: "Unlocked until",
    notProtected: "Ready to sign; without a passphrase",
  },
  walletStates: { locked: "Locked", unlocked: "Ready to sign" },
  tokens: (count: number) => `and ${countOf(count, { one: "reissuance token", other: "reissuance tokens" })}`,
  synced: "In step with the chain",
  behind: (blocks: string, headers: string) => `Catching up: ${blocks} of ${headers}`,
  openNote: { none: "Nothing is under way", some: "Looked at every 5 seconds" },
  lowFee: {
    title: (amount: string) => `The wallet has only ${amount} for fees`,
    text: "Every distribution, reissuance and burn pays its fee in L-BTC. Send some to a receive address of this wallet before it runs out; a distribution without fee money is stopped before anything is sent.",
  },
  locked: {
    title: "The treasury wallet is locked",
    text: "Nothing can be signed. Unlock it with its passphrase under Node; waiting operations then go on.",
  },
  notSynced: {
    title: "The node is still catching up with the chain",
    text: "Balances and confirmations may be older than they look. No distribution starts before the node is in step.",
  },
  node: {
    title: "Node",
    chain: "Chain",
    version: "Version",
    wallet: "Wallet",
    height: "Height",
    state: "State",
    sendLbtc: "Pay L-BTC out",
  },
  chains: {
    liquidv1: "Liquid",
    liquidtestnet: "Liquid testnet",
    elementsregtest: "Elements regtest",
  } as Record<string, string>,
  receive: {
    title: "Receive address",
    hint: "A fresh confidential address of the treasury wallet, for L-BTC that pays fees. Take a new one for each payment.",
    button: "New receive address",
    address: "address",
    qr: "QR code of the receive address",
    fresh: "Derived just now. It stays valid; the wallet remembers it.",
  },
  balances: {
    title: "Assets in the wallet",
    caption: "Balances of the treasury wallet by asset",
    asset: "Asset",
    amount: "Amount",
    assetId: "Asset id",
    token: (name: string) => `Reissuance token of ${name}`,
    unknown: "Not named by AMP as yours",
    empty: "The wallet holds no asset yet",
    emptyText: "What you issue arrives here first, and leaves with its distributions.",
  },
});
