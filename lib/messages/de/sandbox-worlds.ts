import type { Translation } from "../catalogue";
import type { sandboxWorldsText as english } from "../sandbox-worlds";

/** Whole worlds of the sandbox: kept, put back, begun anew. In German. */
export const sandboxWorldsText = {
  title: "Snapshots",
  snapshots: {
    title: "Snapshots",
    description: "Die ganze Welt unter einem Namen: AMP, Chain, Wallets, Uhr, Schalter.",
    caption: "Snapshots, neueste zuerst",
    columns: { name: "Name", height: "Blockhöhe", at: "Aufbewahrt", actions: "Aktionen" },
    empty: "Noch wurde nichts aufbewahrt",
    emptyText:
      "Bewahren Sie die Welt auf, bevor Sie etwas ausprobieren, das nicht rückgängig gemacht werden kann. Sie können beliebig oft zu ihr zurückkehren.",
  },
  make: {
    button: "Welt aufbewahren",
    dialog: "Die Welt aufbewahren, wie sie ist",
    description: "Laufende Aufrufe werden zuerst beendet.",
    name: "Name",
    nameHint: "Kleinbuchstaben, Ziffern, Bindestriche und Unterstriche, höchstens 40.",
    badName:
      "1 bis 40 Kleinbuchstaben, Ziffern, Bindestriche und Unterstriche; zuerst ein Buchstabe oder eine Ziffer.",
    submit: "Aufbewahren",
    done: (name: string) => `Die Welt ist als ${name} aufbewahrt.`,
  },
  restore: {
    button: "Wiederherstellen",
    label: (name: string) => `${name} wiederherstellen`,
    title: (name: string) => `Den Snapshot ${name} wiederherstellen?`,
    consequence:
      "Alles, was seither geschehen ist, ist verloren: Assets, Ausschüttungen, Wallets, die Uhr und die Schalter sind, wie sie aufbewahrt wurden.",
    confirm: "Wiederherstellen",
    done: (name: string) => `Die Welt ist, wie sie in ${name} aufbewahrt wurde.`,
  },
  forget: {
    button: "Verwerfen",
    label: (name: string) => `${name} verwerfen`,
    title: (name: string) => `Den Snapshot ${name} verwerfen?`,
    consequence: "Die Welt bleibt, wie sie ist; dieser Weg zurück zu einer früheren ist verloren.",
    confirm: "Verwerfen",
    done: (name: string) => `${name} ist verworfen.`,
  },
  reset: {
    title: "Neu beginnen",
    description:
      "Eine leere Chain, jeder Regler wie konfiguriert und der Inhalt eines Seeds. Snapshots bleiben; bewahren Sie die Welt also zuerst auf, wenn Sie sie vielleicht zurückhaben möchten.",
    button: "Zurücksetzen…",
    label: (seed: string) => `Auf ${seed} zurücksetzen`,
    dialog: (seed: string) => `Die Welt auf ${seed} zurücksetzen?`,
    consequence:
      "Alles in der jetzigen Welt ist dann verloren: Assets, Nutzer, Wallets, die Chain, Störungen und Schalter.",
    confirm: "Neu beginnen",
    done: (seed: string) => `Eine neue Welt mit dem Seed ${seed} hat begonnen. Melden Sie sich erneut an.`,
  },
  deskAfterwards:
    "Ampdesk behält seine eigenen Aufzeichnungen: Das Token Ihrer Sitzung und noch offene Treasury-Vorgänge verweisen auf eine Welt, die es nicht mehr gibt. Melden Sie sich ab und wieder an, und brechen Sie Vorgänge ab, die nicht mehr enden können.",
} satisfies Translation<typeof english>;
