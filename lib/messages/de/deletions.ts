import type { Translation } from "../catalogue";
import type { deletionsText as english } from "../deletions";

/** Where the page of something was that this desk has deleted. */
export const deletionsText = {
  titles: {
    asset: "Dieses Asset wurde gelöscht",
    assignment: "Diese Zuteilung wurde gelöscht",
    user: "Dieser registrierte Nutzer wurde gelöscht",
    category: "Diese Kategorie wurde gelöscht",
  },
  by: (name, time) => `Gelöscht von ${name} am ${time} UTC.`,
  lists: {
    asset: "Alle Assets",
    assignment: "Alle Zuteilungen des Assets",
    user: "Alle registrierten Nutzer",
    category: "Alle Kategorien",
  },
  entry: "Der Eintrag im Prüfprotokoll",
} satisfies Translation<typeof english>;
