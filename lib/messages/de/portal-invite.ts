import type { Translation } from "../catalogue";
import type { portalInviteText as english } from "../portal-invite";

/** How an investor without a GAID gets one to the issuer: by the portal link. */
export const portalInviteText = {
  copyLabel: "Portal-Link",
  send: "Senden Sie dem Anleger diesen Portal-Link. Dort meldet er sich mit einer Wallet an, weist seine Identität nach, nennt seine GAID und bittet um Aufnahme.",
  sendSeveral:
    "Senden Sie dem Anleger den Portal-Link seines Emittenten. Dort meldet er sich mit einer Wallet an, weist seine Identität nach, nennt seine GAID und bittet um Aufnahme.",
  afterwards:
    "Seine Anfrage nennt dann die GAID. Fügen Sie sie dem registrierten Nutzer hinzu, bevor Sie die Anfrage freigeben: Eine Freigabe findet den Nutzer an der GAID und legt einen zweiten an, wenn niemand sie hat.",
  toRequests: "Zu den Anfragen",
  off: "Über einen Portal-Link nennen Anleger ihre GAID selbst. Ihrer ist nicht eingeschaltet.",
  switchOn: "Portal-Link einschalten",
  askIssuer: "Fragen Sie den Anleger nach der GAID oder den Emittenten nach dem Portal-Link.",
} satisfies Translation<typeof english>;
