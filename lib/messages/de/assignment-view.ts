import type { assignmentViewText as english } from "../assignment-view";
import type { Translation } from "../catalogue";

/** One assignment with what its row leaves out. */
export const assignmentViewText = {
  title: (id: number | string) => `Zuteilung ${id}`,
  all: "Alle Zuteilungen",
  none: "Diese Zuteilung gibt es nicht.",
  change: "Ändern",
  fields: {
    user: "Registrierter Nutzer",
    gaid: "GAID",
    amount: "Betrag",
    state: "Status",
    missing: "Fehlende Kategorien",
    vests: "Vesting",
    held: "Zurückgehalten",
    address: "Zieladresse",
    distribution: "AMP-Ausschüttung",
    run: "Ausgeführt von",
    outputs: "Bezahlt mit",
    maker: "Angelegt von",
  },
  atOnce: "Sofort",
  noAddress: "Noch keine: Eine Ausschüttung wählt sie",
  noDistribution: "Noch in keiner",
  notBooked: "AMP hat sie noch nicht verbucht",
  output: (vout: number) => `Ausgang ${vout}`,
  alike:
    "AMP sagt nicht, welcher davon zu dieser Zuteilung gehört: Sie zahlen demselben Nutzer denselben Betrag.",
  gaidLabel: "GAID",
  addressLabel: "Adresse",
  uuidLabel: "UUID der Ausschüttung",
} satisfies Translation<typeof english>;
