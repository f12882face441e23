import type { SampleKind, SampleVerdict } from "@/lib/domain/authorizer-sample";
import type { FetchProblem } from "@/lib/domain/domain-proof";
import { groupDigits } from "@/lib/format/amounts";
import type { assetRulesText as english } from "../asset-rules";
import type { Translation } from "../catalogue";

/** Who decides on transfers of an asset. */
export const assetRulesText = {
  title: "Regeln",
  categories: {
    title: "Kategorien",
    lead: "Um dieses Asset zu empfangen, muss ein Inhaber ihnen allen angehören.",
    none: "Es wird keine vorausgesetzt: Jeder registrierte Nutzer darf es empfangen.",
    tracked:
      "Dieses Asset wird vom Emittenten verfolgt: AMP verlangt keine Kategorie, und jedes Managed-Assets-Konto darf es halten.",
    noEffect: "von AMP geführt, ohne Wirkung",
    overruled:
      "Ein Endpunkt ist gesetzt: Seine Antwort tritt an die Stelle dieser Regel. Ihm wird mitgeteilt, was die Kategorien ergeben.",
    members: (count: number) => (count === 1 ? "1 Mitglied" : `${groupDigits(String(count))} Mitglieder`),
    change: "Kategorien ändern",
  },
  tester: {
    title: "Endpunkt ausprobieren",
    lead: "Sendet eine Anfrage in der Form von AMP und zeigt die Antwort. AMP wird nicht angefragt, nichts bewegt sich, und dort wird nichts aufgezeichnet.",
    endpoint: "Endpunkt",
    endpointHint: "Er muss noch nicht in Gebrauch sein.",
    kind: "Was angefragt wird",
    kinds: {
      transfer: "Eine Übertragung, die die eigenen Regeln von AMP zulassen",
      "categories-refuse": "Eine Übertragung, die die eigenen Regeln von AMP ablehnen",
      "plain-address": "Eine Übertragung an eine einfache Adresse, die niemandem zugeordnet ist",
      "bad-signature": "Eine Übertragung mit einer Signatur, die nicht passt",
    } satisfies Record<SampleKind, string>,
    from: "Von GAID",
    to: "An GAID",
    gaidHint: "Leer gelassen: eine erfundene.",
    badGaid: "Eine GAID beginnt mit GA und hat 29 oder 30 Zeichen.",
    send: "Muster senden",
    result: "Antwort",
    verdicts: {
      approved: "Freigegeben",
      rejected: "Abgelehnt",
      unusable: "Keine brauchbare Antwort: AMP lehnt ab",
    } satisfies Record<SampleVerdict, string>,
    dangers: {
      "plain-address":
        "Er gibt eine einfache Adresse frei, die niemandem zugeordnet ist. Was dorthin gesendet wird, würde AMP als Bestand Ihrer Treasury zählen, obwohl jemand anderes den Schlüssel hat.",
      "bad-signature":
        "Er gibt eine Anfrage frei, die AMP nicht signiert hat. Wer seine Adresse kennt, kann ihn anfragen; prüfen Sie die Signatur gegen die Adresse von AMP.",
    } satisfies Partial<Record<SampleKind, string>>,
    asExpected: "So soll es sein: Ein sorgfältiger Endpunkt lehnt diese Anfrage ab.",
    untested:
      "Er gab keine Antwort, die zählt, also ist nicht bekannt, wie er hier entscheidet. Solange das so ist, lehnt AMP ab.",
    perhapsSignature:
      "Vielleicht hat er nur die Signatur abgelehnt, die von diesem Ampdesk und nicht von AMP ist: Dann ist nicht bekannt, wie er hier entscheidet. Lassen Sie ihn die Adresse des Signierschlüssels unten annehmen, und versuchen Sie es noch einmal.",
    reason: "Grund",
    noReason: "keiner angegeben",
    status: "HTTP-Status",
    noStatus: "keine Antwort",
    time: "Zeit",
    ms: (ms: number) => `${groupDigits(String(ms))} ms`,
    slow: "AMP wartet etwa zehn Sekunden, und ein Inhaber wartet mit.",
    raw: "Antwort, wie sie kam",
    noRaw: "Die Antwort war leer.",
    url: "Angefragt",
    signer: "Signiert für",
    signerLabel: "Adresse des Signaturschlüssels",
    signedByAmp: "Vom AMP der Sandbox, so wie es jede Anfrage signiert.",
    signedByDesk:
      "Mit einem Schlüssel dieses Arbeitsbereichs: Den Schlüssel von AMP hat nur AMP selbst. Ein Endpunkt, der nur die Adresse von AMP kennt, lehnt die Anfrage ab, und das ist richtig; lassen Sie ihn auch diese Adresse annehmen, solange Sie ihn ausprobieren.",
    problems: {
      "unknown-host": "Der Name führt nirgendwohin.",
      "private-address":
        "Er führt in ein privates Netzwerk oder nicht über https. Ampdesk fragt nur öffentliche Adressen an.",
      refused: "Dort antwortet niemand.",
      certificate: "Sein Zertifikat ist nicht gültig.",
      timeout: "Er hat nicht innerhalb von zehn Sekunden geantwortet.",
      "too-large": "Er hat zu umfangreich geantwortet.",
      failed: "Er war nicht zu erreichen.",
    } satisfies Record<FetchProblem, string>,
  },
  decisions: {
    title: "Was AMP entschieden hat",
    lead: "Die Sandbox bewahrt jede Übertragung zwischen Inhabern auf, mit den Regeln, die dabei geprüft wurden.",
    caption: "Die neuesten Entscheidungen über dieses Asset, neueste zuerst",
    none: "Noch hat kein Inhaber versucht, dieses Asset zu bewegen.",
    all: "Alle Entscheidungen über dieses Asset",
  },
} satisfies Translation<typeof english>;
