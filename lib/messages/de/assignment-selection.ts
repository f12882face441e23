import type { MassChange } from "@/lib/domain/assignment";
import { locale } from "@/lib/messages/locale";
import { countOf } from "@/lib/messages/plural";
import type { assignmentSelectionText as english } from "../assignment-selection";
import type { Translation } from "../catalogue";

/** What becomes of many assignments at once. */
export const assignmentSelectionText = {
  skipped: "Nicht angefragt, weil eine Antwort davor ausblieb.",
  title: (change: "lock" | "unlock" | "delete", count: number) => {
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
  alreadyOne:
    "Eine Änderung vieler Zuteilungen dieses Assets hat begonnen und ist nicht zu Ende; sie steht über der Liste. Warten Sie ihr Ende ab oder brechen Sie ihren Rest ab, bevor Sie eine weitere beginnen. Es wurde nichts gesendet.",
  job: {
    title: (change: MassChange, count: number) => {
      const what = countOf(count, { one: "Zuteilung", other: "Zuteilungen" });
      return change === "lock" ? `${what} zurückhalten` : `${what} entsperren`;
    },
    one: "Änderung vieler Zuteilungen",
    gone: "Eine solche Änderung vieler Zuteilungen gibt es hier nicht.",
    open: "Öffnen",
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
  stay: "Lassen Sie diese Seite geöffnet, bis alles erledigt ist. Hält es unterwegs an, bleibt Erledigtes erledigt; dieselbe Auswahl macht später mit dem Rest weiter.",
  counting: "Wird gezählt",
  nothing: "An keiner davon ist etwas zu ändern.",
  tooMany: (most: number) =>
    `Mehr als ${most.toLocaleString(locale)} Zuteilungen entsprechen der Auswahl. Grenzen Sie die Suche oder die Filter ein und gehen Sie in Teilen vor.`,
  noChange: "Eine solche Änderung vieler Zuteilungen gibt es nicht.",
  numbered: (id: number) => `Zuteilung ${id}`,
  type: "DELETE",
  progress: "Angefragt",
  stop: "Anhalten",
  close: "Schließen",
  results: (done: number, all: number) => `${done} von ${all} erledigt`,
  stopped: (left: number) =>
    `${countOf(left, { one: "Zuteilung wurde", other: "Zuteilungen wurden" })} nicht angefragt.`,
  outcomes: {
    done: "Erledigt",
    refused: "Abgelehnt",
    unknown: "Keine Antwort",
    skipped: "Nicht angefragt",
  },
  unknownText:
    "Wie es bei einer Zuteilung ohne Antwort ausging, weiß niemand. Die Liste zeigt, wie es jetzt um sie steht; noch einmal anzufragen, schadet nicht.",
} satisfies Translation<typeof english>;
