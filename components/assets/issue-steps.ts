export const STEPS = ["kind", "identity", "supply", "reissuance", "addresses", "review"] as const;
export type StepName = (typeof STEPS)[number];

/**
 * The step that the address wants. Where nothing was entered, as after an issuance, those after the identity have nothing
 * to show but what is missing.
 */
export function stepAt(wanted: string | null, isEmpty: boolean): StepName {
  const step = STEPS.find((name) => name === wanted) ?? "kind";
  return isEmpty && STEPS.indexOf(step) > STEPS.indexOf("identity") ? "kind" : step;
}
