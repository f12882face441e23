import { countOf } from "@/lib/messages/plural";
import type { ampDistributionsText as english } from "../amp-distributions";
import type { Translation } from "../catalogue";

/** Distributions as AMP lists them, from wherever they were run. */
export const ampDistributionsText = {
  title: "Ausschüttungen bei AMP",
  description:
    "Jede Ausschüttung, die AMP verbucht hat, auch außerhalb dieses Ampdesk ausgeführte. AMP führt eine auf, sobald ihre Transaktionen dort bestätigt sind.",
  failed:
    "Die Ausschüttungen bei AMP konnten nicht gelesen werden. Nichts wurde geändert; der Rest dieser Seite ist nicht betroffen.",
  empty: "AMP hat noch keine Ausschüttung dieses Assets verbucht.",
  every: (count: number) =>
    count === 1
      ? "Die eine Ausschüttung anzeigen"
      : `Alle ${countOf(count, { one: "Ausschüttung", other: "Ausschüttungen" })} anzeigen`,
  search: "Ausschüttungs-ID oder Transaktions-ID",
  filtered: "Keine Ausschüttung passt zu Suche und Filtern.",
  runs: { here: "Hier ausgeführt", elsewhere: "Anderswo ausgeführt" },
  sorts: {
    "-confirmed": "Neueste zuerst",
    confirmed: "Älteste zuerst",
    "-amount": "Größter Betrag zuerst",
    amount: "Kleinster Betrag zuerst",
    "-recipients": "Meiste Empfänger zuerst",
    recipients: "Wenigste Empfänger zuerst",
  },
  columns: {
    confirmed: "Bestätigt",
    distribution: "Ausschüttung",
    status: "Status",
    transactions: "Transaktionen",
    recipients: "Empfänger",
    amount: "Betrag",
    run: "Hier ausgeführt",
  },
  noTime: "Keine Zeit genannt",
  statuses: {
    CONFIRMED: "Bestätigt",
    UNCONFIRMED: "Unbestätigt",
  },
  uuid: "Ausschüttungs-ID",
  operation: (id: string) => `Vorgang ${id}`,
  elsewhere: "Anderswo ausgeführt",
  all: "Alle Ausschüttungen",
  one: "Ausschüttung bei AMP",
  block: "Block",
  noDistribution: "AMP hat keine solche Ausschüttung dieses Assets verbucht.",
  recipients: {
    title: "Empfänger",
    lead: (count: number) =>
      `${countOf(count, { one: "Zahlung", other: "Zahlungen" })}, wie AMP sie verbucht hat.`,
    search: "Name, GAID oder Nummer, oder Transaktions-ID",
    filtered: "Keine Zahlung passt zur Suche.",
    empty: "AMP nennt keine Empfänger dieser Ausschüttung.",
    user: "Registrierter Nutzer",
    amount: "Betrag",
    transaction: "Transaktion",
    vout: "Output",
    withoutName: (id: number) => `Nutzer ${id}, nicht mehr registriert`,
  },
} satisfies Translation<typeof english>;
