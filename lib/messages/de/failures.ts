import type { Translation } from "../catalogue";
import type { failuresText as english } from "../failures";

/** What the browser says by itself when something did not come, in German. */
export const failuresText = {
  title: "Diese Seite konnte nicht gelesen werden",
  offline: "Ampdesk hat nicht geantwortet. Was Sie sehen, ist möglicherweise älter, als es aussieht.",
  retry: "Erneut versuchen",
  part: "Ein Teil dieser Seite konnte nicht geladen werden",
  partText:
    "Möglicherweise ist die Verbindung unterbrochen, oder es läuft inzwischen eine neuere Version von Ampdesk. Laden Sie die Seite neu.",
  newer:
    "Inzwischen läuft eine neuere Version von Ampdesk, deshalb wurde nichts gesendet. Laden Sie die Seite neu. Was Sie in Formularen von Ampdesk eingegeben haben, steht dann wieder da, außer Geheimnissen.",
  reload: "Seite neu laden",
  close: "Schließen",
  stillSignedIn: "Sie sind vielleicht noch angemeldet: Melden Sie sich noch einmal ab",
  stillPreview: "Die Vorschau läuft vielleicht noch: Beenden Sie sie noch einmal",
  reference: (requestId: string) => `Referenz ${requestId}`,
} satisfies Translation<typeof english>;
