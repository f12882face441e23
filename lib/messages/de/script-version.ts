import type { Translation } from "../catalogue";
import type { scriptVersionText as english } from "../script-version";

/** What an operation says of an order that wants a newer client. */
export const scriptVersionText = {
  tooNew: (wanted: number, known: number) =>
    `Der Auftrag von AMP gilt für Clients ab Version ${wanted}, und dieser Desk arbeitet wie Version ${known}: AMP verlangt vielleicht etwas, das er nicht kennt. Es wurde nichts gesendet. Aktualisieren Sie den Desk, oder lassen Sie den offiziellen Client den Auftrag ausführen.`,
} satisfies Translation<typeof english>;
