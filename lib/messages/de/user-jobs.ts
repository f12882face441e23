import type { UserJobAbout, UserJobState, UserRowState } from "@/lib/domain/user-jobs";
import { groupDigits } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { userJobsText as english } from "../user-jobs";

const number = (count: number) => groupDigits(String(count));
const rows = (count: number) => countOf(count, { one: "Zeile", other: "Zeilen" });
/** Accusative. */
const users = (count: number) =>
  countOf(count, { one: "registrierten Nutzer", other: "registrierte Nutzer" });
/** Dative. */
const ofUsers = (count: number) =>
  countOf(count, { one: "registriertem Nutzer", other: "registrierten Nutzern" });

/** Changes of many registered users, in German. */
export const userJobsText = {
  title: "Importe und Sammeländerungen",
  one: "Sammeländerung",
  link: "Importe und Sammeländerungen",
  description:
    "Änderungen an vielen registrierten Nutzern auf einmal. Sie laufen weiter, wenn diese Seite geschlossen wird.",
  empty: {
    filtered: "Keine Sammeländerung entspricht der Suche und den Filtern.",
    title: "Noch keine Sammeländerung",
    text: "Der Import einer Datei oder eine Kategorie für viele Nutzer auf einmal hinterlässt hier einen Bericht: was ausgeführt wurde, was nicht und warum, und der Weg zurück.",
  },
  search: "Datei oder Person",
  kinds: { import: "Importe", categories: "Kategorien", undo: "Rücknahmen" } satisfies Record<
    UserJobAbout["kind"],
    string
  >,
  sorts: { "-created": "Neueste zuerst", created: "Älteste zuerst" },
  columns: {
    what: "Was",
    state: "Status",
    progress: "Zeilen",
    person: "Person",
    created: "Begonnen",
  },
  about: {
    import: (fileName: string | null) =>
      fileName ? `Import von ${fileName}` : "Import einer eingefügten Tabelle",
    join: (category: string) => `Zu ${category} hinzufügen`,
    leave: (category: string) => `Aus ${category} entfernen`,
    memberships: "Änderungen von Kategorien",
    undo: "Rücknahme einer Sammeländerung",
    undoFrom: (fileName: string) => `Rücknahme mit ${fileName}`,
  },
  states: {
    checking: "Wird geprüft",
    ready: "Wartet auf Sie",
    running: "Läuft",
    paused: "Pausiert",
    done: "Erledigt",
    cancelling: "Wird beendet",
    cancelled: "Abgebrochen",
  } satisfies Record<UserJobState, string>,
  progress: {
    checking: "Geprüfte Zeilen",
    running: "Ausgeführte Zeilen",
    figure: (done: number, total: number) => `${number(done)} von ${number(total)}`,
  },
  figures: {
    toDo: "Zu tun",
    done: "Erledigt",
    same: "Nichts zu tun",
    refused: "Nicht möglich",
    failed: "Fehlgeschlagen",
    unknown: "Nicht bekannt",
    skipped: "Nicht begonnen",
  },
  rowStates: {
    unchecked: "Noch zu prüfen",
    queued: "Zu tun",
    running: "In Arbeit",
    done: "Erledigt",
    failed: "Fehlgeschlagen",
    unknown: "Nicht bekannt",
    refused: "Nicht möglich",
    same: "Nichts zu tun",
    skipped: "Nicht begonnen",
  } satisfies Record<UserRowState, string>,
  rows: {
    title: "Zeilen",
    search: "Name",
    columns: { number: "Zeile", line: "Zeile", name: "Nutzer", steps: "Was", state: "Status" },
    filter: "Status",
    filtered: "Keine Zeile entspricht der Suche und dem Status.",
    none: "Es gibt keine Zeile.",
    nothing: "In AMP ist es bereits so",
  },
  namesMissing: "Die Namen der Kategorien konnten nicht gelesen werden",
  namesMissingText: "Kategorien stehen hier mit ihren Nummern, bis AMP antwortet.",
  stepWords: {
    gaid: "GAID",
    addGaid: "Eine GAID hinzufügen",
    createPerson: "Als Person registrieren",
    createCompany: "Als Unternehmen registrieren",
    noGaid: "ohne GAID",
    rename: (before: string) => `Umbenennen; bisher ${before}`,
    join: (category: string) => `Zu ${category} hinzufügen`,
    leave: (category: string) => `Aus ${category} entfernen`,
    category: (id: number) => `Kategorie Nr. ${id}`,
    archive: "Aus allen Kategorien entfernen und archivieren",
    delete: "In AMP löschen",
    already: "war bereits so",
  },
  report: {
    checkingTitle: "Die Zeilen werden geprüft",
    checking:
      "AMP wird zu jeder GAID befragt. Dort wird nichts geändert; Sie können diese Seite schließen und später zurückkommen.",
    readyTitle: (count: number) =>
      countOf(count, { one: "Zeile kann angewendet werden", other: "Zeilen können angewendet werden" }),
    ready:
      "Es wurde noch nichts gesendet. Zeilen, die nicht möglich sind, werden ausgelassen; berichtigen Sie sie in Ihrer Datei und importieren Sie sie später.",
    nothingTitle: "Nichts kann angewendet werden",
    nothing:
      "In AMP ist jede Zeile bereits so, oder die Zeile ist nicht möglich. Die Gründe stehen weiter unten.",
    runningTitle: "Die Zeilen werden ausgeführt",
    running:
      "Die Ausführung läuft weiter, wenn Sie diese Seite schließen. Geht die Antwort zu einer Zeile verloren, wird erst nach dem Ergebnis gesucht, bevor erneut etwas gesendet wird.",
    pausedTitle: "Pausiert",
    paused:
      "Erledigte Zeilen bleiben erledigt. Setzen Sie die Ausführung fort, oder brechen Sie sie ab, um den Rest auszulassen.",
    doneTitle: "Erledigt",
    done: (count: number) => `${rows(count)} ausgeführt.`,
    refused: (count: number) =>
      `${countOf(count, { one: "Zeile war nicht möglich und blieb aus", other: "Zeilen waren nicht möglich und blieben aus" })}; die Gründe stehen unten.`,
    leftTitle: (count: number) =>
      `Erledigt, und ${countOf(count, { one: "Zeile benötigt", other: "Zeilen benötigen" })} Ihr Eingreifen`,
    left: "Die Gründe stehen bei den Zeilen. Beheben Sie, was nicht stimmt, und versuchen Sie diese Zeilen erneut; die anderen bleiben unberührt.",
    cancelledTitle: "Abgebrochen",
    cancelled: (count: number) =>
      count === 0
        ? "Es war noch nichts gesendet worden."
        : countOf(count, {
            one: "Zeile war bereits ausgeführt und bleibt so.",
            other: "Zeilen waren bereits ausgeführt und bleiben so.",
          }),
    cancellingTitle: "Wird beendet",
    cancelling: "Die Zeile, die in Arbeit ist, wird zuerst abgeschlossen.",
  },
  actions: {
    apply: "Anwenden",
    applyCount: (count: number) => `${rows(count)} anwenden`,
    applyTitle: (count: number) => `${rows(count)} anwenden?`,
    applyText:
      "Die Änderungen werden AMP Zeile für Zeile mitgeteilt. Registrierte Nutzer lassen sich nicht spurlos löschen: Beim Rückgängigmachen werden neue Nutzer archiviert oder gelöscht, und eine hinzugefügte GAID bleibt bestehen.",
    applied: "Der Import hat begonnen",
    discard: "Verwerfen",
    discardTitle: "Diesen Import verwerfen?",
    discardText: "Es wurde nichts gesendet. Der Bericht bleibt in der Liste.",
    pause: "Pausieren",
    paused: "Pausiert",
    continue: "Fortsetzen",
    continued: "Es geht weiter",
    cancel: "Rest abbrechen",
    cancelTitle: "Den Rest abbrechen?",
    cancelText:
      "Erledigte Zeilen bleiben erledigt; die anderen werden nicht begonnen. Danach kann nicht mehr fortgesetzt werden.",
    cancelled: "Der Rest ist abgebrochen",
    retry: (count: number) => `${rows(count)} erneut versuchen`,
    retried: "Die Zeilen werden erneut versucht",
    undoFile: "Datei zum Rückgängigmachen",
    refusedFile: "Nicht mögliche Zeilen, als CSV",
    refusedKept: (days: number) =>
      `Was Ihre Datei dort enthielt, bleibt ${countOf(days, { one: "Tag", other: "Tage" })} gespeichert, oder bis der Import rückgängig gemacht ist.`,
    undo: "Rückgängig machen",
    again: "Weitere Datei importieren",
  },
  undo: {
    title: (count: number) =>
      `Änderungen an ${countOf(count, { one: "registriertem Nutzer", other: "registrierten Nutzern" })} rückgängig machen?`,
    text: "Was diese Sammeländerung bewirkt hat, wird Zeile für Zeile zurückgenommen, als eigene Sammeländerung. Was andere seither geändert haben, bleibt, wie es ist.",
    gaidsLeft: (count: number) =>
      `${countOf(count, { one: "hinzugefügte GAID bleibt bestehen", other: "hinzugefügte GAIDs bleiben bestehen" })}: AMP kann keine GAID wegnehmen.`,
    created: (count: number) =>
      countOf(count, {
        one: "registrierter Nutzer, der dabei angelegt wurde",
        other: "registrierte Nutzer, die dabei angelegt wurden",
      }),
    archive: "Archivieren",
    archiveText:
      "Sie verlassen alle Kategorien und werden hier als archiviert gekennzeichnet. Sie können jederzeit zurückgeholt werden.",
    delete: "In AMP löschen",
    deleteText:
      "AMP behandelt Name und GAID möglicherweise weiterhin als vergeben, sodass derselbe Anleger nie wieder registriert werden kann. Bei Nutzern mit einem Bestand oder einer offenen Zuteilung wird das Löschen abgelehnt.",
    deleteWord: "delete",
    word: "undo",
    confirm: "Rückgängig machen",
    begun: "Die Rücknahme hat begonnen",
    already: "Ihre Rücknahme",
    of: "Was damit rückgängig gemacht wird",
    nothing: "Nichts davon kann zurückgenommen werden.",
    exists: "Diese Sammeländerung wurde bereits rückgängig gemacht.",
    tooEarly: "Nur was abgeschlossen ist, kann rückgängig gemacht werden. Brechen Sie zuerst den Rest ab.",
  },
  row: {
    noUser: "Der Nutzer dieser Zeile wurde nicht angelegt.",
    changedMeanwhile:
      "Jemand hat diesen Nutzer geändert, seit die Zeilen geprüft wurden. Es wurde nichts gesendet; sehen Sie sich den Nutzer an und entscheiden Sie neu.",
    lost: "AMP hat nicht geantwortet. Es wird nachgesehen, ob die Zeile ausgeführt wurde.",
    unknown:
      "AMP hat mehrmals nicht geantwortet, und es ließ sich nicht feststellen, ob die Zeile ausgeführt wurde. Sehen Sie sich den Nutzer an und versuchen Sie die Zeile dann erneut: Zuerst wird nach dem Ergebnis gesucht.",
  },
  ampAway: "AMP antwortet derzeit nicht. Nichts ist verloren; es geht von selbst weiter.",
  signedOut:
    "AMP akzeptiert das gespeicherte Token nicht mehr. Melden Sie sich erneut an; was pausiert ist, wird hier fortgesetzt.",
  ownError:
    "In Ampdesk ist ein Fehler aufgetreten; sein Log nennt ihn. Was getan ist, bleibt getan; es folgt von selbst ein neuer Versuch.",
  gone: "Diese Sammeländerung gibt es hier nicht.",
  notNow:
    "Ihr Status hat sich inzwischen geändert. Sehen Sie sich die Seite erneut an; es wurde nichts gesendet.",
  selection: {
    column: "Ausgewählt",
    one: (name: string) => `${name} auswählen`,
    page: "Diese Seite auswählen",
    count: (count: number) =>
      countOf(count, {
        one: "registrierter Nutzer ausgewählt",
        other: "registrierte Nutzer ausgewählt",
      }),
    all: (count: number) => `Alle ${number(count)} Treffer auswählen`,
    add: "Zu Kategorie hinzufügen",
    remove: "Aus Kategorie entfernen",
    clear: "Auswahl aufheben",
    bar: "Ausgewählte Nutzer",
  },
  bulk: {
    addTitle: (count: number) => `${users(count)} zu einer Kategorie hinzufügen`,
    removeTitle: (count: number) => `${users(count)} aus einer Kategorie entfernen`,
    category: "Kategorie",
    choose: "Kategorie wählen",
    chooseFirst: "Wählen Sie zuerst eine Kategorie.",
    changing: (count: number, chosen: number) =>
      count === chosen
        ? countOf(count, {
            one: "registrierter Nutzer wird geändert.",
            other: "registrierte Nutzer werden geändert.",
          })
        : `Bei ${number(count)} von ${ofUsers(chosen)} wird etwas geändert; bei den übrigen ist es bereits so.`,
    none: "Bei allen ist es bereits so. Es gibt nichts zu tun.",
    add: "Zu Kategorie hinzufügen",
    remove: "Aus Kategorie entfernen",
    begun: "Die Änderung hat begonnen",
    changed:
      "Die Liste hat sich seit der Zählung geändert. Sehen Sie sich die neuen Zahlen an; es wurde nichts gesendet.",
    nobody: "Niemand ist ausgewählt.",
  },
} satisfies Translation<typeof english>;
