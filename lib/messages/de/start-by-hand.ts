import type { Translation } from "../catalogue";
import type { startByHandText as english } from "../start-by-hand";

/** An operation whose order is run elsewhere from its beginning, in German. */
export const startByHandText = {
  button: "Auftrag anfordern und anderswo ausführen",
  title: "Auftrag anfordern und anderswo ausführen?",
  consequence:
    "AMP wird um den Auftrag gebeten, und Ampdesk gibt ihn als Datei heraus. Ampdesk sendet nichts: Führen Sie die Datei dort aus, wo die Coins des Assets liegen, mit dem offiziellen Client.",
  done: "Ampdesk bittet AMP um den Auftrag.",
} satisfies Translation<typeof english>;
