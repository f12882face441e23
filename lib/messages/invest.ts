import { catalogue } from "./catalogue";

/** The investor portal's frame, its steps and its forms. What each state means stands in `investor-states.ts`. */
export const investText = catalogue("investText", {
  title: "Investor portal",
  titleTemplate: (title: string) => `${title} · Investor portal`,
  skip: "Skip to content",
  navigation: "Portal",
  nav: {
    progress: "My access",
    holdings: "Holdings",
    autoInvest: "Auto-invest",
    faucet: "Test funds",
    documents: "Documents",
    profile: "Profile",
  },
  notices: {
    ended:
      "Your session has ended. Sign in with the same wallet and you go on where you were; nothing was lost.",
    switched:
      "Your wallet changed to another account, so the earlier one was signed out. Sign in with the account you want to use.",
    "signed-out": "You are signed out.",
    "signed-out-of-portal":
      "This wallet is signed out of this portal in every browser. The identity service did not confirm that it has ended its logins as well, so other sites where the wallet signed in may stay signed in. Sign in again later and repeat it.",
    erased: "Your data is deleted and you are signed out everywhere.",
  },
  footer: "Ampdesk never asks for a recovery phrase or a private key.",

  welcome: {
    title: "Get access to securities on Liquid",
    lead: "You sign in with your wallet, prove once who you are, and ask the issuer to accept you. You can stop after any step and come back later.",
    byIssuer: (issuer: string) => `${issuer} invites you to ask for access`,
    byIssuerLead: (issuer: string) =>
      `You sign in with your wallet, prove once who you are, and send ${issuer} your request. You can stop after any step and come back later.`,
    points: [
      "Signing in costs nothing and moves nothing. You see the whole text before you sign it.",
      "Your key never leaves your wallet, and we never ask for a recovery phrase.",
      "Your identity is checked by Veriff. You can see, download and delete what is kept about you.",
    ],
    unknownIssuer: "This link leads to no issuer",
    unknownIssuerText:
      "It may be mistyped, or the issuer takes no requests at the moment. Ask the issuer for a new link.",
    toPortal: "Go to the portal",
  },

  issuer: {
    title: (issuer: string) => `What ${issuer} asks for`,
    asks: [
      "a wallet that you sign in with",
      "an e-mail address",
      "your identity, checked once by Veriff",
      "your AMP ID, where the securities are to arrive",
    ],
    sharedTitle: (issuer: string) => `What ${issuer} gets to see`,
    shared: {
      name: "the name you send with your request, and whether you ask for a company",
      verifiedName: "the name in the document you were identified with",
      email: "your e-mail address",
      wallet: "your wallet's address",
      ampId: "your AMP ID and your signature for it",
      kyc: "whether and when your identity was confirmed, and how long the document is valid",
      riskLabels: "risk labels that the identity check raised, if any",
    },
    notShared: "Never shared: your document, the pictures of the identity check, your keys.",
  },

  steps: {
    label: "Your way to being accepted",
    count: (number: number, all: number) => `Step ${number} of ${all}`,
    names: {
      wallet: "Wallet",
      email: "E-mail",
      identity: "Identity",
      "amp-id": "AMP ID",
      request: "Request",
      accepted: "Accepted",
    },
    hints: {
      wallet: "Sign in by signing a text",
      email: "Where the issuer reaches you",
      identity: "A document and a selfie, about five minutes",
      "amp-id": "The account your securities arrive in",
      request: "The issuer looks at it",
      accepted: "You can receive securities",
    },
  },

  card: {
    who: "Who acts",
    time: "Usual time",
    reason: "Why",
    howToFix: "How to fix it:",
    watching: "This page looks for news by itself. You can close it and come back.",
    progressOnChain: "On the chain",
    transaction: "transaction",
    chain: (name: string) => `Chain ${name}`,
    unserved: (chains: string) => `Not registered on ${chains}`,
    unservedText:
      "The identity service does not serve this network yet, so your wallet is not in the issuer's contract there. The issuer sees this too and can have it put right. Your AMP ID and your request are not affected.",
    askAgain: "Ask again",
  },

  email: {
    label: "E-mail address",
    hint: "For messages about your access. The issuer sees it with your request.",
    save: "Save e-mail",
    saved: "Your e-mail address is saved.",
    verified: "verified",
    notVerified: "not verified",
    none: "none yet",
  },

  identity: {
    before:
      "It opens in this tab and brings you back here. Keep a valid passport, identity card or driving licence at hand and allow the camera there.",
    leaving: "Taking you there…",
    testTitle: "Fill in a test identity",
    testHint: "Only on test installations: skips Veriff and marks this wallet as checked.",
    firstName: "First name",
    lastName: "Last name",
    testSubmit: "Use the test identity",
  },

  ampId: {
    label: "AMP ID",
    hint: "In the Blockstream app: open your AMP account, then Receive or Account ID. It begins with GA.",
    prepare: "Check the AMP ID",
    textTitle: "You are about to sign this",
    textHint: "It ties the AMP ID to your wallet. It costs nothing and moves nothing.",
    sign: "Sign in my wallet",
    change: "Enter another AMP ID",
    keep: "Keep the present one",
    asked: "The request names this AMP ID:",
    notKnown:
      "AMP could not be asked about this AMP ID yet. The form is right; the issuer checks it again when your request arrives.",
    bound: "Your AMP ID is tied to your wallet.",
    checked: "AMP knows this AMP ID.",
  },

  link: {
    text: "Issuers publish the link or send it to you. If you have it as text, paste it here.",
    label: "Issuer's link",
    open: "Open link",
    wrong: "This is no link of this portal. It ends in /invest/i/ and the issuer's name.",
  },

  request: {
    title: (issuer: string) => `Ask ${issuer} for access`,
    name: "Your name",
    nameHint: "As in your document, or the company's name as registered.",
    kind: "Who asks",
    person: "I ask for myself",
    company: "I ask for a company",
    consent: (issuer: string) => `I agree that ${issuer} gets to see what is listed above.`,
    sent: "Your request is sent.",
    withdraw: "Withdraw my request",
    withdrawTitle: "Withdraw your request?",
    withdrawText: "The issuer no longer sees it as open. You can send a new one at any time.",
    withdrawn: "Your request is withdrawn.",
    reason: "The issuer's words",
  },

  profile: {
    title: "Profile",
    see: "See my profile",
    description: "What you signed in with, and what is kept about you.",
    wallet: "Wallet",
    walletHint: "To use another wallet, sign out and sign in with that one.",
    address: "Address",
    addressName: "wallet address",
    session: "Signed in until",
    email: "E-mail",
    ampId: "AMP ID",
    ampIdName: "AMP ID",
    noAmpId: "None yet. You enter it on the way to your request.",
    boundAt: "Tied to the wallet",
    sessions: "Signing out",
    signOut: "Sign out here",
    signOutHint: "Ends the session in this browser.",
    everywhere: "Sign out everywhere",
    everywhereHint: "Ends every session of this wallet, in all browsers and devices.",
    everywhereTitle: "Sign out everywhere?",
    everywhereText:
      "Every browser in which this wallet is signed in has to sign in again. Nothing else changes.",
    everywhereDone: "All sessions of this portal have ended.",
    data: "My data",
    dataHint: "Everything that is kept about this wallet, as a file that you can read.",
    download: "Download my data",
    erase: "Ask for deletion",
    eraseHint:
      "Deletes your identity record, e-mail address and sessions. What the issuer must keep by law stays with the issuer.",
    eraseTitle: "Delete your data?",
    eraseText:
      "Your identity record, e-mail address and decisions are deleted and you are signed out everywhere. To use the portal again you prove your identity anew. An issuer who already has your request keeps it. Pictures and documents at Veriff are deleted by Veriff's own rules.",
    eraseType: "delete",
    eraseDone: "Your data is deleted.",
    show: "See my data",
    shown: "What is kept about you",
  },
});
