import { type AmountError, groupDigits } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { uiText as english } from "../ui";

const amountErrors = {
  empty: "Geben Sie einen Betrag ein.",
  "not-a-number": "Geben Sie Ziffern ein, mit einem Punkt vor den Nachkommastellen.",
  ambiguous: "Das lässt sich als zwei Beträge lesen. Geben Sie tausend als 1000 ein und eins als 1 oder 1.0.",
  "too-many-decimals": (precision: number) =>
    precision === 0
      ? "Dieses Asset hat keine Nachkommastellen: Geben Sie eine ganze Zahl ein."
      : `Höchstens ${countOf(precision, { one: "Nachkommastelle", other: "Nachkommastellen" })}.`,
  negative: "Der Betrag darf nicht negativ sein.",
  "too-large": "Mehr, als ein Asset haben kann: 2\u202f100\u202f000\u202f000\u202f000\u202f000 sats.",
};

/** Words of the primitives in components/ui. */
export const uiText = {
  loading: "Wird geladen…",
  close: "Schließen",
  export: "Exportieren",
  breadcrumbs: "Sie sind hier",
  required: "erforderlich",
  optional: "optional",
  copy: (what: string) => `${what} kopieren`,
  copied: "Kopiert",
  copyFailed: "Das Kopieren ist fehlgeschlagen. Markieren Sie den Text und kopieren Sie ihn von Hand.",
  block: (height: string) => `Block ${height}`,
  height: (height: string) => `#${height}`,
  mempool: "noch nicht in einem Block",
  freshness: (time: string) => `Stand ${time}`,
  freshnessSources: { amp: "Von AMP gelesen", mirror: "Aus der eigenen Kopie von Ampdesk gelesen" },
  refresh: "Aktualisieren",
  notReadAgain: "AMP wurde nicht erneut gelesen. Die Liste unten ist so alt, wie sie angibt.",
  pagination: {
    label: "Seiten",
    first: "Erste Seite",
    next: "Nächste Seite",
    shown: (rows: number) => countOf(rows, { one: "Zeile", other: "Zeilen" }),
    shownOf: (rows: number, total: number) =>
      `${groupDigits(String(rows))} von ${countOf(total, { one: "Zeile", other: "Zeilen" })}`,
  },
  filters: {
    search: "Suche",
    apply: "Anwenden",
    clear: "Filter löschen",
    sort: "Sortieren nach",
    all: "Alle",
    any: (label: string) => `${label}: alle`,
    fold: (set: number) => (set > 0 ? `Filter (${set})` : "Filter"),
  },
  columns: { button: "Spalten", legend: "Anzuzeigende Spalten", reset: "Übliche Spalten" },
  confirm: {
    type: (text: string) => `Zur Bestätigung ${text} eingeben`,
    mismatch: (text: string) => `Hier steht noch nicht ${text}.`,
    failed:
      "Es hat nicht geklappt. Es ist nicht bekannt, dass sich etwas geändert hat; sehen Sie nach, bevor Sie es erneut versuchen.",
  },
  steps: {
    done: "Erledigt",
    current: "Jetzt",
    waiting: "Wartet",
    blocked: "Blockiert",
    todo: "Später",
  },
  progress: (done: string, total: string) => `${done} von ${total}`,
  amountInSats: (sats: string) => `= ${sats} sats`,
  amountErrors,
  amountProblem: (problem: AmountError, precision: number): string => {
    const text = amountErrors[problem];
    return typeof text === "string" ? text : text(precision);
  },
  safe: "Was sicher ist",
  tableScroll: "Seitwärts scrollen, um jede Spalte zu sehen",
  menu: "Weitere Aktionen",
} satisfies Translation<typeof english>;
