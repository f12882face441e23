import type { Translation } from "../catalogue";
import type { errorsText as english } from "../errors";

/** Sentences of the server for what went wrong, wherever it is shown, in German. */
export const errorsText = {
  invalidInput: "Einige der Eingaben müssen noch einmal geprüft werden. Es wurde nichts gesendet.",
  internal:
    "Auf unserer Seite ist ein unerwarteter Fehler aufgetreten. Sehen Sie sich den aktuellen Stand an, bevor Sie den Schritt wiederholen.",
  chooseEnvironment: "Wählen Sie eine Umgebung.",
  enterUsername: "Geben Sie Ihren AMP-Benutzernamen ein.",
  enterPassword: "Geben Sie Ihr Passwort ein.",
  enterToken: "Fügen Sie Ihr AMP-API-Token ein.",
  enterName: "Geben Sie einen Namen ein.",
  enterGaid: "Geben Sie die GAID ein.",
  enterAmount: "Geben Sie einen Betrag ein.",
  chooseUser: "Wählen Sie einen registrierten Nutzer.",
  tooLong: "Das ist zu lang.",
  environmentGone:
    "Diese Installation ist nicht mehr mit der Umgebung verbunden, in der Sie sich angemeldet haben.",
  issuerOnly: "Das darf nur der Emittent. An AMP wurde nichts gesendet.",
  noAsset: "Dieses Asset gibt es nicht, oder es wurde Ihnen nicht gewährt.",
  notHere: "Das gibt es hier nicht.",
  sessionEnded: "Ihre Sitzung ist beendet. Melden Sie sich erneut an; es wurde nichts geändert.",
  oldPageLink: "Dieser Seitenlink ist nicht mehr gültig. Beginnen Sie auf der ersten Seite.",
  firstRefused:
    "Der erste Versuch wurde abgelehnt. Es wurde nichts geändert; senden Sie das Formular erneut ab.",
  otherContents:
    "Dieses Formular wurde bereits mit anderem Inhalt abgesendet. Laden Sie die Seite neu, um zu sehen, was getan wurde.",
  unclearEarlier:
    "Auf ein früheres Absenden dieses Formulars kam keine eindeutige Antwort. Laden Sie die Seite neu und prüfen Sie, ob es ausgeführt wurde, bevor Sie von vorn beginnen.",
  stillRunning: "Dieses Formular wird noch ausgeführt. Laden Sie die Seite neu, um das Ergebnis zu sehen.",
} satisfies Translation<typeof english>;
