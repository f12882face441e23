import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { distributionsText as english } from "../distributions";

/** Distributions: from the pre-flight to AMP's confirmation. */
export const distributionsText = {
  title: "Ausschüttungen",
  changed:
    "Die Zuteilungen haben sich geändert, seit Sie sie angesehen haben. Es wurde nichts begonnen; prüfen Sie die Ausschüttung noch einmal.",
  notReady: "Nicht alles ist für diese Ausschüttung bereit. Es wurde nichts begonnen.",
  noOperation: "Diesen Vorgang gibt es in diesem Arbeitsbereich nicht.",
  remedies: {
    unauthorized: "Tragen Sie das Asset zuerst als autorisiert ein: Vorher verfolgt AMP es nicht.",
    locked: "Das Asset ist gesperrt. Entsperren Sie es zuerst.",
    lostOutputs:
      "AMP meldet verlorene Outputs dieses Assets. Es darf nichts gesendet werden, bevor eine Person nachgesehen und der Support von AMP den Fehler behoben hat.",
    openOperation:
      "Ein anderer Treasury-Vorgang dieses Assets ist offen. Führen Sie ihn zuerst zu Ende, oder brechen Sie ihn ab.",
    nothing:
      "Keine Zuteilung ist bereit: Jede muss entsperrt und gevestet sein, und ihr Nutzer braucht eine GAID und jede vorausgesetzte Kategorie.",
  },
  intent: {
    title: "Was gesendet wird",
    lead: (count: number) =>
      `${countOf(count, { one: "Zuteilung", other: "Zuteilungen" })}, jede mit genau ihrem Betrag ausgezahlt.`,
    user: "Registrierter Nutzer",
    gaid: "GAID",
    assignment: "Zuteilung",
    amount: "Betrag",
    total: "Summe",
    empty: "Nichts ist zur Ausschüttung bereit",
    emptyText:
      "Eine Zuteilung ist bereit, wenn sie entsperrt und gevestet ist und ihr Nutzer eine GAID und jede vorausgesetzte Kategorie hat.",
    toAssignments: "Zu den Zuteilungen",
    changed:
      "Die Zuteilungen haben sich seither geändert, der Rest dieser Liste ist ein anderer. Laden Sie die Seite neu, um zu sehen, was jetzt gesendet würde oder schon unterwegs ist.",
  },
  heldBack: {
    title: "Was zurückbleibt",
    lead: "Diese Zuteilungen gehören nicht zur Ausschüttung.",
    why: "Warum",
    reasons: {
      locked: "Zurückgehalten: zuerst entsperren",
      vesting: "Noch nicht gevestet",
      "no-wallet": "Der Nutzer hat keine GAID",
      "missing-category": "Dem Nutzer fehlt eine vorausgesetzte Kategorie",
    },
  },
  forecast: {
    title: "Vorausschau",
    lead: (size: number) =>
      `Höchstens ${countOf(size, { one: "Empfänger", other: "Empfänger" })} je Transaktion; die nächste wird gesendet, wenn AMP die vorherige verbucht hat.`,
    transactions: "Transaktionen",
    recipients: "Empfänger",
    time: "Zeit",
    blocks: (blocks: number, minutes: number) =>
      `${countOf(blocks, { one: "Block", other: "Blöcke" })}, etwa ${countOf(minutes, { one: "Minute", other: "Minuten" })}`,
    fee: "Gebühr",
    assumption:
      "Angenommen sind ein Block je Minute, zwei Blöcke für jede Transaktion und 0.1 sat/vB für Transaktionen der Größe, die auf einem echten Node gemessen wurde. Ein anderer Gebührensatz der Wallet oder viele kleine Coins darin ändern die Gebühr.",
  },
  preflight: {
    title: "Vorprüfung",
    ready: "Alles ist bereit.",
    failed: (count: number) =>
      `${countOf(count, { one: "Punkt muss", other: "Punkte müssen" })} geklärt werden, bevor etwas gesendet werden kann.`,
    again: "Erneut prüfen",
  },
  checks: {
    "asset-authorized": "Das Asset ist als autorisiert eingetragen",
    "asset-unlocked": "Das Asset ist nicht gesperrt",
    "no-lost-outputs": "AMP meldet keine verlorenen Outputs",
    "no-alert": "Die Überwachung hat keine Warnung, die Vorgänge aufhält",
    "no-open-operation": "Kein anderer Treasury-Vorgang ist offen",
    "something-to-send": "Mindestens eine Zuteilung ist bereit",
    "node-reachable": "Der Treasury-Node antwortet",
    "node-version": "Die Version des Nodes wird unterstützt",
    "node-network": "Der Node ist im richtigen Netzwerk",
    "node-synced": "Der Node ist synchronisiert",
    "wallet-unlocked": "Die Wallet ist entsperrt",
    "fee-funds": "L-BTC für die Gebühr ist vorhanden",
    "asset-funds": "Die Wallet hält genug von dem Asset",
    "amount-possible": "Der Betrag ist mindestens die kleinste Einheit",
    "issuance-confirmed": "Die Ausgabe hat zwei Bestätigungen",
    reissuable: "Vom Asset können weitere Einheiten ausgegeben werden",
    "supply-cap": "Die Gesamtmenge bleibt unter der größtmöglichen",
    "token-present": "Die Treasury-Wallet hält das Nachausgabe-Token",
    "none-still-out": "Kein geschlossener Vorgang kann noch bestätigt werden",
    "token-whole": "Das Nachausgabe-Token liegt in einem einzigen Output",
    "free-treasury": "Die Treasury hat so viel, das nicht zugeteilt ist",
    "blinders-known": "Die Treasury-Wallet kennt Blinder, die AMP fehlen",
    "address-valid": "Die Adresse gehört zu diesem Netzwerk und nicht zur Treasury selbst",
    "lbtc-funds": "Genug L-BTC bleibt für Gebühren",
  },
  approval: {
    title: "Freigeben und senden",
    again: "Zeigen, was jetzt gesendet würde",
    sends: (count: number) =>
      `${countOf(count, { one: "Empfänger bekommt", other: "Empfänger bekommen" })} zusammen`,
    consequence:
      "Der Treasury-Node zahlt an die Adressen, die AMP für diese GAIDs nennt, Transaktion für Transaktion. Was gesendet ist, kann nicht zurückgeholt werden.",
    hash: "Fingerabdruck dieser Liste",
    approve: "Ich gebe genau diese Liste frei",
    start: "Ausschüttung starten",
  },
  history: "In diesem Ampdesk ausgeführte Ausschüttungen",
} satisfies Translation<typeof english>;
