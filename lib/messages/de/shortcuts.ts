import type { Translation } from "../catalogue";
import type { shortcutsText as english } from "../shortcuts";

/** Commands of the palette and keys. */
export const shortcutsText = {
  actions: "Aktionen",
  thisAsset: "Dieses Asset",
  newAsset: "Neues Asset",
  newUser: "Nutzer registrieren",
  importUsers: "Nutzer aus CSV importieren",
  addCategory: "Kategorie hinzufügen",
  matrix: "Matrix der Nutzer und Kategorien",
  addManager: "Manager hinzufügen",
  newAssignment: "Neue Zuteilung",
  distribute: "Ausschütten",
  supply: "Nachausgeben oder vernichten",
  lock: "Sperren oder entsperren…",
  assetSettings: "Einstellungen dieses Assets",
  sendLbtc: "L-BTC aus der Treasury senden",
  readAgain: "Diese Seite neu laden",
  light: "Farbschema: hell",
  dark: "Farbschema: dunkel",
  system: "Farbschema: wie das System",
  help: "Tastenkürzel anzeigen",
  operations: "Vorgänge",
  managers: "Manager",
  dialog: {
    title: "Tastenkürzel",
    description: "Sie ruhen, während Sie tippen und während ein Dialog geöffnet ist.",
    everywhere: "Überall",
    go: "Gehe zu: g, dann",
    palette: "Suche und Befehle",
    search: "Zur Suche der Seite",
    new: "Neu, wo sich auf der Seite etwas anlegen lässt",
    help: "Diese Liste",
    isOn: "Tasten ohne Strg oder ⌘ verwenden",
    isOnHint: "Wird in diesem Browser gespeichert. Strg K oder ⌘ K funktioniert in jedem Fall.",
  },
} satisfies Translation<typeof english>;
