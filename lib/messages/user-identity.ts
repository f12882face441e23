import { catalogue } from "./catalogue";

/** What the portal told of a registered user's identity. */
export const userIdentityText = catalogue("userIdentityText", {
  title: "Identity from the portal",
  description: "As the desk wrote it down when the identity service last answered.",
  decided: "Accepted",
  decidedBy: (name: string) => `by ${name}`,
  standing: "Identity",
  answer: "Decision",
  waiting: "A request that names a GAID of this user waits for a decision",
  waitingHint: "Anybody can name a GAID: whose it is, the request's page helps to find out.",
  openWaiting: "Open the waiting request",
  none: "No request was approved as this user, and none that waits names a GAID of theirs.",
  unanswered: "The identity service did not answer",
  unansweredText: "It was asked last:",
  askAgain:
    "To have the identity checked again, send the investor the portal link once more: they sign in and are verified again.",
});
