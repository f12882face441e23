import type { AlertKind } from "@/lib/domain/watch";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { watchText as english } from "../watch";

/** A title within a sentence. */
const withinSentence: Record<AlertKind, string> = {
  moved: "außerhalb von AMP bewegt",
  lost: "für AMP verloren",
  conflict: "eine Transaktion ist verschwunden",
  untracked: "in der Wallet, AMP unbekannt",
  reorganised: "wieder im Mempool",
  tokens: "Nachausgabe-Token fehlen",
  supply: "die Gesamtmenge geht nicht auf",
};

/** The watch over the treasury, its alerts, and what a person can do about them. */
export const watchText = {
  title: "Überwachung",
  description: (seconds: number) =>
    `Im Abstand von ${countOf(seconds, { one: "Sekunde", other: "Sekunden" })} vergleicht Ampdesk die Bücher von AMP, die Wallet des Nodes und die Chain miteinander; wo AMP dafür sehr viel senden muss, seltener.`,
  booksOnly: (seconds: number) =>
    `Ampdesk hat für dieses Konto keinen Treasury-Node und überwacht deshalb keine Wallet. Im Abstand von etwa ${countOf(Math.ceil(seconds / 60), { one: "Minute", other: "Minuten" })} prüft es, was AMP allein mitteilt: verlorene Outputs, offene Aufträge, fehlende Blinder und ob die Bücher aufgehen. Was sich außerhalb von AMP bewegt, fällt erst auf, wenn AMP es mitteilt.`,
  /** On the overview. */
  noWallet: "Für dieses Konto wird keine Wallet überwacht",
  noWalletText:
    "Ampdesk hat dafür keinen Treasury-Node und warnt vor dem, was AMP allein mitteilt. Ausschüttungen, Nachausgaben und Vernichtungen brauchen einen Node.",
  treasuryAsOf: (time: string) => `Treasury: laut Überwachung, ${time}.`,
  off: "Die regelmäßigen Prüfungen sind abgeschaltet (WATCH_SECONDS ist 0): Ohne eine Prüfung von hier aus fällt nichts auf.",
  lookNow: "Jetzt prüfen",
  looked: "Ampdesk hat jedes Asset geprüft.",
  notYet: "Noch keine Prüfung: Der Worker prüft kurz nach seinem Start.",
  busy: "In diesem Moment läuft bereits eine Prüfung. Es wurde nichts geändert.",
  nodeBehind:
    "Der Treasury-Node holt den Rückstand zur Chain noch auf, deshalb lässt sich daraus nichts schließen.",
  failed:
    "Die Prüfung endete mit einem Fehler, den nur das Protokoll des Servers nennt. Es wurde nichts daraus geschlossen.",
  couldNot: (reason: string) => `Prüfung nicht möglich: ${reason}`,
  couldNotTitle: "Die letzte Prüfung konnte nicht alles sehen",
  notAll: (failed: number, all: number) =>
    `Für ${failed} von ${countOf(all, { one: "Asset", other: "Assets" })} war keine Prüfung möglich. Der Grund steht jeweils dabei; die übrigen sind auf dem neuesten Stand.`,
  toAsset: "Asset öffnen",
  lastGood: "Letzte erfolgreiche Prüfung",
  never: "nie",
  empty: "Es gibt noch kein Asset zu überwachen.",
  adds: "Geht auf",
  addsNot: "Geht nicht auf",
  equation: {
    title: "Gesamtmenge",
    issued: "Ausgegeben",
    reissued: "Nachausgegeben",
    burned: "Vernichtet",
    supply: "Gesamtmenge",
    holders: "Inhaber",
    blacklisted: "davon auf der Sperrliste",
    treasury: "Treasury",
    lost: "Verloren",
    unknown: "AMP sagt es nicht",
    gap: "Ungeklärt",
  },
  wallet: {
    inWallet: "In der Wallet",
    coins: (tracked: number, held: number) => `${tracked} von AMP verfolgt, ${held} in der Wallet`,
    coinsTerm: "Outputs der Treasury",
    tokens: "Nachausgabe-Token",
    tokensOf: (amp: string, wallet: string) => `${amp} laut AMP, ${wallet} in der Wallet`,
  },
  alerts: {
    title: "Warnungen",
    none: "Nichts ist offen.",
    stops: "Hält Treasury-Vorgänge an",
    heading: (what: string, asset: string, part: string | null) =>
      part === null ? `${asset}: ${what}` : `${asset}, ${part}: ${what}`,
    raised: "Ausgelöst",
    transaction: "Transaktion",
    where: "Wo",
    lostOutputs: "Verlorene Outputs und was zu tun ist",
    acknowledgedBy: (person: string, reason: string) =>
      `${person} hat Vorgänge weiterlaufen lassen: ${reason}`,
    closed: "Die Ursache besteht nicht mehr",
  },
  kinds: {
    moved: {
      title: "Außerhalb von AMP bewegt",
      text: "Die Treasury-Wallet hat diesen Output mit einer Transaktion verbraucht, die kein Auftrag verlangt hat. Finden Sie heraus, wer sie gesendet hat; der Support von AMP berichtigt die Bücher von AMP.",
    },
    lost: {
      title: "Für AMP verloren",
      text: "AMP kann diesen Output nicht mehr verfolgen. Es lehnt Aufträge ab, bis der Support von AMP die Bücher berichtigt hat.",
    },
    conflict: {
      title: "Eine Transaktion ist verschwunden",
      text: "Sie ist einer anderen Transaktion unterlegen oder wurde verworfen. Sehen Sie sich ihren Vorgang an, bevor irgendetwas erneut gesendet wird.",
    },
    untracked: {
      title: "In der Wallet, AMP unbekannt",
      text: "Die Wallet hält diesen Output, und AMP verfolgt ihn nicht. Fügen Sie seine Adresse den Treasury-Adressen hinzu, oder nennen Sie AMP den Auftrag, zu dem er gehört.",
    },
    reorganised: {
      title: "Wieder im Mempool",
      text: "Die Transaktion war in einem Block, den die Chain ersetzt hat. Meist kommt sie mit den nächsten Blöcken wieder.",
    },
    tokens: {
      title: "Nachausgabe-Token fehlen",
      text: "Die Wallet kann weniger Nachausgabe-Token verwenden, als AMP zählt. Sie können gesperrt sein oder in einer anderen Ihrer Wallets liegen. Wenn Sie von beidem nichts wissen, finden Sie heraus, wer sie bewegt hat: Wer eines hat, kann neue Einheiten erzeugen.",
    },
    supply: {
      title: "Die Gesamtmenge geht nicht auf",
      text: "Ausgegebene, nachausgegebene und vernichtete Einheiten ergeben nicht das, was Inhaber, Treasury und verlorene Outputs zusammen ergeben.",
    },
  } satisfies Record<AlertKind, { title: string; text: string }>,
  token: "das Nachausgabe-Token",
  acknowledge: {
    button: "Vorgänge weiterlaufen lassen",
    title: (kind: string) => `${kind}: Vorgänge weiterlaufen lassen?`,
    consequence:
      "Die Warnung hält Ausschüttungen, Nachausgaben und Vernichtungen dieses Assets nicht mehr an. Sie bleibt mit Ihrem Namen und Ihrem Grund aufgeführt, bis ihre Ursache nicht mehr besteht. Was AMP selbst als verloren meldet, hält sie weiterhin an.",
    reason: "Grund",
    reasonHint: "Was Sie herausgefunden haben, für alle, die später das Prüfprotokoll lesen.",
    tooShort: "Schreiben Sie in einigen Worten, was Sie herausgefunden haben.",
    submit: "Vorgänge weiterlaufen lassen",
    done: "Die Warnung hält keinen Vorgang mehr auf. Was AMP selbst als verloren meldet, tut es weiterhin.",
  },
  noAlert: "In diesem Arbeitsbereich gibt es keine solche Warnung.",
  notOpen: "Die Warnung ist nicht mehr offen. Es wurde nichts geändert.",
  stops: (kind: AlertKind): string =>
    `Die Überwachung hat eine offene Warnung zu diesem Asset: ${withinSentence[kind]}. Es wurde nichts gesendet. Sehen Sie sie sich auf der Treasury-Seite an; wenn sie geklärt ist oder eine Person Vorgänge weiterlaufen lässt, versuchen Sie es erneut.`,
  remedy:
    "Die Überwachung hat eine offene Warnung zu diesem Asset. Klären Sie sie auf der Treasury-Seite, oder lassen Sie dort mit Angabe eines Grundes Vorgänge weiterlaufen.",
} satisfies Translation<typeof english>;
