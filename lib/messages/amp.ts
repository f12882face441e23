import { asSentence } from "@/lib/format/sentence";
import { catalogue } from "./catalogue";

/** What AMP's client says: what happened, what is safe, what to do. */
export const ampText = catalogue("ampText", {
  unreachable: "AMP cannot be reached at the moment. Nothing was changed; try again in a minute.",
  late: "AMP did not answer in time. Nothing was changed; wait a minute and try again.",
  noAnswer:
    "AMP did not answer. Whether it carried out the request is not known: look at the current state before you repeat it.",
  tokenRefused: "AMP no longer accepts this sign-in. Sign in again.",
  tokenMissing: "The AMP token of this workspace is missing. Sign in again.",
  forbidden: "AMP does not allow this account to do that.",
  notFound: "AMP does not know this object, or it is not granted to you.",
  slowDown: "AMP asks to slow down. Nothing was changed; try again in a minute.",
  refused: (words: string) => `AMP refused: ${asSentence(words)} This request changed nothing.`,
  refusedSilently: "AMP refused the request without giving a reason. Nothing was changed.",
  unexpected: (call: string, where: string, isRead: boolean) =>
    `AMP answered ${call} in an unexpected form (${where}). ${isRead ? "Nothing was changed." : "It may have been carried out: look before you repeat it."}`,
});
