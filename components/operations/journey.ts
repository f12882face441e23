import type { Step, StepState } from "@/components/ui/stepper";
import { type OperationState, type OperationView, REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import { operationsText } from "@/lib/messages/operations";

const BLOCKED: readonly OperationState[] = ["stopped", "unknown", "cancelled", "failed"];

type Running = Pick<OperationView, "state" | "facts" | "problem">;

/**
 * An operation's journey as a person follows it: what lies before the stage in which it stands is done.
 * @param texts the stages in their order
 */
export function journeyOf<S extends string>(
  texts: Record<S, { title: string; text: string }>,
  at: S | "end",
  operation: Running,
): Step[] {
  const stages = Object.keys(texts) as S[];
  const now = at === "end" ? stages.length : stages.indexOf(at);
  return stages.map((id, order) => ({
    id,
    title: texts[id].title,
    description: texts[id].text,
    state: order < now ? "done" : order > now ? "todo" : stateOf(operation),
    aside: id === "confirmations" ? confirmationsOf(operation) : undefined,
  }));
}

function stateOf({ state, problem }: Running): StepState {
  if (BLOCKED.includes(state)) return "blocked";
  return problem || state === "sent" ? "waiting" : "current";
}

/** Below zero another transaction took the place: then there is nothing to count. */
function confirmationsOf({ facts: { confirmations } }: Running): string | undefined {
  if (confirmations === undefined || confirmations < 0) return undefined;
  return operationsText.confirmations(confirmations, REQUIRED_CONFIRMATIONS);
}
