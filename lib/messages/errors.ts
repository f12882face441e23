/** Sentences for what went wrong, wherever it is shown. Each says what happened, what is safe and what to do. */
export const errorsText = {
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
  retry: "Try again",
  offline: "The desk did not answer. What you see may be older than it looks.",
  notFoundTitle: "This does not exist here",
  notFound: "It was removed, it belongs to another account, or it was not granted to you.",
  failedTitle: "This page could not be read",
  reference: (requestId: string) => `Reference ${requestId}`,
} as const;
