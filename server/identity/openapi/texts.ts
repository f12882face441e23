/** The words of the service's description. */

export const introduction = `
Whoever holds a wallet signs a text and gets tokens; with these, identity is verified and wallets are whitelisted.

Every answer that fails to authenticate has status 400 with the codes 0204 or 0206. Values that are not there are written as null.
Amounts are decimal texts in the smallest unit. The lifetimes of tokens are milliseconds.
`.trim();

export const tagTexts = {
  Login: "From a text to sign to tokens.",
  Person: "Who is logged in.",
  Verification: "Identity, verified by Veriff.",
  Chains: "What the service does on EVM chains.",
  Service: "How the service is.",
} as const;

interface EndpointText {
  tag: keyof typeof tagTexts;
  summary: string;
  description: string;
}

const text = (tag: EndpointText["tag"], summary: string, description = ""): EndpointText => ({
  ...{ tag, summary, description },
});

/** By the endpoint's name. */
export const endpointTexts: Readonly<Record<string, EndpointText>> = {
  requestText: text(
    "Login",
    "Ask for a text to sign",
    "`format: eip4361` with `origin` and `chain_id` asks for a text after that standard, where the service knows the page.",
  ),
  requestMessage: text(
    "Login",
    "Ask for a text that names no address",
    "A `verifier` of at least 16 characters binds it: the login has to show it again.",
  ),
  logIn: text(
    "Login",
    "Log in with the signed text",
    "132 characters are the signature of a key. Everything else is a contract wallet's and needs `chain_id`.",
  ),
  logInByMessage: text("Login", "Log in with a text that names no address"),
  refresh: text("Login", "Get a new access token", "Keep the refresh token that the answer holds."),
  logOut: text("Login", "Log out", "All refresh tokens of the address end."),
  getKeys: text("Login", "The public keys of access tokens", "As RFC 7517 has them."),
  getUser: text("Person", "Who is logged in"),
  updateUser: text("Person", "Set the e-mail"),
  getPersonalData: text("Person", "Everything that is kept about the caller"),
  erasePersonalData: text("Person", "Erase what is kept about the person", "It ends all logins."),
  requestSession: text("Verification", "Begin or go on with the verification"),
  takeDecision: text(
    "Verification",
    "Veriff's decision",
    "For Veriff alone: `X-AUTH-CLIENT` and a signature over the body as it was sent.",
  ),
  takeEvent: text("Verification", "Veriff's events", "For Veriff alone, as decisions are."),
  verifyForTest: text("Verification", "Verify without Veriff", "Only where it is switched on."),
  getKyc: text("Verification", "How far the verification is"),
  listHeldKyc: text("Verification", "Approvals that are held back", "For the operator alone. Oldest first."),
  getKycOf: text("Verification", "How far a wallet's verification is", "For the operator alone."),
  decideKyc: text(
    "Verification",
    "Decide about an approval that is held back",
    "For the operator alone. `link` completes the wallet's KYC with it, `end` lets the person verify anew. 409 when nothing is held back, or not of the session named.",
  ),
  listOperatorTasks: text(
    "Chains",
    "Work on chains that went wrong",
    "For the operator alone: what was given up, and what nobody knows the end of. What ended last comes first.",
  ),
  listChainTasksOf: text(
    "Chains",
    "What the service does on chains for a wallet",
    "For the operator alone. Newest first.",
  ),
  retryTask: text(
    "Chains",
    "Have such work tried anew",
    "For the operator alone. The chain is asked first what became of it; tried anew is only what certainly had no effect, and never an order to invest: its investor was told that it failed, and alone can order again. 404 for what there is not, 409 for what did not go wrong, what still nobody knows, or such an order; 503 while the chain's node does not answer.",
  ),
  requestWhitelisting: text(
    "Chains",
    "Have the wallet approved by an issuer",
    "The answer comes before the transaction does.",
  ),
  requestCoins: text("Chains", "Have coins sent for fees"),
  listChainTasks: text("Chains", "What the service does on chains for the caller", "Newest first."),
  listChains: text("Chains", "What can be done on which chain"),
  orderAutoInvest: text("Chains", "Have an investment made as soon as it is possible"),
  cancelAutoInvest: text("Chains", "Take an order back that is still waiting"),
  listAutoInvests: text("Chains", "Orders of a wallet", "Newest first."),
  listCampaignAutoInvests: text("Chains", "Orders for a campaign", "Newest first."),
  makePinataKey: text("Service", "Get a key for uploads to IPFS", "Each call makes a new one."),
  revokePinataKey: text("Service", "Have such a key revoked", "Unknown ones are passed over."),
  getHealth: text("Service", "Whether the service works"),
  getInfo: text("Service", "What the service publishes about itself"),
  getDescription: text("Service", "This description"),
  getPage: text("Service", "This description, to read"),
};
