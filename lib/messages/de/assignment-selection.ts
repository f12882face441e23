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
