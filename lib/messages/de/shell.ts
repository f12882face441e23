import type { Translation } from "../catalogue";
import type { shellText as english } from "../shell";

/** The frame around every desk page, and the pages shown when something went wrong. */
export const shellText = {
  skip: "Zum Inhalt springen",
  sidebar: "Ampdesk",
  mainNavigation: "Hauptnavigation",
  openNavigation: "Navigation öffnen",
  closeNavigation: "Navigation schließen",
  nav: {
    overview: "Übersicht",
    assets: "Assets",
    users: "Registrierte Nutzer",
    gaids: "GAIDs",
    categories: "Kategorien",
    managers: "Manager",
    requests: "Anfragen",
    treasury: "Treasury",
    audit: "Prüfprotokoll",
    settings: "Einstellungen",
    sandbox: "Sandbox",
  },
  navSections: { securities: "Wertpapiere", people: "Personen", operations: "Betrieb" },
  language: "Sprache",
  theme: {
    label: "Farbschema",
    system: "Wie das System",
    light: "Hell",
    dark: "Dunkel",
  },
  signedInAs: (username: string) => `Angemeldet als ${username}`,
  search: {
    open: "Suchen oder springen zu",
    shortcut: "Strg K",
    appleShortcut: "⌘ K",
    title: "Suche und Befehle",
    placeholder: "Assets, Nutzer, Vorgänge suchen oder einen Befehl eingeben",
    pages: "Gehe zu",
    empty: (query: string) => `Nichts passt zu „${query}“.`,
    searching: "Suche läuft…",
    missing: (groups: string) => `Gerade nicht durchsuchbar: ${groups}. Versuchen Sie es gleich noch einmal.`,
    failed: "Die Suche hat nicht geantwortet. Die Seiten darunter funktionieren weiterhin.",
    hint: "↑ ↓ zum Auswählen, Eingabe zum Öffnen, Esc zum Schließen",
  },
  errors: {
    title: "Diese Seite konnte nicht angezeigt werden",
    what: "Beim Zusammenstellen der Seite ist etwas fehlgeschlagen.",
    safe: "Durch das Öffnen dieser Seite wurde nichts geändert. Laufende Vorgänge laufen von selbst weiter und sind unter Treasury zu finden.",
    reference: (id: string) => `Referenz ${id}`,
    retry: "Erneut versuchen",
    home: "Zur Übersicht",
    notFoundTitle: "Diese Seite gibt es nicht",
    notFoundText:
      "Die Adresse kann einen Tippfehler enthalten, was sie bezeichnet, kann entfernt worden sein, oder es gehört zu einem anderen Arbeitsbereich als dem, in dem Sie angemeldet sind. Ein Manager sieht nur gewährte Assets.",
    globalTitle: "Ampdesk konnte diese Seite nicht starten",
  },
} satisfies Translation<typeof english>;
