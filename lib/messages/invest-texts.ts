/** What wallets are asked to sign for the portal itself. Kept with the signature, letter by letter, as a proof. */
export const ampIdText = (facts: {
  wallet: string;
  gaid: string;
  portal: string;
  nonce: string;
  at: Date;
}): string =>
  [
    "Bind an AMP ID to this wallet",
    "",
    `Wallet: ${facts.wallet}`,
    `AMP ID: ${facts.gaid}`,
    "",
    "Issuers that accept this wallet assign their assets to this AMP ID.",
    "Signing moves nothing and costs nothing.",
    "",
    `Portal: ${facts.portal}`,
    `Nonce: ${facts.nonce}`,
    `Time: ${facts.at.toISOString()}`,
  ].join("\n");
