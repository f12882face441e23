import type { Translation } from "../catalogue";
import type { lockImpactText as english } from "../lock-impact";

/** Whom it concerns to lock or delete an asset. */
export const lockImpactText = {
  title: "Wen es betrifft",
  counting: "Wird gezählt…",
  notCounted: "Es konnte nicht gezählt werden, wen dies betrifft.",
  holders: "Konten mit Bestand",
  assignments: "Offene Zuteilungen",
  pending: "Ausschüttungen unterwegs",
  operations: "Offene Vorgänge in diesem Ampdesk",
  underWay:
    "Etwas ist auf dem Weg zur Chain. Was bereits gesendet wurde, kommt an; ein Schritt, der noch bei AMP anfragen muss, hält an, bis das Asset entsperrt ist.",
} satisfies Translation<typeof english>;
