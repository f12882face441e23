import { catalogue } from "./catalogue";

/** What an investor reads when a step of the portal did not work. */
export const investErrorsText = catalogue("investErrorsText", {
  unreachable: "The identity service does not answer. Nothing was changed; try again in a moment.",
  noAnswer:
    "The identity service did not answer. It may have done what you asked for: look at the current state before you repeat it.",
  slowDown: "That were many attempts within a short time. Wait a minute, then try again.",
  unexpected: "The identity service answered in a form this portal does not know.",
  refused: "The identity service refused this step. Nothing was changed.",
  notOffered: "The identity service of this portal does not offer this.",
  sessionEnded: "Your session has ended. Connect your wallet and sign in again; nothing was lost.",
  accountChanged: "Your wallet is on another account than the one that signed in. Sign in with this account.",
  attemptEnded:
    "This sign-in was begun in another browser, or too long ago. Ask for a new text and sign it here.",
  wrongSignature:
    "The signature does not belong to this wallet and this text. Sign the text that is shown with the connected account.",
  uncheckable:
    "The signature is not this account's own for this text. If your wallet is a contract, its network cannot be asked now: try again later, or use a wallet with a key of its own.",
  chainUnknown: "The identity service does not know this network. Switch your wallet to another one.",
  chainNotReady: "The identity service is not set up for this network. Ask the issuer which one to use.",
  userMissing: "The identity service does not know this wallet any more. Sign in again.",
  kycMissing: "Your identity is not verified, or your document is no longer valid. Verify it first.",
  captcha: "The check that you are a person did not succeed. Try it again.",
  campaignUnsupported: "This campaign does not take automatic investments.",
  documents: "The document storage did not answer. Nothing was uploaded.",
  addressForm: "This is not the address of a wallet.",
  emailForm: "Enter an e-mail address.",
  gaidForm:
    "An AMP ID begins with GA and has about thirty letters and digits. Copy it from your Liquid wallet.",
  gaidUnknown: "AMP does not know this AMP ID. Copy it again from your Liquid wallet.",
  gaidUncheckable: "AMP does not answer, so the AMP ID cannot be checked now. Try again in a moment.",
  gaidTextMissing:
    "This text was made in another session, for another AMP ID, or too long ago. Ask for a new one.",
  gaidContractUncheckable:
    "This wallet is a contract, and its signature can be checked only on its network, which this portal does not reach. Use a wallet with a key of its own, or ask the operator to add the network.",
  noIssuer: "This issuer does not exist here. Ask the issuer for the link again.",
  consentMissing: "Agree that the issuer is told what is listed here.",
  requestFirst: "Send this issuer a request first.",
  emailFirst: "Enter your e-mail address first.",
  ampIdFirst: "Bind your AMP ID first.",
  enterName: "Enter your name.",
  verificationAway: "The verification partner does not answer. Try again in a few minutes.",
});
