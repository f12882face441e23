import { catalogue } from "./catalogue";
import { countOf } from "./plural";

/** Waiting assignments that the approval of a request frees. */
export const freedAssignmentsText = catalogue("freedAssignmentsText", {
  title: "Waiting assignments that may be distributed afterwards",
  count: (count: number) => countOf(count, { one: "assignment", other: "assignments" }),
  text: "They are sent with the next distribution of the asset unless they are held back or have not vested.",
});
