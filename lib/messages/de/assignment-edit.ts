import type { assignmentEditText as english } from "../assignment-edit";
import type { Translation } from "../catalogue";

/** A changed assignment: loaded with its dialog. */
export const assignmentEditText = {
  title: (user: string) => `Zuteilung an ${user} ändern`,
  text: "AMP kann eine Zuteilung nicht ändern: Ampdesk löscht sie und legt eine neue an, die eine neue Nummer bekommt. Misslingt die zweite Hälfte, bietet Ampdesk an, die alte wiederherzustellen.",
  submit: "Löschen und neu anlegen",
  done: "Die Zuteilung ist geändert.",
  unfinished: "Die Änderung ist nicht abgeschlossen. Verfolgen Sie sie auf ihrer Seite.",
} satisfies Translation<typeof english>;
