import type { Step, StepState } from "@/components/ui/stepper";
import type { OperationState, OperationView } from "@/lib/domain/operation";
import { blindersText } from "@/lib/messages/blinders";

const STAGES = ["approve", "tell", "shown"] as const;
type Running = Pick<OperationView<"blinders">, "state" | "problem">;

const BLOCKED: readonly OperationState[] = ["stopped", "cancelled"];

/** The journey of an update of blinders as a person follows it; AMP is told until it shows all of them. */
export function blindersSteps(operation: Running): Step[] {
  const isDone = operation.state === "done";
  return STAGES.map((id) => ({
    id,
    title: blindersText.stages[id].title,
    description: blindersText.stages[id].text,
    state: id === "approve" || isDone ? "done" : id === "shown" ? "todo" : stateOf(operation),
  }));
}

function stateOf({ state, problem }: Running): StepState {
  if (BLOCKED.includes(state)) return "blocked";
  return problem ? "waiting" : "current";
}
