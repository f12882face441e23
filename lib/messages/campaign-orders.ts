import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** What investors ordered for a campaign, on the issuer's side. */
export const campaignOrdersText = catalogue("campaignOrdersText", {
  title: "Auto-invest by campaign",
  description: "Orders of investors that wait for their coins or are being carried out.",
  chain: "Network",
  campaign: "Campaign's address",
  campaignWrong: "An address has 0x and 40 more characters.",
  chainWrong: "This is no network.",
  look: "Show orders",
  none: "No open order for this campaign.",
  summary: (count: number, total: string) =>
    `${countOf(count, { one: "open order", other: "open orders" })}, together ${total}.`,
  caption: "Open orders for this campaign",
  columns: { wallet: "Wallet", amount: "Amount" },
});
