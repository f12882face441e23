import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { overviewText as english } from "../overview";

/** The first page: figures over all assets and what needs a person. */
export const overviewText = {
  title: "Übersicht",
  figures: {
    assets: "Assets",
    holders: "Bestände",
    holdersNote: "je Konto und Asset einer",
    counted: (counted: number, total: number) =>
      `je Konto und Asset einer, aus ${counted} von ${countOf(total, { one: "Asset", other: "Assets" })}; die übrigen werden gerade gelesen`,
    operations: "Offene Vorgänge",
    fee: "L-BTC für Gebühren",
    feeUnknown: "kein Node antwortet",
    noNode: "–",
  },
  alerts: {
    title: "Erfordert Ihr Eingreifen",
    none: "Im Augenblick erfordert nichts Ihr Eingreifen.",
    unauthorized: (name: string) => `${name} ist nicht als autorisiert eingetragen`,
    unauthorizedText: "AMP verfolgt es noch nicht, und nichts kann ausgeschüttet werden.",
    locked: (name: string) => `${name} ist gesperrt`,
    lockedText: "Jede Übertragung wird abgelehnt, bis es entsperrt wird.",
    operation: (operation: string) => `${operation} wartet`,
    watch: (what: string, asset: string) => `${asset}: ${what}`,
    blinders: (name: string) => `AMP fehlen Blinder von ${name}`,
    blindersText: (count: number) =>
      `AMP kann ${countOf(count, { one: "Output der Treasury", other: "Outputs der Treasury" })} nicht lesen, bis ihm die Blinder mitgeteilt werden.`,
    node: "Der Treasury-Node ist nicht nutzbar",
    nodeBehind: "Der Treasury-Node liegt hinter der Chain zurück",
    nodeBehindText: (blocks: string, headers: string) =>
      `Er hat ${blocks} von ${headers} Blöcken. Es wird nichts gesendet, bis er aufgeholt hat.`,
    lastLooked: (time: string) => `Zuletzt nachgesehen: ${time}.`,
    lastWatched: (time: string) => `Zuletzt vollständig gesehen: ${time}.`,
    watchRests:
      "Seit einiger Zeit hat niemand nach ihr gesehen; daher wird nichts gefolgert, und niemand wird benachrichtigt. Sehen Sie nach, ob der Worker dieses Ampdesk läuft.",
    lowFee: "Die Treasury hat nur noch wenig L-BTC",
    lowFeeText: (amount: string) =>
      `${amount} L-BTC sind für Gebühren übrig. Senden Sie welche an eine Empfangsadresse der Treasury.`,
    open: "Öffnen",
    more: (count: number) => countOf(count, { one: "weiterer Punkt", other: "weitere Punkte" }),
  },
  assets: {
    title: "Assets",
    all: "Alle Assets",
    name: "Asset",
    supply: "Gesamtmenge",
    treasury: "Treasury",
    assigned: "Zugeteilt",
    holders: "Konten",
    state: "Status",
    unknown: "noch nicht bekannt",
    shown: (shown: number, total: number) =>
      `${shown} von ${countOf(total, { one: "Asset", other: "Assets" })} angezeigt.`,
  },
  steps: {
    title: "Nächste Schritte",
    distribute: (name: string) => `Ausschütten, was von ${name} zugeteilt ist`,
    distributeText: "Gesendet wird nur, was gevestet, bereit und nicht zurückgehalten ist.",
    requests: (count: number) =>
      `Über ${countOf(count, { one: "Anfrage eines Anlegers", other: "Anfragen von Anlegern" })} entscheiden`,
    requestsText: "Sie warten auf eine Antwort.",
    notifications: "Benachrichtigt werden, wenn etwas Ihr Eingreifen erfordert",
    notificationsText: "Per E-Mail oder Webhook, in den Einstellungen gewählt.",
    open: "Öffnen",
  },
  activities: {
    title: "Neueste Aktivitäten",
    none: "Noch hat sich nichts bewegt.",
    loading: "AMP wird nach den neuesten Bewegungen jedes Assets gefragt…",
    told: (told: number, total: number) => `Von ${told} von ${total} Assets.`,
    asset: "Asset",
    type: "Art",
    amount: "Betrag",
    when: "Zeit",
  },
  operations: {
    title: "Neueste Vorgänge",
    none: "Von diesem Ampdesk aus wurde noch nichts ausgeschüttet, nachausgegeben oder vernichtet.",
    all: "Treasury",
  },
} satisfies Translation<typeof english>;
