import { countOf } from "@/lib/messages/plural";
import { catalogue } from "./catalogue";

/** The portal's pages beside the way to being accepted. */
export const holdingsText = catalogue("holdingsText", {
  title: "Holdings",
  description: (issuer: string) => `What ${issuer} has assigned and sent to your AMP ID.`,
  none: "Nothing here yet",
  noneText: "As soon as the issuer assigns something to your AMP ID, you find it here.",
  ampId: "AMP ID",
  asOf: (time: string) => `As of ${time}`,
  balance: "Balance",
  notShown: "The issuer does not show balances",
  vesting: "Assigned, not yet sent",
  vestsAt: (time: string) => `from ${time}`,
  noVesting: "no vesting date",
  ready: "Ready to be sent",
  vested: "Vested, waits for the issuer",
  locked: "Vests later",
  distributions: "Sent to you",
  transaction: "transaction",
  unconfirmed: "not yet confirmed",
});

const chainStates = {
  queued: "Waiting for its turn",
  sending: "Being sent",
  sent: "Sent, not yet confirmed",
  confirmed: "Confirmed",
  failed: "Failed",
  given_up: "Gave up",
  expired: "Ran out of time",
} as const;

export const chainTasksText = catalogue("chainTasksText", {
  title: "What became of it",
  caption: "Tasks on the chain",
  none: "Nothing was asked for yet.",
  columns: {
    when: "Asked for",
    chain: "Network",
    campaign: "Campaign",
    state: "State",
    transaction: "Transaction",
  },
  states: chainStates,
  unknown: "The identity service does not tell what became of it.",
  noHash: "–",
});

export const faucetText = catalogue("faucetText", {
  title: "Test funds",
  description: "Coins for the fees of test networks. They have no value.",
  note: "They go to the wallet you are signed in with. A wallet that has enough gets nothing.",
  get: (chain: string) => `Get coins on ${chain}`,
  asked: "Asked for. The coins arrive within a few minutes.",
  noCoins: "This network gives no coins away at the moment. Nothing was asked for.",
  tooSoon: "This wallet, or another one of yours, had coins not long ago. Ask again tomorrow.",
  captcha: "Protected by reCAPTCHA: Google receives your IP address when you press the button.",
  captchaFailed: "Google's check could not be loaded. Check whether your browser blocks it, then try again.",
});

export const autoInvestText = catalogue("autoInvestText", {
  title: "Auto-invest",
  description:
    "You say how much to invest in a campaign, and it happens by itself once your wallet is accepted and the coins are there.",
  orderTitle: "New order",
  begin: "Place an order",
  chain: "Network",
  campaign: "Campaign's address",
  campaignHint: "The issuer publishes it. It begins with 0x.",
  campaignWrong: "An address has 0x and 40 more characters. Copy it again.",
  next: "Look at the campaign",
  amount: (symbol: string) => `Amount in ${symbol}`,
  amountHint: (balance: string) => `Your wallet has ${balance}.`,
  amountWrong: "Enter an amount above zero.",
  decimals: (count: number) => `At most ${countOf(count, { one: "decimal", other: "decimals" })}.`,
  rules: [
    "One order for each campaign: a new one replaces the amount, and its time begins anew.",
    "While an order is being carried out it can be neither changed nor cancelled.",
    "An order waits for your coins for a while, usually seven days. After that it runs out, and nothing is taken.",
  ],
  onItsWay: "Your order for this campaign is being carried out at this moment. Wait until it is done.",
  review: "Continue",
  reviewTitle: "What your wallet will ask you",
  reviewText:
    "You allow the campaign to take exactly this amount of your coins. That costs a network fee and moves nothing yet. From then on the campaign can be made to take it, even before the order is placed, until you take the permission back in your wallet.",
  reviewTwo:
    "Your wallet asks twice: this coin changes a permission only after the earlier one was taken back.",
  allowed: "The campaign is allowed this amount already, so your wallet is asked for nothing.",
  call: {
    contract: "Contract of the coin",
    function: "Call",
    spender: "Campaign that may take it",
    units: "In smallest units",
    signature: "approve(address spender, uint256 amount)",
    inTurn: ", then ",
  },
  allow: "Allow and order",
  order: "Place the order",
  steps: {
    allow: "1. Allow the amount in your wallet",
    mine: "2. Waiting for the network",
    order: "3. Placing the order",
  },
  reverted: "The network refused the permission. Nothing was ordered.",
  noCampaign: "There is no campaign at this address on this network.",
  ordered: "Your order is placed.",
  openTitle: "Open orders",
  none: "No open order.",
  columns: { chain: "Network", campaign: "Campaign", amount: "Amount" },
  smallest: (units: string) => `${units} smallest units`,
  cancel: "Cancel order",
  cancelTitle: "Cancel this order?",
  cancelText:
    "It is not carried out any more. The permission you gave the campaign stays; take it back in your wallet if you want to.",
  cancelled: "The order is cancelled, if it was not already on its way.",
});
