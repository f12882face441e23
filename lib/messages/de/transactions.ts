import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { transactionsText as english } from "../transactions";

/** Transactions of an asset, and the blinders that open them. */
export const transactionsText = {
  title: "Transaktionen",
  caption: "Transaktionen dieses Assets",
  one: "Transaktion",
  all: "Alle Transaktionen",
  search: "Transaktions-ID",
  filters: { type: "Art" },
  sorts: { "-blockheight": "Neueste zuerst", blockheight: "Älteste zuerst" },
  columns: {
    when: "Wann",
    type: "Art",
    moved: "Bewegt",
    receivers: "Empfänger",
    sides: "Ein → aus",
    txid: "Transaktion",
  },
  sidesOf: (inputs: number, outputs: number) => `${inputs} → ${outputs}`,
  sidesLabel: (inputs: number, outputs: number) =>
    `${countOf(inputs, { one: "Input", other: "Inputs" })}, ${countOf(outputs, { one: "Output", other: "Outputs" })}`,
  notFound: "AMP kennt keine solche Transaktion dieses Assets.",
  empty: {
    title: "Noch keine Transaktion",
    text: "Die Ausgabe erscheint hier, sobald sie in einem Block steht, und danach jede Ausschüttung, Übertragung, Nachausgabe und Vernichtung.",
    filtered: "Keine Transaktion entspricht den Filtern",
    filteredText:
      "Die Suche braucht eine vollständige Transaktions-ID. Erweitern Sie den Bereich, oder löschen Sie die Filter.",
    lastPage: "Auf dieser Seite steht nichts mehr",
  },
  facts: {
    title: "Was geschehen ist",
    txid: "Transaktions-ID",
    time: "In einem Block seit",
    type: "Art",
    moved: "Bewegt",
    movedHint: "Wechselgeld, das an den Absender zurückging, zählt nicht mit.",
    receivers: "Empfänger",
    explorer: "Block-Explorer",
    openExplorer: "Im Explorer öffnen, Beträge verborgen",
    noExplorer: "Für diese Umgebung ist kein Explorer eingerichtet.",
  },
  sides: {
    inputs: "Inputs",
    inputsText: "Outputs früherer Transaktionen, die diese verbraucht hat, soweit AMP sie verfolgt.",
    outputs: "Outputs",
    outputsText:
      "Was diese Transaktion aus dem Asset und seinem Nachausgabe-Token gemacht hat. L-BTC für Gebühren werden nicht verfolgt.",
    noInputs:
      "AMP verfolgt hier keinen Input des Assets: Eine Ausgabe oder eine Nachausgabe erzeugt neue Einheiten.",
    place: "Nr.",
    owner: "Inhaber",
    amount: "Betrag",
    from: "Aus Output",
    state: "Status",
    states: { unspent: "Unverbraucht", spent: "Verbraucht", burnt: "Vernichtet" },
  },
  blinders: {
    title: "Blinder",
    text: "Was AMP weiß, zeigt diese Seite nur Ihnen. Auf der Chain sind die Beträge und das Asset verborgen; die Blinder öffnen sie jedem, der sie hat.",
    reveal: "Blinder anzeigen",
    dialog: "Die Blinder dieser Transaktion anzeigen?",
    consequence:
      "Wer diese Zahlen hat, kann für immer beweisen und sehen, wie viel jeder Output enthält: Sie können weder geändert noch zurückgenommen werden. Sie werden auf dieser Seite angezeigt, bis Sie sie verlassen, Ampdesk speichert sie nirgends, und das Prüfprotokoll hält fest, dass Sie sie angesehen haben.",
    done: "Die Blinder werden angezeigt. Das Prüfprotokoll hält fest, dass Sie sie angesehen haben.",
    shownUntil: "Angezeigt, bis Sie diese Seite verlassen.",
    hide: "Verbergen",
    unknown: "AMP nicht bekannt",
    input: (place: number) => `Input ${place}`,
    output: (place: number) => `Output ${place}`,
    amount: "Blinder des Betrags",
    asset: "Blinder des Assets",
    noneKnown:
      "AMP kennt von keinem Output dieser Transaktion einen Blinder, daher gibt es keinen entblindeten Link. Der Treasury-Node kennt sie vielleicht: Aktualisieren Sie die Blinder auf der Seite Gesamtmenge.",
    fragment: "Fragment für einen Explorer",
    fragmentHint: "Setzen Sie # und diesen Text hinter die Adresse der Transaktion in einem Block-Explorer.",
    showFragment: "Fragment anzeigen…",
    fragmentDialog: "Das Fragment anzeigen?",
    fragmentConsequence:
      "Das Fragment trägt die Blinder. Hinter der Adresse der Transaktion zeigt es in einem Block-Explorer die Beträge und bleibt im Verlauf des Browsers, und alle, denen Sie es senden, sehen die Beträge ebenfalls, für immer.",
    confirmFragment: "Fragment anzeigen",
    link: "Entblindeter Link",
    open: "Entblindet öffnen…",
    openDialog: "Die Beträge im Explorer öffnen?",
    openConsequence:
      "Der Link trägt die Blinder hinter dem #. Die Seite des Explorers liest sie in Ihrem Browser und zeigt die Beträge. Der Link bleibt im Verlauf Ihres Browsers, und alle, denen Sie ihn senden, sehen die Beträge ebenfalls, für immer.",
    openLink: "Explorer öffnen",
  },
} satisfies Translation<typeof english>;
