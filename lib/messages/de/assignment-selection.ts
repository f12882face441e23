import type { SelectionChange } from "@/lib/domain/assignment";
import { groupDigits } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import type { assignmentSelectionText as english } from "../assignment-selection";
import type { Translation } from "../catalogue";

/** What becomes of many assignments at once. */
export const assignmentSelectionText = {
  title: (change: SelectionChange, count: number) => {
    const what = countOf(count, { one: "Zuteilung", other: "Zuteilungen" });
    return {
      lock: `${what} zurückhalten?`,
      unlock: `${what} entsperren?`,
      delete: `${what} löschen?`,
    }[change];
  },
  consequences: {
    lock: "Sie bleiben reserviert, aber keine Ausschüttung nimmt sie auf, bis sie entsperrt werden.",
    unlock:
      "Die nächste Ausschüttung nimmt diejenigen auf, die gevestet sind und deren Nutzer eine GAID und jede vorausgesetzte Kategorie hat.",
    delete: "Ihre Einheiten werden in der Treasury wieder frei. Auf der Chain bewegt sich nichts.",
  },
  total: "Zusammen",
  passedOver: (count: number) =>
    `${countOf(count, { one: "ausgewählte Zuteilung wird", other: "ausgewählte Zuteilungen werden" })} ausgelassen: Die Änderung betrifft sie nicht, oder eine Ausschüttung hat sie aufgenommen.`,
  oneByOne:
    "AMP wird für jede einzeln angefragt. Wird die Änderung bei einer abgelehnt, hält das die anderen nicht auf.",
  goesOn:
    "Es läuft weiter, wenn Sie diese Seite schließen, und ist über der Liste der Zuteilungen wiederzufinden.",
  begun: "Die Änderung hat begonnen",
  changed:
    "Der Auswahl entsprechen inzwischen andere Zuteilungen als die gezählten. Sehen Sie sich die neuen Zahlen an; es wurde nichts gesendet.",
  chosenChanged:
    "Eine der ausgewählten Zuteilungen wurde inzwischen geändert, gelöscht oder von einer Ausschüttung aufgenommen. Schließen Sie dies, sehen Sie sich die Liste noch einmal an und wählen Sie neu; es wurde nichts gesendet.",
  alreadyOne:
    "Eine Änderung vieler Zuteilungen dieses Assets hat begonnen und ist nicht zu Ende; sie steht über der Liste. Warten Sie ihr Ende ab oder brechen Sie ihren Rest ab, bevor Sie eine weitere beginnen. Es wurde nichts gesendet.",
  oneElsewhere:
    "Jemand mit einem anderen Konto ändert gerade viele Zuteilungen dieses Assets. Es wurde nichts gesendet. Sehen Sie nach einer Weile noch einmal in die Liste, und beginnen Sie dann.",
  job: {
    title: (change: SelectionChange, count: number) => {
      const what = countOf(count, { one: "Zuteilung", other: "Zuteilungen" });
      return { lock: `${what} zurückhalten`, unlock: `${what} entsperren`, delete: `${what} löschen` }[
        change
      ];
    },
    one: "Änderung vieler Zuteilungen",
    gone: "Eine solche Änderung vieler Zuteilungen gibt es hier nicht.",
    open: "Öffnen",
    others: "Nicht erledigt",
    page: "Zu ihrer Seite",
    back: "Zu den Zuteilungen",
    offer: (left: number) =>
      `Eine Änderung vieler Zuteilungen ist nicht zu Ende: ${countOf(left, { one: "Zeile", other: "Zeilen" })} übrig`,
    moving: "Der Worker führt sie weiter, ob eine Seite geöffnet ist oder nicht.",
    waiting: "Sie wartet auf jemanden: Öffnen Sie sie, um fortzusetzen oder den Rest abzubrechen.",
    search: "Registrierter Nutzer",
    columns: {
      number: "Zeile",
      assignment: "Nr.",
      user: "Registrierter Nutzer",
      amount: "Betrag",
      state: "Status",
    },
  },
  counting: "Wird gezählt",
  nothing: "An keiner davon ist etwas zu ändern.",
  tooMany: (most: number) =>
    `Mehr als ${groupDigits(String(most))} Zuteilungen entsprechen der Auswahl. Grenzen Sie die Suche oder die Filter ein und gehen Sie in Teilen vor.`,
  noChange: "Eine solche Änderung vieler Zuteilungen gibt es nicht.",
  type: "DELETE",
  close: "Schließen",
} satisfies Translation<typeof english>;
