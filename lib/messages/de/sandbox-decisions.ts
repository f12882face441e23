import { groupDigits } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { sandboxDecisionsText as english } from "../sandbox-decisions";

/** What AMP decided about transfers between investors, in German. */
export const sandboxDecisionsText = {
  title: "Autorisierungen",
  caption: "Entscheidungen über Übertragungen, neueste zuerst",
  filterAsset: "Asset",
  columns: {
    at: "Zeit",
    verdict: "Urteil",
    asset: "Asset",
    parties: "Von → an",
    categories: "Urteil von AMP selbst",
    endpoint: "Endpunkt des Emittenten",
  },
  approved: "Freigegeben",
  refused: "Abgelehnt",
  own: { passed: "Durchgelassen", refused: "Abgelehnt", firm: "Unumstößlich" },
  noEndpoint: "nicht gefragt",
  noAnswer: "keine Antwort",
  answered: (status: number | null, ms: number | null) =>
    [status === null ? "keine Antwort" : `${status}`, ms === null ? "" : `${groupDigits(String(ms))} ms`]
      .filter(Boolean)
      .join(" · "),
  treasury: "Treasury",
  address: "Eine Adresse von niemandem",
  toItself: "zurück an sich selbst",
  more: (count: number) => `und ${count} weitere`,
  gaid: "GAID",
  open: "Entscheidung öffnen",
  empty: {
    title: "AMP hat noch nichts entschieden",
    text: "Jedes Mal, wenn die Wallet eines Anlegers sendet, prüft AMP seine Regeln und fragt einen Endpunkt, falls der Emittent einen festgelegt hat. Was es entschieden hat und warum, steht hier. Senden Sie etwas unter Anleger.",
    filtered: "Zu diesem Asset hat AMP nichts entschieden.",
    lastPage: "Es gibt nichts Älteres.",
  },
  key: {
    title: "Dienstschlüssel von AMP",
    description:
      "AMP signiert, was es an den Endpunkt eines Emittenten sendet. Geben Sie diese Adresse an verifymessage Ihres Nodes, zusammen mit der Signatur und dem kanonischen Text der Nachricht.",
    address: "Adresse des Dienstschlüssels",
  },
  detail: {
    title: "Entscheidung",
    by: "Von",
    asset: "Asset",
    at: "Zeit",
    txid: "Transaktion",
    notSent: "keine: Es wurde nichts gesendet",
    uuid: "Anfrage",
    uuidLabel: "UUID der Anfrage",
    rules: "Regeln, in der Reihenfolge, in der AMP sie geprüft hat",
    passed: "Durchgelassen",
    failed: "Abgelehnt",
    ownTexts: {
      passed:
        "Die eigenen Regeln von AMP lassen sie durch. Ein Endpunkt des Emittenten hat, sofern es einen gibt, das letzte Wort.",
      refused:
        "Die eigenen Regeln von AMP lehnen sie ab. Ein Endpunkt des Emittenten hat, sofern es einen gibt, das letzte Wort.",
      firm: "Eine Regel, über die sich niemand hinwegsetzen kann, hat abgelehnt; daher wurde der Endpunkt des Emittenten nicht gefragt.",
    },
    request: "Was dem Emittenten mitgeteilt wird",
    inputsCaption: "Inputs der Übertragung",
    outputsCaption: "Outputs der Übertragung",
    inputs: (count: number) => countOf(count, { one: "Input", other: "Inputs" }),
    outputs: (count: number) => countOf(count, { one: "Output", other: "Outputs" }),
    columns: { index: "Index", party: "Wessen", user: "Registrierter Nutzer", amount: "Betrag" },
    hex: "Die halb signierte Transaktion",
    hexLabel: "Transaktion in Hex",
    endpoint: "Endpunkt des Emittenten",
    endpointUrl: "Adresse",
    endpointStatus: "Status",
    endpointMs: "Dauer",
    endpointAnswer: "Antwort",
    ms: (ms: number) => `${groupDigits(String(ms))} ms`,
    notAsked:
      "Kein Endpunkt wurde gefragt: Das Asset hat keinen, oder eine Regel, über die sich niemand hinwegsetzen kann, hat abgelehnt.",
  },
  rules: {
    authorization: "Asset autorisiert",
    lock: "Sperre",
    tracking: "Verfolgte Coins",
    blacklist: "Sperrliste",
    registration: "Registrierter Nutzer",
    categories: "Kategorien",
    destination: "Zieladresse",
    endpoint: "Endpunkt des Emittenten",
    "second look": "Zweite Prüfung nach der Antwort",
  },
} satisfies Translation<typeof english>;
