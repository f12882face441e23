import type { Translation } from "../catalogue";
import type { userIdentityText as english } from "../user-identity";

/** What the portal told of a registered user's identity. */
export const userIdentityText = {
  title: "Identität aus dem Portal",
  description: "Wie Ampdesk sie festgehalten hat, als der Identitätsdienst zuletzt geantwortet hat.",
  decided: "Aufgenommen",
  decidedBy: (name: string) => `von ${name}`,
  standing: "Identität",
  answer: "Entscheidung",
  waiting: "Eine Anfrage, die eine GAID dieses Nutzers nennt, wartet auf eine Entscheidung",
  waitingHint: "Jeder kann eine GAID nennen: Wem sie gehört, hilft die Seite der Anfrage herauszufinden.",
  openWaiting: "Wartende Anfrage öffnen",
  none: "Keine Anfrage wurde als dieser Nutzer freigegeben, und keine wartende nennt eine seiner GAIDs.",
  unanswered: "Der Identitätsdienst hat nicht geantwortet",
  unansweredText: "Zuletzt gefragt:",
  askAgain:
    "Damit die Identität erneut geprüft wird, senden Sie dem Anleger den Portal-Link noch einmal: Er meldet sich an und wird erneut verifiziert.",
} satisfies Translation<typeof english>;
