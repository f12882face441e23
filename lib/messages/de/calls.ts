import type { AnswerForm } from "@/lib/domain/amp-call";
import { groupDigits } from "@/lib/format/amounts";
import { countOf } from "@/lib/messages/plural";
import type { SnippetLanguage } from "@/lib/snippets";
import type { callsText as english } from "../calls";
import type { Translation } from "../catalogue";

const answerNotRead = "Nicht aufbewahrt: Sie war zu lang, wurde zeilenweise gelesen oder kam nicht an";

const bytesOf = (bytes: number): string => `${groupDigits(String(bytes))} B`;

const formOf = (form: AnswerForm): string => {
  if (form.kind === "list") {
    const rows = countOf(form.count, { one: "Zeile", other: "Zeilen" });
    return form.fields.length > 0 ? `${rows} mit ${form.fields.join(", ")}` : rows;
  }
  if (form.kind === "object")
    return form.fields.length > 0 ? `Ein Objekt mit ${form.fields.join(", ")}` : "Ein Objekt";
  return { value: "Ein einzelner Wert", text: "Text, der kein JSON ist", empty: "Leer" }[form.kind];
};

/** What the desk asked AMP. */
export const callsText = {
  title: "AMP-Aufrufe",
  description:
    "Jede Anfrage, die Ampdesk für eine Person oder einen Vorgang an AMP gesendet hat. Was eine offene Seite von selbst wieder liest, steht hier nur, wo AMP ablehnte oder nicht antwortete; eine Änderung immer. Die Anmeldung und andere Anfragen, die ein Passwort tragen, sind ausgelassen. Token, Passwörter, Blinder und personenbezogene Daten werden nie aufbewahrt; von einer Antwort nur ihre Form und, wo AMP abgelehnt hat, dessen Wortlaut. Zeilen erscheinen mit bis zu einer Sekunde Verzögerung und werden nach einer Zeit gelöscht, die die Konfiguration festlegt.",
  caption: "AMP-Aufrufe, neueste zuerst",
  search: "Pfad, Person, Anfrage, Vorgang oder AMPs Wortlaut",
  columns: {
    at: "Zeit",
    call: "Aufruf",
    status: "Status",
    duration: "Dauer",
    answer: "Antwort",
    person: "Für",
    requestId: "Anfrage",
  },
  filters: {
    changes: "Was er tut",
    person: "Für",
    method: "Methode",
    status: "Status",
    endpoint: "Endpunkt",
  },
  changes: { yes: "Ändert etwas bei AMP", no: "Liest nur" },
  statuses: {
    "2xx": "2xx, erledigt",
    "3xx": "3xx, weitergeleitet",
    "4xx": "4xx, abgelehnt",
    "5xx": "5xx, fehlgeschlagen",
    "0": "Keine Antwort",
  },
  noAnswer: "Keine Antwort",
  operation: "Ein Vorgang",
  noCall:
    "Einen solchen Aufruf gibt es in diesem Arbeitsbereich nicht. Das Protokoll bewahrt Aufrufe für begrenzte Zeit auf.",
  ms: (ms: number) => `${groupDigits(String(ms))} ms`,
  bytes: bytesOf,
  requestIdLabel: "Anfrage-ID",
  operationIdLabel: "Vorgangs-ID",
  empty: {
    title: "Kein Aufruf ist aufbewahrt",
    text: "Jede Seite, die Sie öffnen, und jede Änderung, die Sie veranlassen, hinterlässt hier, was sie bei AMP angefragt hat.",
    filtered: "Kein Aufruf entspricht den Filtern.",
    lastPage: "Es gibt nichts Älteres",
  },
  detail: {
    facts: "Der Aufruf",
    endpoint: "Endpunkt",
    unknownEndpoint: "Nicht in der Tabelle der Endpunkte",
    at: "Gesendet",
    status: "Status",
    refusal: "AMP sagt",
    duration: "Dauer",
    person: "Für",
    operation: "Vorgang",
    requestId: "Anfrage",
    entries: "Einträge im Prüfprotokoll zu dieser Anfrage",
    query: "Abfrageparameter",
    body: "Inhalt der Anfrage",
    noBody: "Keiner",
    bodyTooLong: (bytes: number) => `${groupDigits(String(bytes))} Bytes: zu lang zum Aufbewahren`,
    removed: "Geheimes und Personenbezogenes ist durch <removed> ersetzt.",
    answer: "Antwort",
    answerNotRead,
    answered: (form: AnswerForm | null, bytes: number | null): string => {
      const words = form === null ? answerNotRead : formOf(form);
      return bytes === null ? words : `${words} · ${bytesOf(bytes)}`;
    },
    form: formOf,
  },
  snippets: {
    title: "Derselbe Aufruf an anderer Stelle",
    description:
      "Genau dieser Pfad mit seinen Schrägstrichen, ohne einer Weiterleitung zu folgen: Bei einer Weiterleitung ginge der Header verloren. Das Token wird aus der Umgebungsvariablen AMP_TOKEN gelesen.",
    language: "Sprache",
    languages: {
      curl: "curl",
      python: "Python",
      node: "Node.js",
      ruby: "Ruby",
      csharp: "C#",
      go: "Go",
    } satisfies Record<SnippetLanguage, string>,
    copy: "Code",
    changes: "Dieser Aufruf ändert bei AMP jedes Mal etwas, wenn er gesendet wird.",
    fill: "Setzen Sie wieder ein, was durch <removed> ersetzt ist, bevor Sie ihn senden.",
  },
} satisfies Translation<typeof english>;
