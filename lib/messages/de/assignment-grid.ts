import type { Blocker, Warning } from "@/lib/domain/assignment-grid";
import { MAX_GRID_ROWS } from "@/lib/domain/assignment-grid";
import type { VestingError } from "@/lib/domain/vesting-time";
import { groupDigits } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import { uiText } from "@/lib/messages/ui";
import type { assignmentGridText as english } from "../assignment-grid";
import type { Translation } from "../catalogue";

const rows = (count: number) => countOf(count, { one: "Zeile", other: "Zeilen" });

const VESTING_ERRORS: Record<VestingError, string> = {
  half: "Geben Sie Tag und Uhrzeit ein, oder leeren Sie das Feld.",
  "not-a-time": "Schreiben Sie das Vesting-Datum als 2027-01-31 oder 2027-01-31 09:00.",
  "no-such-time": "Diesen Tag oder diese Stunde gibt es in Ihrer Zeitzone nicht.",
  "out-of-range": "Das Vesting-Datum muss zwischen 1970 und 9999 liegen.",
};

/** The grid in which many assignments are entered, in German. */
export const assignmentGridText = {
  title: "Mehrere zuteilen",
  description:
    "Nichts wird gesendet, bevor Sie freigeben. Aus jeder Zeile wird eine Zuteilung; auf der Chain wird nichts bewegt.",
  zone: (zone: string) => `Vesting-Termine gelten in Ihrer Zeitzone, ${zone}; AMP speichert sie als UTC.`,
  caption: "Anzulegende Zuteilungen",
  columns: {
    position: "Zeile",
    user: "Registrierter Nutzer",
    amount: "Betrag",
    vests: "Vesting am",
    ready: "Bereit",
    remove: "Entfernen",
  },
  of: (what: string, position: number) => `${what}, Zeile ${position}`,
  userPlaceholder: "Name, Nummer oder GAID",
  readyAll: "In jeder Zeile bereit zur Ausschüttung",
  readyHint: "AMP hält zurück, was nicht als bereit gekennzeichnet ist, bis jemand es entsperrt.",
  addRow: "Eine Zeile hinzufügen",
  addRows: "Zehn Zeilen hinzufügen",
  removeRow: (position: number) => `Zeile ${position} entfernen`,
  clear: "Tabelle leeren",
  clearTitle: "Tabelle leeren?",
  clearText: "Alles, was hier eingegeben wurde, wird vergessen. Es wurde nichts gesendet.",
  cleared: "Die Tabelle ist leer.",
  onlyProblems: "Nur Zeilen, die geprüft werden müssen",
  means: (name: string, id: number) => `${name} · Nr. ${id}`,
  searching: "Wird nachgeschlagen…",
  sats: (sats: string) => `= ${sats} sats`,
  import: {
    title: "Einfügen oder hochladen",
    hint: `Aus einer Tabellenkalkulation kopierte Zellen oder eine CSV-Datei: Nutzer, Betrag, Vesting-Datum, bereit. Eine erste Zeile mit diesen Wörtern kann die Reihenfolge ändern. Höchstens ${groupDigits(String(MAX_GRID_ROWS))} Zeilen.`,
    paste: "Zu übernehmende Zeilen",
    example: "Ada Smith\t1000.50\t2027-01-31 09:00\tyes",
    file: "CSV-Datei",
    take: "Übernehmen",
    taken: (count: number) => `${rows(count)} übernommen.`,
    tooLarge: "Die Datei ist größer als 1 MB. Es wurde nichts übernommen.",
  },
  blocker: (blocker: Blocker): string => {
    switch (blocker.kind) {
      case "no-user":
        return "Geben Sie einen registrierten Nutzer ein.";
      case "user-unknown":
        return "Kein registrierter Nutzer hat diesen Namen, diese Nummer oder diese GAID.";
      case "user-several":
        return `${groupDigits(String(blocker.count))} registrierte Nutzer haben diesen Namen. Geben Sie die Nummer ein.`;
      case "user-missing":
        return `Nicht in jeder vorausgesetzten Kategorie. Es fehlt: ${blocker.categories.join(", ")}.`;
      case "user-differs":
        return `In der Tabelle steht daneben „${blocker.text}“: ein anderer registrierter Nutzer. Geben Sie ein, wer gemeint ist.`;
      case "amount-zero":
        return "Der Betrag muss größer als null sein.";
      case "amount":
        return "";
      case "vests":
        return VESTING_ERRORS[blocker.error];
    }
  },
  amountProblem: (error: keyof typeof uiText.amountErrors, precision: number): string => {
    const text = uiText.amountErrors[error];
    return typeof text === "string" ? text : text(precision);
  },
  warning: (warning: Warning, amount: (sats: bigint) => string): string => {
    switch (warning.kind) {
      case "no-wallet":
        return "Noch keine GAID: Zuteilung möglich, Ausschüttung nicht.";
      case "other-wallet":
        return `AMP zahlt an die Standard-GAID ${warning.paidTo}, nicht an die eingegebene.`;
      case "unknown-too":
        return `In der Tabelle steht daneben „${warning.text}“: So heißt kein registrierter Nutzer, weder mit Namen noch mit Nummer oder GAID.`;
      case "vested-already":
        return "Dieses Datum ist vergangen: sofort ausschüttbar.";
      case "again-in-grid":
        return `Auch in Zeile ${warning.position}.`;
      case "open-already":
        return `${amount(warning.sats)} bereits zugeteilt und nicht ausgeschüttet.`;
    }
  },
  totals: {
    label: "Summen",
    rows: "Zeilen",
    sum: "Zusammen",
    free: "Frei in der Treasury",
    left: "Danach frei",
    short: "Überschritten um",
    blocked: (count: number) =>
      countOf(count, {
        one: "Zeile kann so nicht zugeteilt werden",
        other: "Zeilen können so nicht zugeteilt werden",
      }),
    unchecked: (count: number) =>
      countOf(count, { one: "Zeile wird nachgeschlagen", other: "Zeilen werden nachgeschlagen" }),
    fine: "Jede Zeile kann zugeteilt werden",
    none: "Noch keine Zeile",
    tooMany: `Mehr als ${groupDigits(String(MAX_GRID_ROWS))} Zeilen: Geben Sie sie in mehreren Stapeln frei.`,
    tooMuch:
      "Zusammen ist dies mehr, als im Treasury-Guthaben bei AMP frei ist. Verringern Sie Beträge oder löschen Sie Zuteilungen.",
    again: "Erneut prüfen",
  },
  failed: "Die Nutzer konnten nicht nachgeschlagen werden. Ihre Eingaben bleiben erhalten.",
  approve: {
    button: (count: number) => `${rows(count)} zuteilen…`,
    title: (count: number) => `${countOf(count, { one: "Zuteilung", other: "Zuteilungen" })} anlegen?`,
    text: (amount: string, users: number) =>
      `Aus der Treasury wird der Betrag von ${amount} für ${countOf(users, { one: "registrierten Nutzer", other: "registrierte Nutzer" })} reserviert. Auf der Chain wird nichts bewegt, und jede Zuteilung kann gelöscht werden, bis eine Ausschüttung sie übernimmt.`,
    ready: (ready: number, held: number) =>
      `${countOf(ready, { one: "Zeile ist", other: "Zeilen sind" })} bereit zur Ausschüttung, ${countOf(held, { one: "Zeile wird", other: "Zeilen werden" })} zurückgehalten.`,
    vesting: (later: number, past: number) =>
      `${countOf(later, { one: "Zeile hat", other: "Zeilen haben" })} ein Vesting-Datum in der Zukunft, ${rows(past)} nicht.`,
    batches: (count: number, size: number) =>
      `Alles wird auf einmal niedergeschrieben und als ${countOf(count, { one: "Stapel", other: "Stapel" })} von bis zu ${rows(size)} ausgeführt; sie stehen über der Liste der Zuteilungen, bis sie fertig sind.`,
    warnings: (count: number) =>
      `${rows(count)} mit einem Hinweis: Sehen Sie zuerst dort nach, falls Sie es noch nicht getan haben.`,
    confirm: "Zuteilen",
  },
} satisfies Translation<typeof english>;
