import { groupDigits } from "@/lib/format/amounts";
import type { Translation } from "../catalogue";
import type { sandboxCallsText as english } from "../sandbox-calls";

/** What AMP, the node and the registry of the sandbox were asked. */
export const sandboxCallsText = {
  title: "Aufrufprotokoll",
  caption: "Aufrufe, neueste zuerst",
  search: "Teil des Pfads",
  filters: {
    surface: "Schnittstelle",
    status: "Status",
    method: "Methode",
    methodExample: "GET oder sendmany",
  },
  statuses: {
    "2xx": "2xx, erledigt",
    "3xx": "3xx, weitergeleitet",
    "4xx": "4xx, abgelehnt",
    "5xx": "5xx, fehlgeschlagen",
    "0": "keine Antwort",
  },
  columns: {
    at: "Zeit",
    call: "Aufruf",
    status: "Status",
    duration: "Dauer",
    size: "Größe",
    account: "Konto",
    fault: "Störung",
    requestId: "Anfrage",
  },
  noAnswer: "keine Antwort",
  ms: (ms: number) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString("en")} ms`,
  bytes: (bytes: number) => `${groupDigits(String(bytes))} B`,
  fault: (id: number, kind: string) => `#${id} ${kind}`,
  effect: (status: number) => `endete aber mit ${status}`,
  requestIdLabel: "Anfrage-ID",
  empty: {
    title: "Noch gab es keinen Aufruf",
    text: "Jeder Aufruf der API von AMP, des Nodes und des Asset-Registers hinterlässt hier eine Zeile.",
    filtered: "Kein Aufruf entspricht den Filtern.",
    lastPage: "Es gibt nichts Älteres.",
  },
  docs: {
    title: "Beschreibungen der APIs",
    description: "OpenAPI 3.1, zum Lesen und Ausprobieren, von der Sandbox selbst bereitgestellt.",
    amp: "API von AMP",
    control: "Steuerungs-API",
    newTab: "öffnet sich in einem neuen Tab",
  },
} satisfies Translation<typeof english>;
