import { countOf } from "@/lib/messages/plural";
import type { campaignOrdersText as english } from "../campaign-orders";
import type { Translation } from "../catalogue";

/** What investors ordered for a campaign, on the issuer's side. */
export const campaignOrdersText = {
  title: "Auto-Invest nach Kampagne",
  description: "Aufträge von Anlegern, die auf ihre Coins warten oder gerade ausgeführt werden.",
  chain: "Netzwerk",
  campaign: "Adresse der Kampagne",
  campaignWrong: "Eine Adresse besteht aus 0x und 40 weiteren Zeichen.",
  chainWrong: "Das ist kein Netzwerk.",
  look: "Aufträge anzeigen",
  none: "Kein offener Auftrag für diese Kampagne.",
  summary: (count: number, total: string) =>
    `${countOf(count, { one: "offener Auftrag", other: "offene Aufträge" })}, zusammen ${total}.`,
  caption: "Offene Aufträge für diese Kampagne",
  columns: { wallet: "Wallet", amount: "Betrag" },
} satisfies Translation<typeof english>;
