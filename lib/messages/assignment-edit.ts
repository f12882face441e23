import { catalogue } from "./catalogue";

/** A changed assignment: loaded with its dialog. */
export const assignmentEditText = catalogue("assignmentEditText", {
  title: (user: string) => `Change the assignment of ${user}`,
  text: "AMP cannot change an assignment: the desk deletes it and makes a new one, which gets a new number. If the second half fails, the desk offers to restore the old one.",
  submit: "Delete and make anew",
  done: "The assignment is changed.",
  unfinished: "The change is not finished. Follow it on its page.",
});
