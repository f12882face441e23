import type { OperationKind } from "@/lib/domain/intent";
import type { OperationState } from "@/lib/domain/operation";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { operationsText as english } from "../operations";

const namesOf: Record<OperationKind, (asset: string) => string> = {
  distribution: (asset) => `Ausschüttung von ${asset}`,
  reissuance: (asset) => `Nachausgabe von ${asset}`,
  burn: (asset) => `Vernichtung von ${asset}`,
  blinders: (asset) => `Aktualisierung der Blinder von ${asset}`,
  lbtc: (asset) => `Zahlung in ${asset}`,
};

/** Treasury operations: what the worker carries out, step by step. */
export const operationsText = {
  title: "Vorgänge",
  description:
    "Alles, was der Treasury aufgetragen wurde, offene Vorgänge zuerst. Jeder geht von selbst weiter, wenn diese Seite geschlossen wird.",
  caption: "Treasury-Vorgänge",
  columns: {
    operation: "Vorgang",
    state: "Status",
    amount: "Betrag",
    started: "Begonnen",
    transaction: "Transaktion",
  },
  history: {
    search: "Person oder Transaktions-ID",
    approved: "Freigegeben",
    kind: "Art",
    recipients: "Empfänger",
    by: "Von",
  },
  kinds: {
    distribution: "Ausschüttung",
    reissuance: "Nachausgabe",
    burn: "Vernichtung",
    blinders: "Aktualisierung der Blinder",
    lbtc: "Zahlung",
  } satisfies Record<OperationKind, string>,
  of: (kind: OperationKind, asset: string) => namesOf[kind](asset),
  /** One operation per asset is open at a time. */
  underWay: {
    title: "Ein Treasury-Vorgang dieses Assets läuft",
    text: "Je Asset läuft immer nur ein Treasury-Vorgang. Er geht von selbst weiter, auch wenn Sie die Seite verlassen.",
    follow: "Verfolgen",
  },
  startedBy: (person: string) => `von ${person}`,
  recipients: (count: number) => countOf(count, { one: "Empfänger", other: "Empfänger" }),
  confirmations: (count: number, needed: number) =>
    `${Math.min(count, needed)} von ${countOf(needed, { one: "Bestätigung", other: "Bestätigungen" })}`,
  seeBehind: "Den Vorgang öffnen, der zuerst kommt",
  transactionId: "Transaktions-ID",
  notSent: "nicht gesendet",
  outputs: (count: number) => countOf(count, { one: "Output", other: "Outputs" }),
  sendsNothing: "sendet nichts",
  booked: (count: number) => `${countOf(count, { one: "Transaktion", other: "Transaktionen" })} verbucht`,
  notKnown: "noch nicht bekannt",
  states: {
    requested: "Freigegeben",
    holding: "Andere werden zurückgehalten",
    paused: "Pausiert",
    ordering: "AMP wird angefragt",
    ordered: "Beauftragt",
    "by-hand": "Von Hand",
    signed: "Signiert",
    broadcasting: "Wird ins Netzwerk gesendet",
    sending: "Wird gesendet",
    sent: "Gesendet, wartet auf Blöcke",
    confirming: "AMP wird informiert",
    telling: "AMP erhält die Blinder",
    releasing: "Rest wird entsperrt",
    done: "Erledigt",
    stopped: "Angehalten",
    unknown: "Unklar, wird gesucht",
    cancelling: "Wird abgebrochen",
    cancelled: "Abgebrochen",
    failed: "Geschlossen, unklar",
  } satisfies Record<OperationState, string>,
  approval: {
    hash: "Fingerabdruck dieser Entscheidung",
    mismatch: (expected: string) => `Das stimmt nicht mit ${expected} überein.`,
  },
  run: {
    steps: "Schritte",
    facts: "Angaben",
    approved: "Was freigegeben wurde",
    operation: "Vorgang",
    approvedBy: "Freigegeben von",
    hash: "Fingerabdruck",
    order: "Auftrag von AMP",
    txid: "Transaktion",
    notBroadcast: "Das Netzwerk hat sie nicht gesehen.",
    block: "Block",
    tooLate:
      "Der Vorgang ist weitergegangen, während dies offen war; darüber kann nicht mehr entschieden werden.",
  },
  /** Of what is made and signed, stored, and then broadcast. */
  signedStages: {
    sign: {
      title: "Erstellt und signiert",
      text: "Der Treasury-Node erstellt und signiert die Transaktion. Sie wird gespeichert, bevor das Netzwerk sie sieht.",
    },
    broadcast: {
      title: "Ins Netzwerk gesendet",
      text: "Die gespeicherte Transaktion wird dem Netzwerk übergeben. Sie erneut zu übergeben schadet nicht: Es ist immer dieselbe.",
    },
    confirmations: {
      title: "Auf Liquid bestätigt",
      text: "Zwei Bestätigungen, auf Liquid etwa zwei Minuten.",
    },
  },
  search: "Asset, Person oder Transaktions-ID",
  filters: { state: "Status", kind: "Art" },
  stateFilters: {
    open: "Offen",
    done: "Erledigt",
    cancelled: "Abgebrochen",
    failed: "Geschlossen, unklar",
  },
  sorts: { "": "Offene zuerst", "-created": "Neueste zuerst", created: "Älteste zuerst" },
  empty: {
    filtered: "Kein Vorgang entspricht der Suche und den Filtern",
    title: "Noch kein Vorgang",
    text: "Wenn Sie eine Ausschüttung durchführen, sendet der Treasury-Node sie Schritt für Schritt. Jeder Schritt wird hier festgehalten, bevor er beginnt, und lässt sich nach einem geschlossenen Tab oder einem Neustart wiederfinden.",
    action: "Asset wählen",
    lastPage: "Auf dieser Seite gibt es nichts mehr.",
  },
} satisfies Translation<typeof english>;
