import { catalogue } from "./catalogue";

/** Sentences of the server for what went wrong, wherever it is shown. Each says what happened, what is safe and what to do. */
export const errorsText = catalogue("errorsText", {
  invalidInput: "Some of the entries need another look. Nothing was sent.",
  internal:
    "Something unexpected went wrong on our side. Look at the current state before you repeat the step.",
  chooseEnvironment: "Choose an environment.",
  enterUsername: "Enter your AMP user name.",
  enterPassword: "Enter your password.",
  enterToken: "Paste your AMP API token.",
  enterName: "Enter a name.",
  enterGaid: "Enter the GAID.",
  enterAmount: "Enter an amount.",
  chooseUser: "Choose a registered user.",
  tooLong: "This is too long.",
  environmentGone: "This deployment is no longer connected to the environment you signed in to.",
  issuerOnly: "Only the issuer may do that. Nothing was sent to AMP.",
  noAsset: "This asset does not exist or was not granted to you.",
  notHere: "This does not exist here.",
  sessionEnded: "Your session has ended. Sign in again; nothing was changed.",
  oldPageLink: "This page link is no longer valid. Start from the first page.",
  firstRefused: "The first attempt was refused. Nothing was changed; submit the form again.",
  otherContents: "This form was already submitted with other contents. Reload the page to see what was done.",
  unclearEarlier:
    "An earlier submission of this form got no clear answer. Reload the page and look whether it was carried out before you start again.",
  stillRunning: "This form is still being carried out. Reload the page to see the result.",
});
