import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** Orders at AMP that no operation of this desk carries out. */
export const foreignOrdersText = catalogue("foreignOrdersText", {
  title: "Open orders that no operation carries out",
  lead: "AMP waits for their payment or its confirmation. AMP does not tell when or by whom they were asked for. Open reissuances and burns are not listed by AMP at all.",
  of: (recipients: number) =>
    `AMP has an order over ${countOf(recipients, { one: "recipient", other: "recipients" })} that no open operation carries out`,
  waits: (name: string) => `AMP waits for a distribution of ${name} that nobody here carries out`,
  waitsText: (count: number) =>
    count === 1
      ? "It was ordered elsewhere, or left open. Follow it, or cancel it once nobody runs it."
      : `${count} orders, made elsewhere or left open. Follow them, or cancel them once nobody runs them.`,
  uuid: "AMP distribution",
  hash: "Fingerprint of this order",
  recipients: "Recipients",
  list: "What AMP ordered",
  total: "Total",
  leftBy: "Left open by",
  notFromHere: "Not ordered by this desk",
  ofOperation: (id: string) => `operation ${id}`,
  origin: "Origin",
  busy: "Finish the open operation of this asset first.",
  tooLong: (count: number, most: number) =>
    `It pays ${count} recipients; the desk itself sends to at most ${most} in one transaction. It can be followed and cancelled.`,
  adopt: "Take it over",
  adoptTitle: "Take over this order?",
  adoptConsequence:
    "You approve exactly this list. The desk looks whether its wallet has paid it: if so, it waits for the confirmations and confirms it to AMP. If not, it stays by hand and nothing is sent until you say that nobody else runs it.",
  adopted: "The desk follows this order now.",
  cancel: "Cancel it at AMP",
  cancelTitle: "Cancel this order at AMP?",
  cancelConsequence:
    "Say so only when nobody runs it: a payment of a cancelled order is lost to AMP. The desk looks for a payment in its own wallet, waits until nothing can come late, and then cancels.",
  cancelled: "The desk looks whether the order was paid, then cancels it.",
  changed: "The order is not what you saw any more. Nothing was changed; look at it again.",
  noAddresses:
    "AMP does not tell the addresses of this order, so the desk cannot see whether it was paid. Nothing was changed. Whoever asked for it finishes or cancels it.",
  gone: "AMP does not have this order any more, or an operation of this desk carries it out.",
});
