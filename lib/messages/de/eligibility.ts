import { groupDigits } from "@/lib/format/amounts";
import { locale } from "@/lib/messages/locale";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { eligibilityText as english } from "../eligibility";

/** Every rule that keeps a registered user from receiving an asset, with its remedy, in German. */
export const eligibilityText = {
  title: "Berechtigung",
  whyNot: "Warum nicht?",
  lead: (asset: string) => `Wer ${asset} empfangen darf, und jede Regel, die die anderen daran hindert.`,
  summary: {
    title: "Regeln für alle registrierten Nutzer",
    description: "Ein registrierter Nutzer kann an mehreren Regeln scheitern.",
    rule: "Regel",
    count: "Registrierte Nutzer",
    all: "Registrierte Nutzer",
    clear: "Erfüllen alle Regeln, die sie selbst betreffen",
    now: "Können jetzt empfangen",
    missing: (category: string) => `Nicht in ${category}`,
    noGaid: "Noch keine GAID",
    blacklisted: "Halten Outputs auf der Sperrliste",
    ofAll: (count: number, all: number) =>
      all === 0
        ? "0"
        : `${groupDigits(String(count))} (${((100 * count) / all).toLocaleString(locale, { maximumFractionDigits: 1 })} %)`,
    show: (rule: string) => `Diese anzeigen: ${rule}`,
  },
  everybody: {
    locked: {
      title: "Das Asset ist gesperrt: Niemand kann es empfangen",
      text: "AMP lehnt jede Übertragung ab, bis es entsperrt ist, was auch immer hier sonst steht.",
      remedy: "Zu den Einstellungen des Assets",
      manager: "Nur der Emittent kann es entsperren.",
    },
    unauthorized: {
      title: "Das Asset ist nicht als autorisiert eingetragen: Niemand kann es empfangen",
      text: "Bis dahin verfolgt AMP nichts, und nichts kann ausgeschüttet werden.",
      remedy: "Zu den Schritten des Assets",
      manager: "Nur der Emittent kann das tun.",
    },
    pass: (count: number) =>
      countOf(count, {
        one: "registrierter Nutzer würde die übrigen Regeln erfüllen.",
        other: "registrierte Nutzer würden die übrigen Regeln erfüllen.",
      }),
  },
  tracked: {
    title: "Vom Emittenten verfolgt: Es gilt keine Kategorie",
    text: "Jedes Managed-Assets-Konto darf dieses Asset empfangen und halten, ob sein Inhaber registriert ist oder nicht; AMP prüft keine Kategorie. Das wurde bei der Ausgabe für immer festgelegt. Eine Ausschüttung benötigt dennoch die GAID des Nutzers.",
  },
  noCategories: {
    title: "Keine Kategorie ist Voraussetzung",
    text: "Jeder registrierte Nutzer mit einer GAID kann dieses Asset empfangen.",
  },
  endpoint: {
    title: "Auch ein Autorisierungsendpunkt des Emittenten entscheidet",
    text: "Bei Übertragungen zwischen Anlegern ersetzt seine Antwort die der Kategorien. Für Zuteilungen und Ausschüttungen gelten die Regeln unten.",
  },
  list: {
    title: "Registrierte Nutzer",
    search: "Name, GAID oder Nummer",
    filter: "Regel",
    sorts: {
      name: "Name, A bis Z",
      "-name": "Name, Z bis A",
      id: "Älteste zuerst",
      "-id": "Neueste zuerst",
    },
    name: "Name",
    verdict: "Kann empfangen",
    rules: "Was im Weg steht und was zu tun ist",
    rulesShort: "Im Weg",
    id: "Nummer",
    yes: "Ja",
    no: "Nein",
    nothing: "Nichts",
    clear: "Erfüllen alle Regeln, die sie selbst betreffen",
    failing: "Erfüllen mindestens eine nicht",
  },
  rules: {
    locked: "Das Asset ist gesperrt",
    unauthorized: "Das Asset ist nicht autorisiert",
    category: (name: string) => `Nicht in ${name}`,
    "no-gaid": "Keine GAID",
    blacklisted: "Ein Teil des Bestands steht auf der Sperrliste: Er kann nicht weitergesendet werden",
  },
  invite: "Es gibt registrierte Nutzer ohne GAID, die keine Ausschüttung erreicht",
  remedies: {
    category: "Zur Kategorie hinzufügen",
    "no-gaid": "GAID hinzufügen",
    blacklisted: "Outputs ansehen",
    issuer: "Nur der Emittent kann Nutzer zu einer Kategorie hinzufügen.",
  },
  one: (asset: string) => `Ein registrierter Nutzer und ${asset}.`,
  showAll: "Alle registrierten Nutzer anzeigen",
  empty: {
    title: "Noch kein registrierter Nutzer",
    text: "Sobald Nutzer registriert sind, zeigt diese Liste, wer das Asset empfangen darf und warum andere nicht.",
    filtered: "Kein registrierter Nutzer entspricht der Suche und dem Filter.",
    lastPage: "Die Liste endet hier.",
  },
} satisfies Translation<typeof english>;
