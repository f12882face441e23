import type { AssetRule } from "@/lib/domain/eligibility";
import type { ExportedList, ExportFormat } from "@/lib/domain/exports";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { exportsText as english } from "../exports";

const formats: Record<ExportFormat, string> = { csv: "CSV", json: "JSON" };

const lists: Record<ExportedList, string> = {
  assets: "Assets",
  users: "Registrierte Nutzer",
  "user-jobs": "Importe und Sammeländerungen",
  "user-job": "Zeilen einer Sammeländerung",
  "user-holdings": "Bestand eines registrierten Nutzers",
  members: "Mitglieder einer Kategorie",
  categories: "Kategorien",
  "category-matrix": "Mitgliedschaften in Kategorien",
  managers: "Manager",
  requests: "Anfragen",
  operations: "Treasury-Vorgänge",
  balances: "Bestände der Treasury-Wallet",
  "watch-alerts": "Alarme der Überwachung der Treasury",
  journal: "Journal eines Vorgangs",
  "gaid-balances": "Bestände einer GAID",
  audit: "Prüfprotokoll",
  calls: "AMP-Aufrufe",
  sessions: "Angemeldete Browser",
  notices: "Nachrichten über offene Punkte",
  "campaign-orders": "Offene Aufträge einer Kampagne",
  assignments: "Zuteilungen",
  vesting: "Vesting-Kalender",
  batch: "Gemeinsam freigegebene Zuteilungen",
  "assignment-job": "Änderung vieler Zuteilungen",
  distributions: "Ausschüttungen",
  "distribution-operations": "Hier durchgeführte Ausschüttungen",
  "distribution-intent": "Wen eine Ausschüttung auszahlt",
  "held-back": "Was bei einer Ausschüttung zurückbleibt",
  "foreign-orders": "Offene Aufträge ohne Vorgang",
  recipients: "Empfänger einer Ausschüttung",
  "supply-steps": "Schritte der Umlaufmenge",
  "supply-operations": "Hier durchgeführte Änderungen der Umlaufmenge",
  "lost-outputs": "Verlorene Outputs",
  "treasury-addresses": "Treasury-Adressen",
  "foreign-outputs": "Einheiten der Treasury außerhalb der Wallet des Nodes",
  "requiring-assets": "Assets, die eine Kategorie verlangen",
  activity: "Aktivität",
  transactions: "Transaktionen",
  utxos: "UTXOs",
  owners: "Inhaber",
  changes: "Änderungen der Bestände",
  eligibility: "Empfangsberechtigungen eines Assets",
  "eligibility-matrix": "Empfangsberechtigungen aller Assets",
};

/** Lists as files. */
export const exportsText = {
  title: (list: ExportedList) => `${lists[list]} exportieren`,
  all: "Jede Zeile der Liste, von der ersten bis zur letzten Seite, in ihrer Reihenfolge.",
  filtered:
    "Jede Zeile, die der Suche und den Filtern entspricht, auf allen Seiten, in der Reihenfolge der Liste.",
  formats,
  about: {
    csv: "Für Tabellenkalkulationen: UTF-8, Kommas. Die Zeilen, die mit # beginnen, geben an, was die Datei ist; die letzte nennt die Anzahl der Zeilen, und wo sie fehlt, wurde die Datei abgeschnitten. Wo eine Tabellenkalkulation einen Text berechnen würde, auch mit einem anderen Trennzeichen als dem Komma, steht vor dem Zeichen ein Apostroph.",
    json: "Für Programme: ein Objekt mit Angaben zur Datei, den Zeilen und deren Anzahl. Beträge sind Text, damit keine Ziffer verloren geht; mehrere Werte sind eine Liste.",
  } satisfies Record<ExportFormat, string>,
  download: (format: ExportFormat) => `${formats[format]} herunterladen`,
  kept: "Das Prüfprotokoll hält fest, wer welche Liste exportiert hat. Ein Download, der unterwegs anhält, wird abgebrochen: Der Browser meldet, dass er fehlgeschlagen ist, und der Datei fehlt das Ende.",
  lists,
  noList: "Eine solche Liste zum Exportieren gibt es nicht.",
  /** What keeps everybody from receiving an asset. */
  assetRules: {
    locked: "Das Asset ist gesperrt.",
    unauthorized: "Das Asset ist nicht als autorisiert eingetragen.",
  } satisfies Record<AssetRule, string>,
  /** The terms at the head of a file. */
  head: {
    list: "Ampdesk-Export",
    environment: "Umgebung",
    account: "Konto",
    asset: "Asset",
    category: "Kategorie",
    job: "Sammeländerung",
    user: "Registrierter Nutzer",
    counted: "Gezählt",
    countedText: "alles, was die Wallet hält, auch was noch auf einen Block wartet",
    everybody: "Niemand kann es derzeit empfangen",
    intent: "Fingerabdruck der Liste (SHA-256)",
    height: "Blockhöhe",
    part: "Nicht alles",
    notReadable: (count: number) =>
      `${countOf(count, { one: "Asset, das", other: "Assets, die" })} dieses Konto nicht lesen darf oder für ${count === 1 ? "das" : "die"} AMP gerade nicht antwortet`,
    inWords: (term: string) => `${term}, in Worten`,
    noHeight: (time: string) => `${time}, Höhe von AMP nicht genannt`,
    blacklisted: "Sperrliste mit Stand",
    notKnown: "nicht bekannt: Die AMP-Liste der nicht ausgegebenen Outputs konnte nicht gelesen werden",
    from: "Ab Block",
    to: "Bis Block",
    balances: "Bestände",
    readAt: "Zeilen mit Stand",
    source: "Quelle",
    sources: {
      amp: "AMP",
      mirror: "die eigene Kopie von Ampdesk",
      node: "der Treasury-Node",
      identity: "der Identitätsdienst",
    },
    filter: "Filter und Reihenfolge",
    noFilter: "keine",
    amounts: "Beträge",
    amountsText: "in der angezeigten Einheit; Spalten, die auf _sats enden, zählen die kleinste Einheit",
  },
} satisfies Translation<typeof english>;
