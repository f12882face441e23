import { catalogue } from "./catalogue";

/** How an investor without a GAID gets one to the issuer: by the portal link. */
export const portalInviteText = catalogue("portalInviteText", {
  copyLabel: "portal link",
  send: "Send the investor this portal link. There they sign in with a wallet, prove who they are, name their GAID and ask to be accepted.",
  sendSeveral:
    "Send the investor the portal link of their issuer. There they sign in with a wallet, prove who they are, name their GAID and ask to be accepted.",
  afterwards:
    "Their request then names the GAID. Add it to the registered user before you approve: an approval finds the user by the GAID, and makes a second one where nobody has it.",
  toRequests: "Go to requests",
  off: "By a portal link investors name their GAID themselves. Yours is not switched on.",
  switchOn: "Switch on the portal link",
  askIssuer: "Ask the investor for the GAID, or the issuer for the portal link.",
});
