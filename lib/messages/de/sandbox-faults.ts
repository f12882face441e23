import type { FaultEffect } from "@/lib/domain/faults";
import { groupDigits } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { sandboxFaultsText as english } from "../sandbox-faults";

const calls = (count: number) => countOf(count, { one: "Aufruf", other: "Aufrufe" });
const seconds = (ms: number) => `${(ms / 1000).toLocaleString("en")} s`;

/** What goes wrong in the sandbox by order. */
export const sandboxFaultsText = {
  title: "Störungen",
  standing: "Bestehende Störungen",
  standingHint:
    "Einen Aufruf treffen alle passenden Verzögerungen und von den übrigen Arten die älteste. Diese Seite wird nie getroffen.",
  caption: "Bestehende Störungen, älteste zuerst",
  columns: {
    what: "Was schiefgeht",
    target: "Aufrufe",
    skip: "Lässt durch",
    remaining: "Trifft noch",
    actions: "Aktionen",
  },
  surfaces: { amp: "AMP", node: "Node", registry: "Asset-Register", veriff: "Veriff" },
  everyCall: "jeder Aufruf",
  endless: "bis zum Entfernen",
  left: (count: number) => calls(count),
  share: (percent: string) => `${percent} % davon`,
  passes: (count: number) => (count === 0 ? "keine" : calls(count)),
  kinds: {
    drop: "Keine Antwort",
    latency: "Verzögerung",
    server_error: "Serverfehler",
    bad_gateway: "502 mit einer HTML-Seite",
    rate_limit: "429, zu viele Anfragen",
    unauthorized: "401, Token abgelehnt",
    truncate: "Halbe Antwort",
    wrong_type: "Falscher Inhaltstyp",
    trickle: "Antwort tröpfelt",
  },
  kindHints: {
    drop: "Die Verbindung wird ohne Antwort geschlossen.",
    latency: "Der Aufruf wartet, bevor er seine Arbeit tut, und antwortet dann wie üblich.",
    server_error: "Statt der eigenen Antwort des Aufrufs kommt eine der Art 5xx.",
    bad_gateway: "Was ein Proxy sagt, wenn der Dienst dahinter nicht erreichbar ist.",
    rate_limit: "Mit Retry-After. Der Aufruf bewirkt nichts.",
    unauthorized:
      "So richtig die Zugangsdaten auch sind. Ampdesk meldet Sie ab, wenn sein eigenes Token das abgelehnte ist; melden Sie sich wieder an und kommen Sie zurück.",
    truncate: "Der Aufruf tut seine Arbeit; seine Antwort bricht in der Mitte ab.",
    wrong_type: "Der Aufruf tut seine Arbeit; seine Antwort gibt sich als etwas anderes aus.",
    trickle: "Der Aufruf tut seine Arbeit; seine Antwort kommt in Stücken von wenigen Bytes.",
  },
  effects: {
    none: "Der Aufruf bewirkt nichts",
    done: "Der Aufruf tut zuerst seine Arbeit",
    later: "Der Aufruf tut seine Arbeit später",
  },
  numbers: {
    ms: "Verzögerung in ms",
    jitterMs: "Bis zu so viel mehr, in ms",
    afterMs: "Wie viel später, in ms",
    status: "Status",
    retryAfterSeconds: "Retry-After in Sekunden",
    chunkBytes: "Bytes auf einmal",
    everyMs: "Pause dazwischen, in ms",
  },
  /** The options of a standing fault, in a few words. */
  told: {
    ms: (ms: number, jitterMs: number) =>
      jitterMs > 0 ? `${seconds(ms)} bis ${seconds(ms + jitterMs)}` : seconds(ms),
    status: (status: number) => `Status ${status}`,
    retryAfter: (after: number) => `Retry-After ${after} s`,
    effect: (effect: FaultEffect, afterMs: number) =>
      effect === "none"
        ? "ohne Wirkung"
        : effect === "done"
          ? "nach der Wirkung"
          : `die Wirkung kommt ${seconds(afterMs)} später`,
    contentType: (type: string) => type,
    trickle: (bytes: number, everyMs: number) => `${bytes} Bytes alle ${seconds(everyMs)}`,
  },
  empty: {
    title: "Nichts geht auf Anordnung schief",
    text: "Echte Dienste versagen im schlimmsten Moment. Fügen Sie eine Störung hinzu, um zu sehen, wie Ihr Code und dieses Ampdesk damit umgehen.",
  },
  add: "Störung hinzufügen",
  removeAll: {
    button: "Alle entfernen",
    title: "Alle Störungen entfernen?",
    consequence:
      "Alle Aufrufe werden wieder wie üblich beantwortet. Wirkungen, die schon unterwegs sind, treten trotzdem ein.",
    confirm: "Alle Störungen entfernen",
    done: "Nichts geht mehr auf Anordnung schief.",
  },
  remove: {
    button: "Entfernen",
    label: (what: string) => `Störung entfernen: ${what}`,
    done: "Die Störung ist entfernt.",
  },
  presets: {
    title: "Schwierigkeiten, auf die man gefasst sein sollte",
    description: "Jede füllt das Formular aus; ändern Sie, was Sie möchten, bevor Sie sie hinzufügen.",
    button: "Vorbereiten",
    buttonFor: (title: string) => `Vorbereiten: ${title}`,
    titles: {
      paymentLost: "Die Antwort auf die Zahlung geht verloren",
      answerLost: "Die Antwort von AMP geht nach der Wirkung verloren",
      effectLater: "Die Wirkung kommt verzögert",
      ampDown: "AMP ist ausgefallen",
      nodeDown: "Der Node ist ausgefallen",
      rateLimited: "AMP begrenzt die Anzahl der Anfragen",
      tokenRefused: "Das Token wird mittendrin abgelehnt",
      slow: "AMP ist langsam",
    },
    texts: {
      paymentLost:
        "Der Node zahlt mit sendmany, dann bricht die Verbindung ab. Erneut zu senden würde doppelt zahlen.",
      answerLost:
        "Eine Zuteilung wird angelegt, aber niemand erfährt davon. Eine blinde Wiederholung legt eine zweite an.",
      effectLater: "Jetzt keine Antwort, und fünf Sekunden später ist die Zuteilung doch da.",
      ampDown: "Jeder Aufruf an AMP bricht ohne Antwort ab, bis die Störung entfernt wird.",
      nodeDown: "Jeder RPC-Aufruf bricht ohne Antwort ab, bis die Störung entfernt wird.",
      rateLimited: "Die nächsten fünf Aufrufe erhalten 429 mit einem Retry-After von 30 Sekunden.",
      tokenRefused: "Drei Aufrufe gehen durch, der vierte erhält 401, als wäre das Token ersetzt worden.",
      slow: "Jede Antwort von AMP dauert zwei bis drei Sekunden, bis die Störung entfernt wird.",
    },
  },
  form: {
    title: "Störung hinzufügen",
    surface: "Wer falsch antwortet",
    target: "Welche Aufrufe",
    targetHints: {
      amp: "Der Name eines Endpunkts, ein Teil eines Pfads wie PUT /lock oder * für jeden Aufruf.",
      node: "Eine RPC-Methode oder * für jeden Aufruf.",
      registry: "Ein Teil eines Pfads wie POST / oder * für jeden Aufruf.",
      veriff: "Ein Teil eines Pfads wie POST /sessions oder * für jeden Aufruf.",
    },
    kind: "Was schiefgeht",
    effect: "Was der Aufruf trotzdem bewirkt",
    contentType: "Inhaltstyp, den er angibt",
    remaining: "Aufrufe, die sie trifft",
    remainingHint: "Leer: bis zum Entfernen.",
    skip: "Aufrufe, die sie durchlässt",
    skipHint: "Vor dem ersten Treffer.",
    percent: "Anteil der Aufrufe, in %",
    percentHint: "100: jeder einzelne davon.",
    submit: "Störung hinzufügen",
    done: "Die Störung besteht.",
    enterTarget: "Geben Sie ein, welche Aufrufe, oder *.",
    number: (min: number, max: number) =>
      `Eine ganze Zahl von ${groupDigits(String(min))} bis ${groupDigits(String(max))}.`,
  },
} satisfies Translation<typeof english>;
