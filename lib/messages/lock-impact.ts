import { catalogue } from "./catalogue";

/** Whom it concerns to lock or delete an asset. */
export const lockImpactText = catalogue("lockImpactText", {
  title: "Whom it concerns",
  counting: "Counting…",
  notCounted: "It could not be counted whom this concerns.",
  holders: "Holding accounts",
  assignments: "Open assignments",
  pending: "Distributions on their way",
  operations: "Open operations of this desk",
  underWay:
    "Something is on its way to the chain. What was already sent will arrive; a step that still has to ask AMP stops until the asset is unlocked.",
});
