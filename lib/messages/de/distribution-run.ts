import { groupDigits } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { distributionRunText as english } from "../distribution-run";

/** A distribution under way; what decisions and the journal say also serves other operations. In German. */
export const distributionRunText = {
  batches: {
    title: "Transaktionen",
    sent: (batches: number, recipients: number, amount: string) =>
      batches === 0
        ? "AMP hat noch nichts verbucht."
        : `AMP hat ${countOf(batches, { one: "Transaktion", other: "Transaktionen" })} verbucht: ${countOf(recipients, { one: "Empfänger", other: "Empfänger" })}, ${amount}.`,
    left: (recipients: number, amount: string) =>
      `Nicht verbucht: ${countOf(recipients, { one: "Empfänger", other: "Empfänger" })}, ${amount}.`,
    batch: "Stapel",
    number: (number: number) => `Stapel ${number}`,
    state: "Status",
    txid: "Transaktion",
    recipients: "Empfänger",
    amount: "Betrag",
    none: "keine",
    confirmations: (done: number, needed: number) => `${done} von ${needed} Bestätigungen`,
    height: (height: string) => `Block ${height}`,
    states: {
      confirmed: "Von AMP verbucht",
      current: "Unterwegs",
      waiting: "Wartet, bis er an der Reihe ist",
      "not-sent": "Nicht gesendet",
      unclear: "Unklar: danach suchen",
    },
  },
  stages: {
    approve: { title: "Freigegeben", text: "Die Liste und ihr Fingerabdruck sind festgehalten." },
    order: {
      title: "Bei AMP beauftragt",
      text: "Alles andere, was bereit ist, wird zurückgehalten; AMP gibt für jeden Empfänger eine Adresse; jeder Betrag wird mit der freigegebenen Liste verglichen. Was zurückgehalten wurde, wird am Ende wieder entsperrt; eine Sperre, die jemand unmittelbar bei AMP darauf setzt, lässt sich davon nicht unterscheiden und wird mit aufgehoben.",
    },
    send: {
      title: "Vom Treasury-Node gesendet",
      text: "Eine Transaktion je Stapel, gekennzeichnet mit der ID dieses Vorgangs.",
    },
    confirmations: {
      title: "Auf Liquid bestätigt",
      text: "Zwei Bestätigungen, auf Liquid etwa zwei Minuten.",
    },
    confirm: { title: "AMP gegenüber bestätigt", text: "AMP verbucht die neuen Inhaber." },
  },
  run: {
    approvedList: "Was freigegeben wurde",
    confirmations: (done: number, needed: number) => `${done} von ${needed} Bestätigungen`,
    done: "AMP hat die Ausschüttung verbucht. Die Empfänger besitzen ihre Einheiten.",
    seeOwners: "Ansehen, wer das Asset besitzt",
  },
  decisions: {
    retry: "Erneut versuchen",
    look: "Jetzt danach suchen",
    cancel: "Ausschüttung abbrechen",
    cancelTitle: "Diese Ausschüttung abbrechen?",
    cancelConsequence:
      "Vom aktuellen Stapel wurde nichts gesendet. Die Zuteilungen, die nicht ausgeschüttet wurden, werden bei AMP wieder frei. Gesendete Stapel bleiben gesendet. Fehlt eine Antwort von AMP, dauert der Abschluss einige Minuten: Ampdesk wartet auf das, was noch verspätet eintreffen kann.",
    afterCancel:
      "Es kam vor, dass AMP nach einem Abbruch jede spätere Ausschüttung des Assets abgelehnt hat. Führen Sie diese zu Ende, wenn es geht.",
    cancelled: "Die Ausschüttung wird abgebrochen; es wird nichts mehr gesendet.",
    pause: "Pausieren",
    pausing: "Der Vorgang pausiert, sobald der Stapel, der unterwegs ist, verbucht ist.",
    continue: "Fortsetzen",
    close: "Ohne Senden schließen",
    closeTitle: "Diesen Vorgang schließen?",
    closeConsequences: {
      unknown:
        "Ampdesk sucht nicht weiter nach der Zahlung und sendet sie nie. Hat die Wallet doch gezahlt, muss diese Transaktion AMP gegenüber von Hand bestätigt werden, sonst bleiben die Bestände falsch. Der Auftrag von AMP bleibt, wie er ist.",
      sent: "Ampdesk sucht nicht weiter nach der Zahlung und sendet sie nie. Hat die Wallet doch gezahlt, muss diese Transaktion AMP gegenüber von Hand bestätigt werden, sonst bleiben die Bestände falsch. Der Auftrag von AMP bleibt, wie er ist.",
      "by-hand":
        "Ampdesk verfolgt den Auftrag nicht weiter; er bleibt bei AMP, wie er ist, und kann wieder übernommen werden. Hat jemand ihn anderswo bezahlt, muss diese Transaktion AMP gegenüber von Hand bestätigt werden.",
      stopped:
        "Ampdesk sendet nichts, und der Auftrag von AMP bleibt, sofern es einen gibt, wie er ist: Seine Zuteilungen werden nicht wieder frei. Hat jemand ihn bezahlt, muss diese Transaktion AMP gegenüber von Hand bestätigt werden. Hat niemand ihn bezahlt, brechen Sie stattdessen ab.",
      confirming:
        "Die Transaktion ist in der Chain, und Ampdesk benachrichtigt AMP nicht weiter darüber. Bestätigen Sie sie AMP gegenüber von Hand, sonst besitzen die Empfänger aus Sicht von AMP ihre Einheiten nicht, und die Bestände bleiben falsch. Nicht gesendete Stapel werden nicht gesendet.",
      cancelling:
        "Ampdesk bittet AMP nicht weiter, den Auftrag abzubrechen. Es wird nichts mehr gesendet, aber der Auftrag kann bei AMP bestehen bleiben und seine Zuteilungen behalten: Brechen Sie ihn dort von Hand ab.",
    },
    unsent: "Als nicht gesendet angeben",
    unsentTitle: "Diese Zahlung als nicht gesendet angeben?",
    unsentConsequence:
      "Geben Sie dies nur an, nachdem Sie die Transaktionen der Wallet angesehen haben. Ampdesk sucht noch einmal nach der Zahlung; findet es die Zahlung, fährt es von dort aus fort. Andernfalls bricht es den Auftrag von AMP ab, und die Zuteilungen sind wieder frei. Wird die Zahlung danach noch wirksam, verliert AMP die Spur der Coins.",
    unsentDone: "Ampdesk sucht noch einmal nach der Zahlung und bricht dann die Ausschüttung ab.",
    closed: "Der Vorgang ist geschlossen. Das Asset ist für andere Vorgänge frei.",
  },
  journal: {
    title: "Journal",
    lead: "Jeder Schritt wird vor und nach seiner Ausführung festgehalten.",
    earlier: (more: number, all: number) =>
      `${groupDigits(String(more))} von ${groupDigits(String(all))} früheren Einträgen anzeigen`,
    step: "Schritt",
    phase: "Eintrag",
    detail: "Einzelheit",
    at: "Wann",
    phases: { intent: "Beabsichtigt", outcome: "Ergebnis" },
    steps: {
      hold: "Die anderen zurückhalten",
      order: "Bei AMP beauftragen",
      begin: "Chain prüfen",
      build: "Erstellen und signieren",
      finish: "Bestätigung feststellen",
      broadcast: "Ins Netzwerk senden",
      send: "Senden",
      look: "Transaktion suchen",
      watch: "Bestätigungen",
      follow: "Auftrag verfolgen",
      attach: "Transaktion zuordnen",
      download: "Auftrag herausgeben",
      "by-hand": "Anderswo ausführen",
      automatic: "Zurück an Ampdesk",
      confirm: "AMP gegenüber bestätigen",
      release: "Zurückgehaltenes entsperren",
      free: "Coins wieder verfügbar machen",
      compare: "Mit AMP vergleichen",
      tell: "AMP die Blinder mitteilen",
      cancel: "Abbrechen",
      pause: "Pausieren",
      continue: "Fortsetzen",
      close: "Schließen",
      "not-sent": "Als nicht gesendet angegeben",
      retry: "Erneut versuchen",
    },
  },
} satisfies Translation<typeof english>;
