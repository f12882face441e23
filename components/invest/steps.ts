import type { Tone } from "@/components/ui/badge";
import type { Step, StepState } from "@/components/ui/stepper";
import {
  actionOf,
  INVESTOR_STEPS,
  type InvestorStateName,
  type InvestorStep,
  isWaiting,
  stepOf,
} from "@/lib/domain/investor-state";
import { investText } from "@/lib/messages/invest";

/** Something went wrong or was refused, and the person can do something about it. */
const SETBACKS: ReadonlySet<InvestorStateName> = new Set([
  "identity-resubmission",
  "identity-declined",
  "identity-expired",
  "identity-abandoned",
  "document-expired",
  "identity-revoked",
  "issuer-closed",
  "request-declined",
  "chain-failed",
]);

/** Somebody else acts. */
const isElsewhere = (state: InvestorStateName): boolean =>
  isWaiting(state) && actionOf(state) === "look-again";

/** How the state is meant: act, wait, something is in the way, or done. */
export function toneOf(state: InvestorStateName): Tone {
  if (state === "accepted") return "ok";
  if (SETBACKS.has(state)) return "blocked";
  return isElsewhere(state) ? "waiting" : "info";
}

function markOf(step: InvestorStep, state: InvestorStateName): StepState {
  const distance = INVESTOR_STEPS.indexOf(step) - INVESTOR_STEPS.indexOf(stepOf(state));
  if (distance < 0 || state === "accepted") return "done";
  if (distance > 0) return "todo";
  if (SETBACKS.has(state)) return "blocked";
  return isElsewhere(state) ? "waiting" : "current";
}

/** The whole way with the mark of each step. */
export const stepsOf = (state: InvestorStateName): Step[] =>
  INVESTOR_STEPS.map((step) => ({
    id: step,
    title: investText.steps.names[step],
    state: markOf(step, state),
    description: investText.steps.hints[step],
  }));

export const stepNumber = (state: InvestorStateName): number => INVESTOR_STEPS.indexOf(stepOf(state)) + 1;
