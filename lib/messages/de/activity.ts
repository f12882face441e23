import type { activityText as english } from "../activity";
import type { Translation } from "../catalogue";

/** The movements of an asset, in German. */
export const activityText = {
  title: "Aktivität",
  caption: "Bewegungen dieses Assets",
  columns: {
    type: "Art",
    amount: "Betrag",
    party: "Wer",
    output: "Output",
    when: "Wann",
  },
  toTransaction: "Transaktion",
  sorts: {
    "-blockheight": "Neueste zuerst",
    blockheight: "Älteste zuerst",
    "-amount": "Größte zuerst",
    amount: "Kleinste zuerst",
    type: "Art, A bis Z",
  },
  search: "Name, GAID, Transaktions-ID oder Beschreibung",
  filters: { type: "Art" },
  empty: {
    title: "Noch hat sich nichts bewegt",
    text: "Jeder Output, auf den es ankommt, erscheint hier, sobald er in einem Block ist: die Ausgabe, Ausschüttungen, Übertragungen zwischen Inhabern, Nachausgaben und Vernichtungen.",
    filtered: "Keine Bewegung passt zu den Filtern",
    filteredText: "Erweitern Sie den Bereich, oder löschen Sie die Filter, um jede Bewegung zu sehen.",
    lastPage: "Auf dieser Seite steht nichts mehr",
  },
} satisfies Translation<typeof english>;
