import type { BatchRowState } from "@/lib/domain/assignment-batch";
import type { TableProblem } from "@/lib/domain/assignment-table";
import { groupDigits } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import type { assignmentBatchesText as english } from "../assignment-batches";
import type { Translation } from "../catalogue";

const rows = (count: number) => countOf(count, { one: "Zeile", other: "Zeilen" });
const assignments = (count: number) => countOf(count, { one: "Zuteilung", other: "Zuteilungen" });

/** Many assignments at once and the change of one, in German. */
export const assignmentBatchesText = {
  madeOtherwise:
    "AMP hat sie angelegt, aber nicht so, wie sie angefordert wurde. Vergleichen Sie sie in der Liste der Zuteilungen.",
  goneMeanwhile: "Jemand anderes hat diese Zuteilung gelöscht. Es wurde nichts geändert.",
  otherMeanwhile:
    "Jemand anderes hat diese Zuteilung geändert. Es wurde nichts geändert; sehen Sie sie sich an und beginnen Sie erneut.",
  inDistribution: "Die Zuteilung ist Teil einer Ausschüttung. Es wurde nichts geändert.",
  approvedMeanwhile:
    "Die Zuteilung gehört zu einer Ausschüttung, die freigegeben wurde. Brechen Sie zuerst die Ausschüttung ab. Es wurde nichts geändert.",
  approvedElsewhere:
    "Eine Ausschüttung des Assets ist im Gange, und diese Zuteilung muss bis zu deren Ende bleiben, wie sie ist. Es wurde nichts geändert. Warten Sie das Ende ab, oder fragen Sie den Emittenten des Assets.",
  noBatch: "Diesen Stapel von Zuteilungen gibt es nicht.",
  nothingToDecide: "Hier ist nichts mehr zu entscheiden. Sehen Sie sich die Zeilen erneut an.",
  busy: "Der Stapel wird in diesem Augenblick fortgeführt. Warten Sie, bis er pausiert.",
  changeBegun:
    "Eine Änderung dieser Zuteilung hat begonnen und ist nicht abgeschlossen. Öffnen Sie sie oberhalb der Liste der Zuteilungen. Sonst wurde nichts geändert.",
  changeBegunElsewhere:
    "Jemand anderes ändert gerade diese Zuteilung und ist noch nicht fertig. Es wurde nichts geändert. Sehen Sie nach einer Weile noch einmal in die Liste.",
  otherContents:
    "Dieses Formular wurde zuvor mit anderem Inhalt gesendet. Öffnen Sie den Stapel, der damit begonnen wurde.",
  notAssignable: (position: number, name: string) =>
    `Zeile ${position}: ${name} können keine Einheiten dieses Assets mehr zugeteilt werden. Es wurde nichts zugeteilt; prüfen Sie die Tabelle erneut.`,
  userNotEligible: (name: string) =>
    `${name} ist nicht in allen Kategorien, die das Asset voraussetzt; AMP würde die neue Zuteilung daher ablehnen. Es wurde nichts geändert.`,
  unknownUser: (position: number) =>
    `Zeile ${position}: Den registrierten Nutzer gibt es nicht mehr. Es wurde nichts zugeteilt; prüfen Sie die Tabelle erneut.`,
  aboveFree:
    "Zusammen ist das mehr, als in der Treasury von diesem Asset frei ist. Es wurde nichts zugeteilt.",
  same: "Nichts unterscheidet sich von der Zuteilung, wie sie ist.",
  signedOut:
    "AMP akzeptiert das gespeicherte Token nicht mehr. Melden Sie sich erneut an und setzen Sie dann hier fort; was angelegt ist, bleibt angelegt.",
  ownError:
    "In Ampdesk ist ein Fehler aufgetreten; sein Log nennt ihn. Was angelegt ist, bleibt angelegt; jede Minute folgt ein neuer Versuch.",
  page: {
    title: (kind: "create" | "edit") =>
      kind === "create" ? "Stapel von Zuteilungen" : "Änderung einer Zuteilung",
    begun: (person: string) => `Freigegeben von ${person}`,
    progress: "Ausgeführt",
    figure: (done: number, all: number) => `${done} von ${rows(all)}`,
    goesOn: "Es läuft weiter, wenn Sie diese Seite schließen.",
    moves: {
      pause: "Pausieren",
      continue: "Fortsetzen",
      retry: "Abgelehnte Zeilen erneut versuchen",
    },
    drop: "Rest aufgeben",
    dropTitle: (count: number) =>
      countOf(count, {
        one: "Zeile aufgeben, die bei AMP nicht angefragt wurde?",
        other: "Zeilen aufgeben, die bei AMP nicht angefragt wurden?",
      }),
    dropText: "Was bereits angelegt ist, bleibt. Die anderen können Sie später erneut eingeben.",
    again: "Abgelehnte Zeilen in eine neue Tabelle übernehmen",
    back: "Zu den Zuteilungen",
    looking: "Wartet auf Gewissheit",
    lookingText:
      "AMP hat zu einer Zeile keine Antwort gegeben. Ampdesk sieht in der Liste von AMP nach und fragt erst dann erneut an, wenn sicher ist, dass nichts angelegt wurde. Das kann einige Minuten dauern; Sie können die Seite schließen und später zurückkommen.",
    lookingForDeletion:
      "AMP hat auf die Löschung der alten Zuteilung nicht geantwortet; sie kann gelöscht sein oder nicht. Ampdesk sieht immer wieder nach: Ist sie nicht mehr vorhanden, wird die neue angelegt; solange sie da ist, wird sie noch einmal gelöscht, sofern dem inzwischen nichts entgegensteht. Als nicht vorgenommen endet die Änderung erst, wenn die Löschung sicher nicht mehr eintreffen kann. Das kann einige Minuten dauern; Sie können die Seite schließen und später zurückkommen.",
    open: "Noch nicht abgeschlossen",
    openText:
      "Angelegte Zeilen bleiben angelegt. Beim Fortsetzen folgen die anderen; nichts wird doppelt angelegt.",
    unchanged: "Die Änderung wurde nicht vorgenommen. Die Zuteilung ist, wie sie war.",
    done: "Alles ist erledigt",
    doneText: (count: number) => `${assignments(count)} angelegt.`,
    partly: "Erledigt, mit Ablehnungen",
    partlyText: (made: number, refused: number) =>
      `${assignments(made)} angelegt, ${rows(refused)} von AMP abgelehnt. Von einer abgelehnten Zeile wurde nichts zugeteilt.`,
    missing: "Eine Zuteilung ist gelöscht und nicht wieder angelegt",
    missingText:
      "Die alte Zuteilung ist bei AMP nicht mehr vorhanden, die neue wurde nicht angelegt. Versuchen Sie die neue erneut, oder stellen Sie die alte wieder her: Sie erhält eine neue Nummer.",
    tryAgain: "Neue erneut versuchen",
    restore: "Alte wiederherstellen",
    leave: "Gelöscht lassen",
    leaveTitle: "Die Zuteilung gelöscht lassen?",
    leaveText:
      "Ihre Einheiten bleiben in der Treasury frei. Diese Seite bietet die Wiederherstellung nicht noch einmal an.",
    caption: "Zeilen des Stapels",
    columns: {
      position: "Zeile",
      user: "Registrierter Nutzer",
      amount: "Betrag",
      vests: "Vesting",
      ready: "Bereit",
      state: "Status",
      assignment: "Nr.",
    },
    atOnce: "sofort",
    was: (amount: string) => `bisher ${amount}`,
    restored: "wiederhergestellt, wie sie war",
  },
  states: {
    waiting: "Wartet",
    deleting: "Alte wird gelöscht",
    deleted: "Alte gelöscht",
    sending: "Antwort wird gesucht",
    created: "Angelegt",
    refused: "Abgelehnt",
    dropped: "Aufgegeben",
  } satisfies Record<BatchRowState, string>,
  offer: {
    create: (left: number) => `Ein Stapel von Zuteilungen ist nicht abgeschlossen: noch ${rows(left)}`,
    others: (count: number, left: number) =>
      `${countOf(count, { one: "weiterer Stapel", other: "weitere Stapel" })} von Zuteilungen nicht abgeschlossen: noch ${rows(left)}`,
    further: (place: number, left: number) => `Weiterer Stapel ${place}: noch ${rows(left)}`,
    edit: "Eine Änderung einer Zuteilung ist nicht abgeschlossen",
    missing: "Eine Zuteilung wurde gelöscht und nicht wieder angelegt",
    moving: "Der Worker macht damit weiter, ob eine Seite geöffnet ist oder nicht.",
    held: "Es geht seit einiger Zeit nicht voran. Der Worker versucht es von selbst erneut; öffnen Sie es, um den Grund zu sehen.",
    text: "Die Ausführung hat auf halbem Weg angehalten. Was angelegt ist, bleibt; öffnen Sie sie, um fortzusetzen.",
    missingText:
      "Öffnen Sie die Änderung, um die neue Zuteilung erneut zu versuchen oder die alte wiederherzustellen.",
    open: "Öffnen",
  },
  tableProblem: (problem: TableProblem): string => {
    switch (problem.kind) {
      case "empty":
        return "Es ist keine Zeile darin.";
      case "cut":
        return "Die letzte Zeile der Datei fehlt: Sie wurde abgeschnitten. Laden Sie die Datei noch einmal herunter. Es wurde nichts übernommen.";
      case "open-quote":
        return `Das Anführungszeichen in Zeile ${problem.line} wird nie geschlossen. Es wurde nichts übernommen.`;
      case "too-many":
        return `Das sind ${rows(problem.rows)}; ein Stapel fasst höchstens ${groupDigits(String(problem.most))}. Es wurde nichts übernommen.`;
      case "no-column":
        return `Es gibt keine Spalte „${problem.column}“. Es wurde nichts übernommen.`;
      case "column-twice":
        return `Mehr als eine Spalte ist „${problem.column}“. Lassen Sie eine davon stehen. Es wurde nichts übernommen.`;
      case "ready":
        return `Zeile ${problem.line}: „${problem.text}“ ist weder ja noch nein. Es wurde nichts übernommen.`;
    }
  },
} satisfies Translation<typeof english>;
