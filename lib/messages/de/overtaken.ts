import type { Translation } from "../catalogue";
import type { overtakenText as english } from "../overtaken";

/** What is replaced whole was changed while a person wrote their own, in German. */
export const overtakenText = {
  memo: "Das Memo wurde geändert, seit es hier angezeigt wurde, von jemand anderem oder in einem anderen Fenster. Es wurde nichts gespeichert, und was Sie eingegeben haben, steht noch im Feld. Speichern Sie erneut, um das jetzige Memo zu ersetzen.",
  notes:
    "Die Notizen wurden geändert, seit sie hier angezeigt wurden, von jemand anderem oder in einem anderen Fenster. Es wurde nichts gespeichert, und was Sie eingegeben haben, steht noch im Feld. Speichern Sie erneut, um die jetzigen Notizen zu ersetzen.",
  settings: (changed: string) =>
    `Diese Einstellungen wurden geändert, seit sie hier angezeigt wurden, von jemand anderem oder in einem anderen Fenster: ${changed}. Es wurde nichts gespeichert. Lassen Sie den jetzigen Stand anzeigen und geben Sie Ihre Änderung noch einmal ein.`,
  showPresent: "Jetzigen Stand der Einstellungen anzeigen",
  present: "Jetziger Stand",
  empty: "Leer.",
} satisfies Translation<typeof english>;
