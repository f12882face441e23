import { groupDigits } from "@/lib/format/amounts";
import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** A bulk change that is taken back by its undo file. */
export const userUndoText = catalogue("userUndoText", {
  chosen:
    "This is the undo file of an import or bulk change. Its rows are checked against AMP first; nothing is taken back before you apply them.",
  created: "Registered users that it made",
  submit: "Check the undo",
  stored: "This bulk change is still stored here: undo it on its page",
  noFile: "This is no undo file of an import or bulk change. Nothing was read.",
  tooLarge: "This file is larger than an undo file of the desk can be. Nothing was read.",
  changed:
    "This file is not as the desk wrote it: it was changed or cut off, or it comes from a desk with another secret key. Nothing was read; download it again where it was made.",
  otherEnvironment: (environment: string) =>
    `This file is of the environment “${environment}”. Sign in there to take it in; nothing was read.`,
  otherWorkspace:
    "This file is of another AMP account. Sign in with that account to take it in; nothing was read.",
  tooMany: (rows: number) =>
    `There are more than ${countOf(rows, { one: "row", other: "rows" })} in it. Nothing was read.`,
  otherName: (id: number, name: string) =>
    `Registered user no. ${groupDigits(String(id))} is called ${name} by now. Look whether it is the same; what is left can be changed on the user's page.`,
  issuerOnly: "Only the issuer can change categories: AMP does not let a manager do so.",
  noCategory: (id: number) => `There is no category no. ${id} any more.`,
  applyTitle: (count: number) => `Undo ${countOf(count, { one: "row", other: "rows" })}?`,
});
