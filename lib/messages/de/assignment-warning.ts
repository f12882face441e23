import type { assignmentWarningText as english } from "../assignment-warning";
import type { Translation } from "../catalogue";

/** What stands over the forms that assign units of an asset that is not authorised, in German. */
export const assignmentWarningText = {
  title: "Das Asset ist nicht als autorisiert eingetragen",
  text: "Einheiten können zugeteilt werden. Ausgeschüttet werden können sie erst, wenn das Asset autorisiert ist: Vorher verfolgt AMP es nicht.",
  byIssuer: "Der Emittent des Assets trägt es ein.",
  toChecklist: "Zur Checkliste",
} satisfies Translation<typeof english>;
