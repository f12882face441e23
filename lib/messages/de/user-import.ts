import { groupDigits } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { userImportText as english } from "../user-import";

/** Registered users from a file, in German. */
export const userImportText = {
  title: "Registrierte Nutzer importieren",
  link: "Importieren",
  description:
    "Registrieren Sie viele Personen und Unternehmen aus einer Datei, oder ändern Sie damit die vorhandenen. Jede Zeile wird zuerst geprüft; AMP wird nichts mitgeteilt, bevor Sie den Bericht anwenden.",
  form: {
    file: "Datei",
    fileHint:
      "CSV, wie Tabellenkalkulationen es speichern, mit Kommas, Semikolons oder Tabulatoren; der Export Ihrer registrierten Nutzer, geändert oder nicht; oder die Datei zum Rückgängigmachen eines früheren Imports oder einer Sammeländerung.",
    text: "Oder die Tabelle einfügen",
    textHint:
      "Mit der ersten Zeile. Aus einer Tabellenkalkulation kopierte Zellen können unverändert eingefügt werden.",
    placeholder: "name,gaid,company,categories,id",
    submit: "Zeilen prüfen",
    missing: "Wählen Sie eine Datei, oder fügen Sie eine Tabelle ein.",
    tooLarge:
      "Diese Datei ist größer als acht Millionen Zeichen. Teilen Sie sie auf und importieren Sie die Teile nacheinander.",
    unreadable: "Diese Datei ist kein Text. Speichern Sie die Tabelle als CSV und wählen Sie diese Datei.",
    checked: "Die Zeilen werden geprüft",
  },
  columns: {
    title: "Spalten",
    description:
      "Die erste Zeile benennt sie, in beliebiger Reihenfolge. Ein Name oder eine ID ist erforderlich; der Rest kann fehlen.",
    names: {
      name: "name",
      gaid: "gaid",
      company: "company, is_company oder unternehmen",
      categories: "categories oder kategorien",
      id: "id",
      category_ids: "category_ids oder kategorienummern",
    },
    about: {
      name: "Bis zu 255 Zeichen, eindeutig unter Ihren registrierten Nutzern.",
      gaid: "Die ID des AMP-Kontos des Anlegers. AMP wird gefragt, ob es sie gibt. Eine weitere GAID eines vorhandenen Nutzers lässt den Standard, wie er ist.",
      company: "ja oder nein; leer bedeutet eine Person. AMP kann das später nicht ändern.",
      categories:
        "Namen oder Nummern, dazwischen | oder ;. Kategorien werden hinzugefügt, niemals weggenommen.",
      id: "Die Nummer eines vorhandenen registrierten Nutzers: Die Zeile ändert dann diesen Nutzer, statt einen zu registrieren.",
      category_ids:
        "Nummern von Kategorien, dazwischen Leerzeichen, wie sie im Export neben den Namen stehen. Was eine der beiden Spalten nennt, wird hinzugefügt.",
    },
    passed:
      "Der Export Ihrer registrierten Nutzer hat alle diese Spalten. Seine Spalten creator und is_archived werden übergangen: Ein Import setzt keine von beiden.",
    template: "Vorlage herunterladen",
    example: { name: "Beispiel GmbH", company: "ja", categories: "Beispiel akkreditiert|Beispiel ansässig" },
  },
  file: {
    empty: "Es ist keine Zeile darin.",
    headOnly: "Es gibt eine erste Zeile und keine weitere darunter.",
    noName: "Die erste Zeile muss eine Spalte name oder id nennen.",
    unknownColumn: (name: string) =>
      `Die erste Zeile nennt eine Spalte „${name}“, die nicht bekannt ist. Bekannt sind name, gaid, company (Unternehmen), categories (Kategorien), category_ids und id.`,
    columnTwice: (name: string) => `Die erste Zeile nennt die Spalte „${name}“ zweimal.`,
    cut: "Das ist eine Datei von Ampdesk, deren letzte Zeile fehlt: Sie wurde beim Herunterladen abgeschnitten, oder die Zeile wurde entfernt. Laden Sie die Datei noch einmal herunter; um zu importieren, was da ist, entfernen Sie auch die Zeile, die mit „# Last line“ beginnt. Es wurde nichts eingelesen.",
    otherEnvironment: (told: string, own: string) =>
      `Diese Datei stammt aus der Umgebung ${told}, und Sie sind in ${own} angemeldet: Dieselben Nummern bedeuten hier andere. Es wurde nichts eingelesen.`,
    openQuote: (line: number) =>
      `Ein Anführungszeichen in Zeile ${groupDigits(String(line))} wird nie geschlossen. Schließen Sie es und prüfen Sie erneut; es wurde nichts eingelesen.`,
    tooLong: (rows: number) =>
      `Es sind mehr als ${countOf(rows, { one: "Zeile", other: "Zeilen" })}. Teilen Sie die Datei auf und importieren Sie die Teile nacheinander.`,
  },
  row: {
    tooManyCells:
      "Die Zeile hat mehr Zellen als die erste Zeile. Enthält eine Zelle ein Komma oder Semikolon, muss die Zelle in Anführungszeichen stehen.",
    noName: "Der Name fehlt. Geben Sie ihn ein oder die ID eines registrierten Nutzers.",
    longName: (length: number) => `Der Name hat ${groupDigits(String(length))} Zeichen; 255 sind zulässig.`,
    nameTwice: (line: number) =>
      `Zeile ${line} hat denselben Namen. Namen müssen eindeutig sein: Machen Sie die beiden unterscheidbar.`,
    nameTaken: (id: number) =>
      `Der registrierte Nutzer Nr. ${id} hat diesen Namen. Um diesen Nutzer zu ändern, tragen Sie ${id} in die Spalte id ein; wählen Sie andernfalls einen anderen Namen.`,
    gaidForm: "Das ist nicht die Form einer GAID: GA und 27 oder 28 weitere Buchstaben und Ziffern.",
    gaidTwice: (line: number) =>
      `Zeile ${line} hat dieselbe GAID. Eine GAID gehört nur einem einzigen Nutzer.`,
    gaidTaken: (name: string, id: number) =>
      `Diese GAID gehört ${name} (Nr. ${id}). Fragen Sie den Anleger, welcher der beiden er ist.`,
    gaidInvalid: (words: string) =>
      `AMP akzeptiert diese GAID nicht: ${words}. Bitten Sie den Anleger, sie erneut zu kopieren.`,
    gaidUnknown: "AMP kennt diese GAID nicht. Bitten Sie den Anleger, sie erneut aus der Wallet zu kopieren.",
    company: (cell: string) => `„${cell}“ ist weder ja noch nein.`,
    companyFixed:
      "AMP kann eine Person nicht in ein Unternehmen umwandeln und umgekehrt. Lassen Sie die Zelle leer, oder registrieren Sie den Nutzer neu.",
    categoriesAlike: (name: string, ids: number[]) =>
      `${countOf(ids.length, { one: "Kategorie heißt", other: "Kategorien heißen" })} bis auf die Großschreibung „${name}“. Geben Sie die Nummer an: ${ids.join(", ")}.`,
    unknownCategory: (name: string) =>
      `Es gibt keine Kategorie „${name}“. Legen Sie sie zuerst an, oder berichtigen Sie den Namen; mehrere werden durch | oder ; getrennt.`,
    categoryUnclear: (name: string) =>
      `„${name}“ kann eine Kategorie oder mehrere bedeuten. Geben Sie stattdessen ihre Nummern an.`,
    staysIn: (categories: string) =>
      `Bleibt in ${categories}: Ein Import nimmt niemanden aus einer Kategorie. Das geht auf der Seite der Kategorie.`,
    issuerOnly:
      "Nur der Emittent kann Kategorien ändern: AMP gestattet es einem Manager nicht. Lassen Sie die Zelle leer.",
    noUser: (id: string) => `Es gibt keinen registrierten Nutzer Nr. ${id}.`,
    idTwice: (line: number) =>
      `Zeile ${line} ändert denselben Nutzer. Fassen Sie beide Änderungen in einer Zeile zusammen.`,
  },
} satisfies Translation<typeof english>;
