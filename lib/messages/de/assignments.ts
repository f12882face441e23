import type { assignmentsText as english } from "../assignments";
import type { Translation } from "../catalogue";

/** Assignments: what is reserved for whom. */
export const assignmentsText = {
  title: "Zuteilungen",
  unknownUser: (id: number) => `Nutzer ${id}`,
  search: "Nutzer, GAID oder Nummer",
  columns: {
    id: "Nr.",
    user: "Registrierter Nutzer",
    amount: "Betrag",
    state: "Status",
    vests: "Vesting",
    actions: "Aktionen",
  },
  states: {
    ready: "Bereit",
    locked: "Zurückgehalten",
    vesting: "Im Vesting",
    pending: "In Ausschüttung",
    distributed: "Ausgeschüttet",
  },
  empty: {
    title: "Noch ist nichts zugeteilt",
    text: "Eine Zuteilung reserviert Einheiten der Treasury für einen registrierten Nutzer. Auf der Chain bewegt sich nichts, bis Sie ausschütten.",
    filtered: "Keine Zuteilung entspricht der Suche und den Filtern.",
  },
  toDistribute: "Bereite Zuteilungen ausschütten",
  toMany: "Mehrere zuteilen",
  toVesting: "Vesting",
  selection: {
    column: "Ausgewählt",
    one: (user: string, id: number) => `Zuteilung ${id} an ${user} auswählen`,
    all: "Alle Zuteilungen auf dieser Seite auswählen",
  },
  changeOf: (user: string) => `Zuteilung an ${user} ändern`,
  form: {
    title: "Einheiten zuteilen",
    free: "Frei in der Treasury",
    user: "Registrierter Nutzer",
    chooseUser: "Registrierten Nutzer auswählen",
    badTime:
      "Geben Sie einen Tag und eine Uhrzeit ein, die es in Ihrer Zeitzone gibt, oder leeren Sie das Feld.",
    notEligible: "nicht in jeder vorausgesetzten Kategorie",
    amount: "Betrag",
    vests: "Vesting am",
    zone: (zone: string) => `In Ihrer Zeitzone, ${zone}; gespeichert als UTC. Für sofort leer lassen.`,
    ready: "Bereit zur Ausschüttung",
    readyHint: "Aus: Die Zuteilung wird zurückgehalten, bis jemand sie entsperrt.",
    submit: "Zuteilen",
    done: "Die Einheiten sind zugeteilt.",
    noUsers: "Noch kein registrierter Nutzer",
    noUsersText: "Eine Zuteilung braucht einen registrierten Nutzer. Fügen Sie zuerst einen hinzu.",
    addUser: "Registrierten Nutzer hinzufügen",
  },
  lock: {
    confirm: "Zurückhalten",
    title: (user: string) => `Zuteilung an ${user} zurückhalten?`,
    consequence: "Sie bleibt reserviert, aber keine Ausschüttung nimmt sie auf, bis sie entsperrt wird.",
    done: "Die Zuteilung wird zurückgehalten.",
  },
  unlock: {
    confirm: "Entsperren",
    title: (user: string) => `Zuteilung an ${user} entsperren?`,
    consequence:
      "Die nächste Ausschüttung nimmt sie auf, wenn sie gevestet ist und der Nutzer eine GAID und jede vorausgesetzte Kategorie hat.",
    done: "Die Zuteilung ist bereit.",
  },
  remove: {
    confirm: "Löschen",
    title: (user: string) => `Zuteilung an ${user} löschen?`,
    consequence: (amount: string) =>
      `Der Betrag von ${amount} wird in der Treasury wieder frei. Auf der Chain bewegt sich nichts.`,
    done: "Die Zuteilung ist gelöscht.",
  },
} satisfies Translation<typeof english>;
