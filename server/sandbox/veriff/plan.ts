import type { VeriffOrder, VeriffState } from "@/lib/contracts/control-veriff";
import type { VeriffDecision, VeriffEvent } from "@/lib/domain/veriff";

export type Told = VeriffEvent | "decision";

/**
 * The webhooks that lead from a session's state to a decision, in the order in which they are sent. What was told
 * before is told again where the order asks for it: that is what a late or repeated event is.
 */
export function planWebhooks(state: VeriffState, decision: VeriffDecision, order: VeriffOrder): Told[] {
  const missing = missingEvents(state, decision);
  if (order === "natural") return [...missing, "decision"];
  const late: VeriffEvent = order === "decision_first" ? "submitted" : "started";
  return [...missing.filter((event) => event !== late), "decision", late];
}

/** Nobody opens a session that expires, and nobody submits one that is abandoned. */
function missingEvents(state: VeriffState, decision: VeriffDecision): VeriffEvent[] {
  if (decision === "expired" || state === "submitted") return [];
  const started: VeriffEvent[] = state === "created" ? ["started"] : [];
  return decision === "abandoned" ? started : [...started, "submitted"];
}

/** What a session's state is once a plan was carried out. */
export const stateAfter = (state: VeriffState, plan: readonly Told[]): VeriffState => {
  if (plan.includes("submitted")) return "submitted";
  return plan.includes("started") && state === "created" ? "started" : state;
};
