import { type AmountError, groupDigits } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import { uiText } from "@/lib/messages/ui";
import type { assignmentsText as english } from "../assignments";
import type { Translation } from "../catalogue";

/** Assignments: what is reserved for whom. */
export const assignmentsText = {
  title: "Zuteilungen",
  unknownUser: (id: number) => `Nutzer ${id}`,
  aboveFree: "Das ist mehr, als in der Treasury von diesem Asset frei ist. Es wurde nichts zugeteilt.",
  unconfirmed: (needed: number) =>
    `Die Einheiten der Treasury sind noch nicht bestätigt. Warten Sie auf ${countOf(needed, { one: "Bestätigung", other: "Bestätigungen" })}, auf Liquid etwa ${countOf(needed, { one: "Minute", other: "Minuten" })}. Es wurde nichts zugeteilt.`,
  amountZero: "Der Betrag muss größer als null sein.",
  amountProblem: (problem: AmountError, precision: number): string =>
    uiText.amountProblem(problem, precision),
  noAnswer:
    "AMP hat nicht mitgeteilt, was angelegt wurde. Sehen Sie sich die Zuteilungen an, bevor Sie den Schritt wiederholen.",
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
  stateFilter: "Status",
  noWallet: "noch keine GAID",
  empty: {
    title: "Noch ist nichts zugeteilt",
    text: "Eine Zuteilung reserviert Einheiten der Treasury für einen registrierten Nutzer. Auf der Chain bewegt sich nichts, bis Sie ausschütten.",
    filtered: "Keine Zuteilung entspricht der Suche und den Filtern.",
  },
  toDistribute: "Bereite Zuteilungen ausschütten",
  toMany: "Mehrere zuteilen",
  toVesting: "Vesting",
  vestedFilter: "Vesting",
  vested: { yes: "Gevestet oder sofort", no: "Noch im Vesting" },
  ofUser: (name: string) => `Nur ${name}`,
  waiting: "Nur Wartendes mit beendetem Vesting",
  vestingAt: (time: string) => `Nur, dessen Vesting am ${time} UTC endet`,
  selection: {
    column: "Ausgewählt",
    one: (user: string, id: number) => `Zuteilung ${id} an ${user} auswählen`,
    all: "Alle Zuteilungen auf dieser Seite auswählen",
    count: (count: number) => `${countOf(count, { one: "Zuteilung", other: "Zuteilungen" })} ausgewählt`,
    matching: (count: number) => `Alle ${groupDigits(String(count))} passenden auswählen`,
    matchingCount: (count: number) =>
      countOf(count, { one: "passende Zuteilung ausgewählt", other: "passende Zuteilungen ausgewählt" }),
    label: "Was mit den ausgewählten Zuteilungen geschehen soll",
    clear: "Auswahl aufheben",
    verbs: { lock: "Zurückhalten", unlock: "Entsperren", delete: "Löschen" },
  },
  edit: {
    button: (user: string) => `Zuteilung an ${user} ändern`,
    title: (user: string) => `Zuteilung an ${user} ändern`,
    text: "AMP kann eine Zuteilung nicht ändern: Ampdesk löscht sie und legt eine neue an, die eine neue Nummer bekommt. Misslingt die zweite Hälfte, bietet Ampdesk an, die alte wiederherzustellen.",
    ready: "Bereit zur Ausschüttung",
    readyHint: "Aus: Die Zuteilung wird zurückgehalten, bis jemand sie entsperrt.",
    submit: "Löschen und neu anlegen",
    done: "Die Zuteilung ist geändert.",
    unfinished: "Die Änderung ist nicht abgeschlossen. Verfolgen Sie sie auf ihrer Seite.",
    zone: (zone: string) => `In Ihrer Zeitzone, ${zone}; gespeichert als UTC. Für sofort leer lassen.`,
    badTime: "Geben Sie einen Tag und eine Uhrzeit ein, oder lassen Sie das Feld leer.",
  },
  form: {
    title: "Einheiten zuteilen",
    free: "Frei in der Treasury",
    user: "Registrierter Nutzer",
    chooseUser: "Registrierten Nutzer auswählen",
    notEligible: "nicht in jeder vorausgesetzten Kategorie",
    amount: "Betrag",
    vests: "Vesting am",
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
