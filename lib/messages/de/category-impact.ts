import type { Group } from "@/lib/domain/eligibility";
import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { categoryImpactText as english } from "../category-impact";

function named({ count, names }: Group): string {
  const rest = count - names.length;
  return rest > 0
    ? `${names.join(", ")} und ${countOf(rest, { one: "weiterer", other: "weitere" })}`
    : names.join(", ");
}

/** Whom a change of categories concerns, said before it is made. */
export const categoryImpactText = {
  counting: "Es wird gezählt, wer betroffen ist…",
  notCounted:
    "Wer betroffen ist, ließ sich gerade nicht zählen, und jemand könnte dabei verlieren. Was die Änderung bewirkt, steht oben.",
  archived: (count: number) =>
    `${countOf(count, { one: "archivierter Nutzer kommt", other: "archivierte Nutzer kommen" })} wieder in eine Kategorie.`,
  nobody: "Niemand wird für ein Asset neu berechtigt, und niemand verliert eine Berechtigung.",
  gaining: (group: Group) =>
    `${countOf(group.count, { one: "registrierter Nutzer wird", other: "registrierte Nutzer werden" })} berechtigt: ${named(group)}.`,
  losing: (group: Group) =>
    `${countOf(group.count, { one: "registrierter Nutzer ist", other: "registrierte Nutzer sind" })} nicht mehr berechtigt: ${named(group)}.`,
  holders: (count: number) =>
    `${countOf(count, { one: "von ihnen hält es und behält seinen Bestand, kann", other: "von ihnen halten es und behalten ihren Bestand, können" })} aber nichts mehr empfangen.`,
  waiting: (count: number) =>
    `${countOf(count, { one: "offene Zuteilung kann", other: "offene Zuteilungen können" })} dann nicht ausgeschüttet werden, bis der Nutzer die Voraussetzungen wieder erfüllt.`,
  inDistribution: (count: number) =>
    `${countOf(count, { one: "von ihnen ist", other: "von ihnen sind" })} in einer laufenden Ausschüttung; sie hält vor ihrem nächsten Auftrag bei AMP an, bis das rückgängig gemacht ist.`,
  freed: (count: number) =>
    `${countOf(count, { one: "offene Zuteilung kann", other: "offene Zuteilungen können" })} dann ausgeschüttet werden.`,
  stillMissing: (count: number) =>
    `${countOf(count, { one: "registrierter Nutzer ist", other: "registrierte Nutzer sind" })} weiterhin nicht berechtigt: Eine andere vorausgesetzte Kategorie fehlt.`,
  open: "Es bleibt keine Kategorie: Jeder registrierte Nutzer mit einer GAID kann es empfangen.",
  unchanged: "Wer berechtigt ist, bleibt, wie es ist.",
  membership: {
    addTitle: (user: string, category: string) => `${user} zu ${category} hinzufügen?`,
    removeTitle: (user: string, category: string) => `${user} aus ${category} entfernen?`,
    takesEffect: "Es wirkt sofort; Bestände bleiben, wo sie sind.",
    already: "Es ist bereits so: Nichts würde sich ändern.",
    add: "Zur Kategorie hinzufügen",
    remove: "Aus der Kategorie entfernen",
    added: (user: string, category: string) => `${user} ist in ${category}`,
    removed: (user: string, category: string) => `${user} ist nicht mehr in ${category}`,
  },
  edit: {
    open: "Bearbeiten",
    title: (category: string) => `${category} bearbeiten`,
    description: "Name und Beschreibung sind für Menschen: Wer was empfangen darf, bleibt genau, wie es ist.",
    submit: "Kategorie speichern",
    done: "Die Kategorie ist gespeichert",
  },
  deletion: {
    open: "Löschen",
    title: (category: string) => `Kategorie ${category} löschen?`,
    forEver: (members: number) =>
      members === 0
        ? "Sie hat keine Mitglieder. Sie kann nicht zurückgeholt werden, nur unter einer anderen Nummer neu angelegt."
        : `Ihre Liste mit ${countOf(members, { one: "Mitglied", other: "Mitgliedern" })} geht für immer verloren; exportieren Sie sie vorher, wenn sie noch gebraucht werden könnte. Die registrierten Nutzer selbst und ihre Bestände bleiben.`,
    unused: "Kein Asset setzt sie voraus, also ändert sich nichts daran, was jemand empfangen darf.",
    used: (assets: number) =>
      `${countOf(assets, { one: "Asset setzt sie voraus und tut", other: "Assets setzen sie voraus und tun" })} das ab sofort nicht mehr:`,
    undocumented:
      "Blockstream sagt nicht, was AMP mit einer Kategorie tut, die in Gebrauch ist. Um sicherzugehen, heben Sie die Voraussetzung zuerst Asset für Asset auf.",
    confirm: "Kategorie löschen",
    done: (category: string) => `Die Kategorie ${category} ist gelöscht`,
  },
} satisfies Translation<typeof english>;
