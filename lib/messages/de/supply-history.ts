import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { supplyHistoryText as english } from "../supply-history";

/** How the supply became what it is. */
export const supplyHistoryText = {
  title: "Gesamtmenge im Zeitverlauf",
  description: "Jede Ausgabe, Nachausgabe und Vernichtung, die AMP verbucht hat.",
  now: (amount: string) => `Gesamtmenge jetzt: ${amount}`,
  chart: (first: string, last: string, steps: string) =>
    `Linie der Gesamtmenge von ${first} bis ${last}, in ${steps}. Die Tabelle darunter enthält jeden Schritt.`,
  /** In the dative: it stands after "in" in the description of the chart. */
  steps: (count: number) => countOf(count, { one: "Schritt", other: "Schritten" }),
  caption: "Änderungen der Gesamtmenge",
  columns: {
    when: "Wann",
    what: "Was",
    change: "Änderung",
    supply: "Gesamtmenge danach",
    transaction: "Transaktion",
    to: "Gesendet an",
  },
  address: "Adresse",
  untold: "AMP sagt es nicht",
  txid: "Transaktion",
  kinds: {
    issuance: "Ausgabe",
    reissuance: "Nachausgabe",
    burn: "Vernichtung",
  },
  older: (count: number) =>
    `${countOf(count, { one: "ältere Änderung wird", other: "ältere Änderungen werden" })} hier nicht angezeigt.`,
  seeActivity: "Alle Aktivitäten ansehen",
  empty: "Noch wurde nichts ausgegeben: Die Ausgabe erscheint, sobald ihre Transaktion in einem Block steht.",
  disagree: {
    title: "Die Zahlen von AMP gehen nicht auf",
    supply: (moved: string, summary: string) =>
      `Die Transaktionen ergeben zusammen eine Gesamtmenge von ${moved}, die Zusammenfassung von AMP nennt ${summary}. Etwas wurde nur auf einer Seite verbucht; vergleichen Sie die Aktivität mit der Wallet des Nodes, bevor etwas ausgegeben oder vernichtet wird.`,
    reissuances: (listed: string, summary: string) =>
      `AMP führt Nachausgaben von zusammen ${listed} auf, seine Zusammenfassung nennt ${summary}.`,
  },
  failed:
    "Die Gesamtmenge im Zeitverlauf konnte nicht gelesen werden. Die Zahlen oben sind davon nicht betroffen.",
} satisfies Translation<typeof english>;
