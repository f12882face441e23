import type { Translation } from "../catalogue";
import type { investorStatesText as english } from "../investor-states";

/** What an investor reads in each state: what it is, who acts, how long it takes, what to press. */
export const investorStatesText = {
  "signed-out": {
    title: "Wallet verbinden",
    meaning:
      "Sie signieren einen Text mit Ihrer Wallet. Das beweist, dass die Wallet Ihnen gehört; es bewegt nichts und kostet nichts.",
    whoActs: "Sie, in Ihrer Wallet",
    usualTime: "Weniger als eine Minute",
    action: "Wallet verbinden",
  },
  "service-away": {
    title: "Der Identitätsdienst antwortet nicht",
    meaning:
      "Nichts von Ihren Eingaben ist verloren. Diese Seite fragt von selbst erneut an und macht dort weiter, wo Sie waren.",
    whoActs: "Der Betreiber dieses Portals",
    usualTime: "Meist einige Minuten",
    action: "Erneut nachsehen",
  },
  "email-missing": {
    title: "Ihre E-Mail-Adresse",
    meaning:
      "An diese Adresse schreibt Ihnen der Emittent zu Ihrer Anfrage. Sie können sie jederzeit ändern.",
    whoActs: "Sie",
    usualTime: "Weniger als eine Minute",
    action: "E-Mail-Adresse speichern",
  },
  "identity-not-started": {
    title: "Identität verifizieren",
    meaning:
      "Ein Verifizierungspartner prüft ein Ausweisdokument und Ihr Gesicht. Halten Sie das Dokument und eine Kamera bereit.",
    whoActs: "Sie, auf der Seite des Partners",
    usualTime: "Etwa fünf Minuten",
    action: "Verifizierung starten",
  },
  "identity-created": {
    title: "Ihre Verifizierung ist bereit",
    meaning: "Sie wurde für Sie vorbereitet und noch nicht geöffnet. Der Link ist sieben Tage gültig.",
    whoActs: "Sie, auf der Seite des Partners",
    usualTime: "Etwa fünf Minuten",
    action: "Verifizierung öffnen",
  },
  "identity-started": {
    title: "Ihre Verifizierung ist nicht abgeschlossen",
    meaning:
      "Sie haben begonnen und noch nichts eingereicht. Machen Sie dort weiter, wo Sie aufgehört haben, auf diesem oder einem anderen Gerät.",
    whoActs: "Sie, auf der Seite des Partners",
    usualTime: "Etwa fünf Minuten",
    action: "Verifizierung fortsetzen",
  },
  "identity-submitted": {
    title: "Ihre Dokumente werden geprüft",
    meaning:
      "Sie haben alles eingereicht. Sie können diese Seite schließen; das Ergebnis steht hier, wenn Sie zurückkehren.",
    whoActs: "Der Verifizierungspartner",
    usualTime: "Meist Minuten, höchstens ein Tag",
    action: "Erneut nachsehen",
  },
  "identity-review": {
    title: "Ein Mensch sieht sich Ihre Verifizierung an",
    meaning:
      "Die automatische Prüfung war nicht eindeutig, deshalb wird die Verifizierung von Hand geprüft. Sie müssen nichts tun.",
    whoActs: "Der Verifizierungspartner",
    usualTime: "Meist einige Stunden, höchstens zwei Tage",
    action: "Erneut nachsehen",
  },
  "identity-resubmission": {
    title: "Etwas muss noch einmal gezeigt werden",
    meaning:
      "Mit dem, was vorlag, konnte die Prüfung nicht abgeschlossen werden. Lesen Sie den Grund und wiederholen Sie dann diesen Teil.",
    whoActs: "Sie, auf der Seite des Partners",
    usualTime: "Etwa fünf Minuten",
    action: "Verifizierung wiederholen",
  },
  "identity-declined": {
    title: "Ihre Identität wurde nicht bestätigt",
    meaning:
      "Der Partner hat diese Verifizierung abgelehnt. Lesen Sie den Grund; Sie können eine neue beginnen.",
    whoActs: "Sie, auf der Seite des Partners",
    usualTime: "Etwa fünf Minuten",
    action: "Neue Verifizierung starten",
  },
  "identity-expired": {
    title: "Die Verifizierung ist abgelaufen",
    meaning:
      "Sie wurde nicht innerhalb von sieben Tagen geöffnet. Es wurde nichts geprüft, und Ihnen entsteht daraus kein Nachteil.",
    whoActs: "Sie, auf der Seite des Partners",
    usualTime: "Etwa fünf Minuten",
    action: "Neue Verifizierung starten",
  },
  "identity-abandoned": {
    title: "Die Verifizierung wurde nicht abgeschlossen",
    meaning:
      "Sie wurde geöffnet und nicht innerhalb von sieben Tagen eingereicht. Ihnen entsteht daraus kein Nachteil; beginnen Sie neu.",
    whoActs: "Sie, auf der Seite des Partners",
    usualTime: "Etwa fünf Minuten",
    action: "Neue Verifizierung starten",
  },
  "identity-labels": {
    title: "Ihre Verifizierung wird noch einmal angesehen",
    meaning:
      "Ihre Dokumente wurden bestätigt. Bevor sie gelten, sieht sich der Betreiber die Einzelheiten an und lässt sie gelten oder bittet Sie um eine neue Verifizierung. Sie müssen nichts tun.",
    whoActs: "Der Betreiber dieses Portals",
    usualTime: "Ein bis drei Arbeitstage",
    action: "Erneut nachsehen",
  },
  "identity-settling": {
    title: "Ihre Identität ist bestätigt",
    meaning: "Die Bestätigung wird gerade für Ihre Wallet eingetragen. Diese Seite macht von selbst weiter.",
    whoActs: "Der Identitätsdienst",
    usualTime: "Meist Sekunden",
    action: "Erneut nachsehen",
  },
  "document-expired": {
    title: "Ihr Dokument ist nicht mehr gültig",
    meaning:
      "Der letzte Gültigkeitstag des Dokuments, mit dem Sie verifiziert wurden, ist erreicht. Verifizieren Sie sich mit einem gültigen.",
    whoActs: "Sie, auf der Seite des Partners",
    usualTime: "Etwa fünf Minuten",
    action: "Erneut verifizieren",
  },
  "identity-revoked": {
    title: "Ihre Verifizierung gilt nicht mehr",
    meaning:
      "Die Bestätigung wurde zurückgezogen, vom Verifizierungspartner oder vom Betreiber dieses Portals. Sie können Ihre Identität erneut verifizieren.",
    whoActs: "Sie, auf der Seite des Partners",
    usualTime: "Etwa fünf Minuten",
    action: "Erneut verifizieren",
  },
  "amp-id-missing": {
    title: "Ihre AMP ID",
    meaning:
      "Sie bezeichnet das Konto, auf dem Sie Assets empfangen. Suchen Sie sie in Ihrer Liquid-Wallet, geben Sie sie einmal ein und signieren Sie sie mit dieser Wallet.",
    whoActs: "Sie, in beiden Wallets",
    usualTime: "Etwa zwei Minuten",
    action: "AMP ID verknüpfen",
  },
  "issuer-missing": {
    title: "Link eines Emittenten öffnen",
    meaning:
      "Ihr Teil ist erledigt. Der Emittent, in dessen Asset Sie investieren möchten, gibt Ihnen einen Link; öffnen Sie ihn in diesem Browser.",
    whoActs: "Sie, mit dem Link des Emittenten",
    usualTime: "Weniger als eine Minute",
    action: "So erhalten Sie einen Link",
  },
  "issuer-closed": {
    title: "Dieser Emittent nimmt derzeit keine Anfragen an",
    meaning:
      "Der Link wurde geschlossen. Was Sie verifiziert haben, bleibt Ihnen für andere Emittenten erhalten.",
    whoActs: "Der Emittent",
    usualTime: "Fragen Sie den Emittenten",
    action: "So erhalten Sie einen Link",
  },
  "request-ready": {
    title: "Um Aufnahme bitten",
    meaning:
      "Alles ist bereit. Sehen Sie nach, was dem Emittenten mitgeteilt wird, stimmen Sie zu und senden Sie Ihre Anfrage.",
    whoActs: "Sie",
    usualTime: "Etwa eine Minute",
    action: "Anfrage senden",
  },
  "request-open": {
    title: "Ihre Anfrage liegt beim Emittenten",
    meaning:
      "Beim Emittenten sieht sich jemand Ihre Anfrage an. Sie können diese Seite schließen, und Sie können die Anfrage zurückziehen.",
    whoActs: "Der Emittent",
    usualTime: "Ein bis drei Arbeitstage",
    action: "Erneut nachsehen",
  },
  "request-approving": {
    title: "Der Emittent nimmt Sie gerade auf",
    meaning:
      "Der Emittent hat zugestimmt, und Ihr Konto wird registriert. Diese Seite macht von selbst weiter.",
    whoActs: "Das Ampdesk des Emittenten",
    usualTime: "Meist Sekunden",
    action: "Erneut nachsehen",
  },
  "request-declined": {
    title: "Der Emittent hat Ihre Anfrage abgelehnt",
    meaning: "Lesen Sie den Grund des Emittenten. Wenn er nicht mehr besteht, können Sie erneut anfragen.",
    whoActs: "Sie",
    usualTime: "Etwa eine Minute",
    action: "Erneut anfragen",
  },
  "request-withdrawn": {
    title: "Sie haben Ihre Anfrage zurückgezogen",
    meaning: "Der Emittent sieht sie sich nicht mehr an. Sie können eine neue senden.",
    whoActs: "Sie",
    usualTime: "Etwa eine Minute",
    action: "Anfrage senden",
  },
  "chain-queued": {
    title: "Aufgenommen; Ihre Wallet wartet, bis sie an der Reihe ist",
    meaning:
      "Der Emittent hat Sie aufgenommen. Ihre Wallet wird mit dem nächsten Stapel in den Smart Contract des Emittenten eingetragen.",
    whoActs: "Der Identitätsdienst",
    usualTime: "Einige Minuten",
    action: "Erneut nachsehen",
  },
  "chain-sending": {
    title: "Aufgenommen; Ihre Wallet wird registriert",
    meaning: "Die Transaktion, die Ihre Wallet registriert, wird vorbereitet und gesendet.",
    whoActs: "Der Identitätsdienst",
    usualTime: "Weniger als eine Minute",
    action: "Erneut nachsehen",
  },
  "chain-sent": {
    title: "Aufgenommen; die Blockchain muss noch bestätigen",
    meaning:
      "Die Transaktion, die Ihre Wallet registriert, wurde gesendet und wartet auf ihre Bestätigungen.",
    whoActs: "Die Blockchain",
    usualTime: "Meist einige Minuten",
    action: "Erneut nachsehen",
  },
  "chain-failed": {
    title: "Aufgenommen, aber Ihre Wallet wurde nicht registriert",
    meaning:
      "Der Emittent hat Sie aufgenommen. Die Transaktion, die Ihre Wallet registriert, ist nicht gelungen; sie kann erneut angefordert werden.",
    whoActs: "Sie, danach der Identitätsdienst",
    usualTime: "Einige Minuten",
    action: "Erneut versuchen",
  },
  accepted: {
    title: "Sie sind aufgenommen",
    meaning: "Der Emittent kann Ihrer AMP ID jetzt Assets zuteilen.",
    whoActs: "Niemand",
    usualTime: "Erledigt",
    action: "Meinen Bestand ansehen",
  },
} satisfies Translation<typeof english>;
