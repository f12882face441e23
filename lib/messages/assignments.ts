import type { AmountError } from "@/lib/format/amounts";
import { uiText } from "./ui";

/** Assignments: what is reserved for whom. */
export const assignmentsText = {
  title: "Assignments",
  unknownUser: (id: number) => `User ${id}`,
  aboveFree: "This is more than the treasury has free for this asset. Nothing was assigned.",
  amountZero: "The amount must be more than zero.",
  amountProblem: (problem: AmountError, precision: number) => {
    const text = uiText.amountErrors[problem];
    return typeof text === "string" ? text : text(precision);
  },
  noAnswer: "AMP did not say what it created. Look at the assignments before you repeat the step.",
} as const;
