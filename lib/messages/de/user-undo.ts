import { groupDigits } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { userUndoText as english } from "../user-undo";

/** Eine Sammeländerung, die mit ihrer Datei zurückgenommen wird. */
export const userUndoText = {
  chosen:
    "Das ist die Datei zum Rückgängigmachen eines Imports oder einer Sammeländerung. Ihre Zeilen werden zuerst mit AMP abgeglichen; nichts wird zurückgenommen, bevor Sie sie anwenden.",
  created: "Registrierte Nutzer, die dabei angelegt wurden",
  submit: "Rücknahme prüfen",
  stored: "Diese Sammeländerung ist hier noch gespeichert: Machen Sie sie auf ihrer Seite rückgängig",
  noFile:
    "Das ist keine Datei zum Rückgängigmachen eines Imports oder einer Sammeländerung. Es wurde nichts gelesen.",
  tooLarge: "Diese Datei ist größer, als eine Datei dieser Art sein kann. Es wurde nichts gelesen.",
  changed:
    "Diese Datei ist nicht so, wie der Desk sie geschrieben hat: Sie wurde geändert oder abgeschnitten, oder sie stammt von einem Desk mit anderem geheimen Schlüssel. Es wurde nichts gelesen; laden Sie sie dort noch einmal herunter, wo sie entstanden ist.",
  otherEnvironment: (environment: string) =>
    `Diese Datei gehört zur Umgebung „${environment}“. Melden Sie sich dort an, um sie einzulesen; es wurde nichts gelesen.`,
  otherWorkspace:
    "Diese Datei gehört zu einem anderen AMP-Konto. Melden Sie sich mit jenem Konto an, um sie einzulesen; es wurde nichts gelesen.",
  tooMany: (rows: number) =>
    `Sie hat mehr als ${countOf(rows, { one: "Zeile", other: "Zeilen" })}. Es wurde nichts gelesen.`,
  otherName: (id: number, name: string) =>
    `Der registrierte Nutzer Nr. ${groupDigits(String(id))} heißt inzwischen ${name}. Sehen Sie nach, ob es derselbe ist; was übrig bleibt, lässt sich auf der Seite des Nutzers ändern.`,
  issuerOnly: "Kategorien kann nur der Emittent ändern: AMP lässt es Manager nicht tun.",
  noCategory: (id: number) => `Eine Kategorie Nr. ${id} gibt es nicht mehr.`,
  applyTitle: (count: number) => `${countOf(count, { one: "Zeile", other: "Zeilen" })} rückgängig machen?`,
} satisfies Translation<typeof english>;
