import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { eligibilityMatrixText as english } from "../eligibility-matrix";

const rules = (count: number) => countOf(count, { one: "Regel verletzt", other: "Regeln verletzt" });

/** Registered users against assets in one table, in German. */
export const eligibilityMatrixText = {
  title: "Wer was empfangen darf",
  link: "Berechtigungen",
  description:
    "Registrierte Nutzer und Assets. Jede Zelle sagt, ob der Nutzer das Asset jetzt empfangen kann oder wie viele Regeln verletzt sind; öffnen Sie sie, um die Gründe zu sehen und was zu tun ist.",
  search: "Name, GAID oder Nummer",
  sorts: { name: "Name, A bis Z", "-name": "Name, Z bis A", id: "Älteste zuerst", "-id": "Neueste zuerst" },
  filters: {
    category: "In Kategorie",
    without: "Nicht in Kategorie",
    wallet: "Wallet",
    asset: "Asset: Name oder Ticker",
  },
  wallets: { yes: "Hat ein Wallet", no: "Noch kein Wallet" },
  user: "Registrierter Nutzer",
  caption: "Registrierte Nutzer und die Assets, die sie empfangen dürfen",
  keys: "Mit den Pfeiltasten wechseln Sie von Zelle zu Zelle, die Eingabetaste nennt die Gründe.",
  eligible: "Berechtigt",
  blacklistedToo: "Berechtigt, teils gesperrt",
  failing: (count: number) => rules(count),
  cell: (user: string, asset: string, verdict: string) => `${user} und ${asset}: ${verdict}`,
  assets: {
    shown: (from: number, to: number, all: number) => `Assets ${from}–${to} von ${all}`,
    previous: "Vorherige Assets",
    next: "Nächste Assets",
    label: "Angezeigte Assets",
  },
  why: {
    title: (user: string, asset: string) => `${user} und ${asset}`,
    yes: "Kann das Asset jetzt empfangen: Jede Regel ist erfüllt.",
    blacklistedToo:
      "Kann das Asset jetzt empfangen, aber ein Teil des Bestands kann nicht weitergesendet werden.",
    no: (count: number) => `Kann das Asset jetzt nicht empfangen: ${rules(count)}.`,
    failing: "Was im Weg steht und was zu tun ist",
    passed: "Was in Ordnung ist",
    passes: {
      unauthorized: "Das Asset ist autorisiert",
      locked: "Das Asset ist nicht gesperrt",
      category: (name: string) => `In ${name}`,
      "no-gaid": "Hat eine GAID",
      blacklisted: "Nichts vom Bestand steht auf der Sperrliste",
    },
    blacklistedAsOf: (time: string) =>
      `Outputs auf der Sperrliste hindern niemanden daran, mehr zu empfangen. Welche es sind, ist der Stand von ${time}.`,
    blacklistedUnknown:
      "Ob etwas vom Bestand auf der Sperrliste steht, ist hier nicht bekannt: Die Outputs des Assets hat zuletzt niemand angesehen. Die Seite des Assets fragt nach ihnen.",
    more: "Auf der Seite des Assets öffnen",
  },
  empty: {
    title: "Noch kein registrierter Nutzer",
    text: "Sobald Nutzer registriert sind, sagt diese Tabelle, wer welches Asset empfangen darf.",
    filtered: "Kein registrierter Nutzer entspricht der Suche und den Filtern.",
    lastPage: "Die Liste endet hier.",
  },
  noAssets: {
    title: "Noch kein Asset",
    text: "Jedes Asset, das Sie sehen dürfen, wird hier zu einer Spalte.",
  },
  noneFound: "Kein Asset hat dies in Name, Ticker oder UUID.",
} satisfies Translation<typeof english>;
