import type { InvestorStateName } from "@/lib/domain/investor-state";
import { catalogue } from "./catalogue";

export interface StateText {
  title: string;
  meaning: string;
  whoActs: string;
  usualTime: string;
  /** On the button. */
  action: string;
}

/** What an investor reads in each state: what it is, who acts, how long it takes, what to press. */
export const investorStatesText: Record<InvestorStateName, StateText> = catalogue("investorStatesText", {
  "signed-out": {
    title: "Connect your wallet",
    meaning:
      "You sign a text with your wallet. That proves the wallet is yours; it moves nothing and costs nothing.",
    whoActs: "You, in your wallet",
    usualTime: "Less than a minute",
    action: "Connect wallet",
  },
  "service-away": {
    title: "The identity service does not answer",
    meaning: "Nothing you entered is lost. This page asks again by itself and goes on where you were.",
    whoActs: "The operator of this portal",
    usualTime: "Mostly a few minutes",
    action: "Look again",
  },
  "email-missing": {
    title: "Your e-mail address",
    meaning: "The issuer writes to this address about your request. You can change it at any time.",
    whoActs: "You",
    usualTime: "Less than a minute",
    action: "Save e-mail",
  },
  "identity-not-started": {
    title: "Verify your identity",
    meaning:
      "A verification partner looks at an identity document and at your face. Have the document and a camera at hand.",
    whoActs: "You, on the partner's page",
    usualTime: "About five minutes",
    action: "Start verification",
  },
  "identity-created": {
    title: "Your verification is ready",
    meaning: "It was prepared for you and has not been opened yet. The link is valid for seven days.",
    whoActs: "You, on the partner's page",
    usualTime: "About five minutes",
    action: "Open verification",
  },
  "identity-started": {
    title: "Your verification is not finished",
    meaning:
      "You have begun and not handed it in. Go on where you left off, on this device or on another one.",
    whoActs: "You, on the partner's page",
    usualTime: "About five minutes",
    action: "Continue verification",
  },
  "identity-submitted": {
    title: "Your documents are being checked",
    meaning: "You have handed everything in. You can close this page; the result is here when you return.",
    whoActs: "The verification partner",
    usualTime: "Mostly minutes, at most a day",
    action: "Look again",
  },
  "identity-review": {
    title: "A person is looking at your verification",
    meaning:
      "The automatic check was not certain, so somebody looks at it by hand. There is nothing you have to do.",
    whoActs: "The verification partner",
    usualTime: "Mostly a few hours, at most two days",
    action: "Look again",
  },
  "identity-resubmission": {
    title: "Something has to be shown again",
    meaning:
      "The check could not be completed with what it was shown. Read the reason, then repeat that part.",
    whoActs: "You, on the partner's page",
    usualTime: "About five minutes",
    action: "Repeat verification",
  },
  "identity-declined": {
    title: "Your identity was not confirmed",
    meaning: "The partner declined this verification. Read the reason; you can begin a new one.",
    whoActs: "You, on the partner's page",
    usualTime: "About five minutes",
    action: "Start a new verification",
  },
  "identity-expired": {
    title: "The verification has expired",
    meaning: "It was not opened within seven days. Nothing was checked and nothing is held against you.",
    whoActs: "You, on the partner's page",
    usualTime: "About five minutes",
    action: "Start a new verification",
  },
  "identity-abandoned": {
    title: "The verification was not finished",
    meaning: "It was opened and not handed in within seven days. Nothing is held against you; begin again.",
    whoActs: "You, on the partner's page",
    usualTime: "About five minutes",
    action: "Start a new verification",
  },
  "identity-labels": {
    title: "Your verification is being looked at once more",
    meaning:
      "Your documents were confirmed. Before they count, the operator looks at the details and lets them count or asks you to verify anew. There is nothing you have to do.",
    whoActs: "The operator of this portal",
    usualTime: "One to three working days",
    action: "Look again",
  },
  "identity-settling": {
    title: "Your identity is confirmed",
    meaning: "The confirmation is on its way to your wallet's record. This page goes on by itself.",
    whoActs: "The identity service",
    usualTime: "Mostly seconds",
    action: "Look again",
  },
  "document-expired": {
    title: "Your document is no longer valid",
    meaning: "The document you were verified with has reached its last day. Verify with a valid one.",
    whoActs: "You, on the partner's page",
    usualTime: "About five minutes",
    action: "Verify again",
  },
  "identity-revoked": {
    title: "Your verification no longer counts",
    meaning:
      "The confirmation was withdrawn, by the verification partner or by the operator of this portal. You can verify your identity again.",
    whoActs: "You, on the partner's page",
    usualTime: "About five minutes",
    action: "Verify again",
  },
  "amp-id-missing": {
    title: "Your AMP ID",
    meaning:
      "It names the account in which you receive assets. Find it in your Liquid wallet, enter it once and sign it with this wallet.",
    whoActs: "You, in both wallets",
    usualTime: "About two minutes",
    action: "Bind AMP ID",
  },
  "issuer-missing": {
    title: "Open an issuer's link",
    meaning:
      "Your part is done. The issuer in whose asset you want to invest gives you a link; open it in this browser.",
    whoActs: "You, with the issuer's link",
    usualTime: "Less than a minute",
    action: "How to get a link",
  },
  "issuer-closed": {
    title: "This issuer takes no requests now",
    meaning: "The link was closed. What you have verified stays with you for other issuers.",
    whoActs: "The issuer",
    usualTime: "Ask the issuer",
    action: "How to get a link",
  },
  "request-ready": {
    title: "Ask to be accepted",
    meaning: "Everything is ready. See what the issuer will be told, agree, and send your request.",
    whoActs: "You",
    usualTime: "About a minute",
    action: "Send request",
  },
  "request-open": {
    title: "Your request is with the issuer",
    meaning: "Somebody at the issuer looks at it. You can close this page, and you can withdraw the request.",
    whoActs: "The issuer",
    usualTime: "One to three working days",
    action: "Look again",
  },
  "request-approving": {
    title: "The issuer is accepting you",
    meaning: "The issuer said yes, and your account is being registered. This page goes on by itself.",
    whoActs: "The issuer's desk",
    usualTime: "Mostly seconds",
    action: "Look again",
  },
  "request-declined": {
    title: "The issuer declined your request",
    meaning: "Read the issuer's reason. When it no longer holds, you can ask again.",
    whoActs: "You",
    usualTime: "About a minute",
    action: "Ask again",
  },
  "request-withdrawn": {
    title: "You withdrew your request",
    meaning: "The issuer no longer looks at it. You can send a new one.",
    whoActs: "You",
    usualTime: "About a minute",
    action: "Send request",
  },
  "chain-queued": {
    title: "Accepted; your wallet waits for its turn",
    meaning:
      "The issuer accepted you. Your wallet will be written to the issuer's contract with the next batch.",
    whoActs: "The identity service",
    usualTime: "A few minutes",
    action: "Look again",
  },
  "chain-sending": {
    title: "Accepted; your wallet is being registered",
    meaning: "The transaction that registers your wallet is being prepared and sent.",
    whoActs: "The identity service",
    usualTime: "Less than a minute",
    action: "Look again",
  },
  "chain-sent": {
    title: "Accepted; waiting for the blockchain",
    meaning: "The transaction that registers your wallet was sent and waits for its confirmations.",
    whoActs: "The blockchain",
    usualTime: "Mostly a few minutes",
    action: "Look again",
  },
  "chain-failed": {
    title: "Accepted, but your wallet was not registered",
    meaning:
      "The issuer accepted you. The transaction that registers your wallet did not succeed; it can be asked for again.",
    whoActs: "You, then the identity service",
    usualTime: "A few minutes",
    action: "Try again",
  },
  accepted: {
    title: "You are accepted",
    meaning: "The issuer can assign assets to your AMP ID now.",
    whoActs: "Nobody",
    usualTime: "Done",
    action: "See my holdings",
  },
});
