import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { foreignOrdersText as english } from "../foreign-orders";

/** Orders at AMP that no operation of this desk carries out. */
export const foreignOrdersText = {
  title: "Offene Aufträge, die kein Vorgang ausführt",
  lead: "AMP wartet auf ihre Zahlung oder deren Bestätigung. AMP teilt nicht mit, wann oder von wem sie verlangt wurden. Offene Nachausgaben und Vernichtungen führt AMP gar nicht auf.",
  of: (recipients: number) =>
    `AMP hat einen Auftrag über ${countOf(recipients, { one: "Empfänger", other: "Empfänger" })}, den kein offener Vorgang ausführt`,
  waits: (name: string) => `AMP wartet auf eine Ausschüttung von ${name}, die hier niemand ausführt`,
  waitsText: (count: number) =>
    count === 1
      ? "Der Auftrag wurde anderswo erteilt oder offen gelassen. Verfolgen Sie ihn, oder brechen Sie ihn ab, sobald niemand ihn ausführt."
      : `${count} Aufträge, anderswo erteilt oder offen gelassen. Verfolgen Sie sie, oder brechen Sie sie ab, sobald niemand sie ausführt.`,
  uuid: "AMP-Ausschüttung",
  hash: "Fingerabdruck dieses Auftrags",
  recipients: "Empfänger",
  list: "Was AMP beauftragt hat",
  total: "Summe",
  leftBy: "Offen gelassen von",
  notFromHere: "Nicht von diesem Ampdesk beauftragt",
  ofOperation: (id: string) => `Vorgang ${id}`,
  origin: "Herkunft",
  busy: "Führen Sie zuerst den offenen Vorgang dieses Assets zu Ende.",
  tooLong: (count: number, most: number) =>
    `Er zahlt an ${count} Empfänger; Ampdesk selbst sendet in einer Transaktion an höchstens ${most}. Er kann verfolgt und abgebrochen werden.`,
  adopt: "Übernehmen",
  adoptTitle: "Diesen Auftrag übernehmen?",
  adoptConsequence:
    "Sie geben genau diese Liste frei. Ampdesk prüft, ob seine Wallet sie bezahlt hat: Wenn ja, wartet es auf die Bestätigungen und bestätigt die Zahlung AMP gegenüber. Wenn nicht, bleibt es bei der Ausführung von Hand, und es wird nichts gesendet, bis Sie angeben, dass niemand sonst den Auftrag ausführt.",
  adopted: "Ampdesk verfolgt diesen Auftrag jetzt.",
  cancel: "Bei AMP abbrechen",
  cancelTitle: "Diesen Auftrag bei AMP abbrechen?",
  cancelConsequence:
    "Bestätigen Sie das nur, wenn niemand ihn ausführt: Eine Zahlung zu einem abgebrochenen Auftrag ist für AMP verloren. Ampdesk sucht in der eigenen Wallet nach einer Zahlung, wartet, bis nichts mehr verspätet eintreffen kann, und bricht den Auftrag dann ab.",
  cancelled: "Ampdesk prüft, ob der Auftrag bezahlt wurde, und bricht ihn dann ab.",
  changed:
    "Der Auftrag ist nicht mehr der, den Sie gesehen haben. Es wurde nichts geändert; sehen Sie ihn noch einmal an.",
  noAddresses:
    "AMP nennt die Adressen dieses Auftrags nicht, daher kann Ampdesk nicht sehen, ob er bezahlt wurde. Es wurde nichts geändert. Wer ihn angefordert hat, führt ihn zu Ende oder bricht ihn ab.",
  gone: "AMP hat diesen Auftrag nicht mehr, oder ein Vorgang in diesem Ampdesk führt ihn aus.",
} satisfies Translation<typeof english>;
