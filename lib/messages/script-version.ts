import { catalogue } from "./catalogue";

/** What an operation says of an order that wants a newer client. */
export const scriptVersionText = catalogue("scriptVersionText", {
  tooNew: (wanted: number, known: number) =>
    `AMP's order is for clients of version ${wanted} or newer, and this desk works like version ${known}: AMP may want something done that it does not know. Nothing was sent. Update the desk, or have the official client run the order.`,
});
