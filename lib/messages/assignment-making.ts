import { catalogue } from "./catalogue";
import { countOf } from "./plural";
import { uiText } from "./ui";

/** Why no assignment was made: words of the server alone. */
export const assignmentMakingText = catalogue("assignmentMakingText", {
  aboveFree: "This is more than the treasury has free for this asset. Nothing was assigned.",
  unconfirmed: (needed: number) =>
    `The treasury's units are not confirmed yet. Wait for ${countOf(needed, { one: "confirmation", other: "confirmations" })}, about ${countOf(needed, { one: "minute", other: "minutes" })} on Liquid. Nothing was assigned.`,
  amountZero: "The amount must be more than zero.",
  amountProblem: uiText.amountProblem,
  notEligible: (name: string, missing: readonly string[]) =>
    `${name} is not in every category that this asset requires. Missing: ${missing.join(", ")}. Nothing was assigned.`,
  noAnswer: "AMP did not say what it created. Look at the assignments before you repeat the step.",
  wasGone:
    "This assignment is not there any more: it was changed or deleted elsewhere, or an earlier attempt of yours came through. Nothing was deleted now. Reload the page: a changed one stands in the list under a new number.",
});
