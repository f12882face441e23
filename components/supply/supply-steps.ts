import type { Step, StepState } from "@/components/ui/stepper";
import { type OperationState, type OperationView, REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import type { SupplyKind } from "@/lib/domain/supply";
import { supplyText } from "@/lib/messages/supply";

const STAGES = ["approve", "order", "sign", "broadcast", "confirmations", "confirm"] as const;
type Stage = (typeof STAGES)[number] | "end";

type SupplyOperation = Pick<OperationView<SupplyKind>, "state" | "facts" | "problem">;

/** Which stage an operation stands in; the stages before it are done. What has stopped says it by its facts. */
const AT: Partial<Record<OperationState, Stage>> = {
  requested: "order",
  ordering: "order",
  ordered: "sign",
  "by-hand": "sign",
  signed: "broadcast",
  broadcasting: "broadcast",
  sent: "confirmations",
  // Its transaction is known and conflicts with another one.
  unknown: "confirmations",
  failed: "confirmations",
  confirming: "confirm",
  done: "end",
};

const BLOCKED: readonly OperationState[] = ["stopped", "unknown", "cancelled", "failed"];

/** The journey of a reissuance or a burn as a person follows it. */
export function supplySteps(operation: SupplyOperation): Step[] {
  const stage = stageOf(operation);
  const now = stage === "end" ? STAGES.length : STAGES.indexOf(stage);
  return STAGES.map((id, order) => ({
    id,
    title: supplyText.stages[id].title,
    description: supplyText.stages[id].text,
    state: order < now ? "done" : order > now ? "todo" : stateOf(operation),
    aside: id === "confirmations" ? confirmationsOf(operation) : undefined,
  }));
}

function stageOf({ state, facts }: SupplyOperation): Stage {
  const known = AT[state];
  if (known) return known;
  if (facts.txid !== undefined) return "broadcast";
  return facts.supply === undefined ? "order" : "sign";
}

function stateOf({ state, problem }: SupplyOperation): StepState {
  if (BLOCKED.includes(state)) return "blocked";
  return problem || state === "sent" ? "waiting" : "current";
}

function confirmationsOf({ facts: { confirmations } }: SupplyOperation): string | undefined {
  if (confirmations === undefined || confirmations < 0) return undefined;
  return supplyText.run.confirmations(
    Math.min(confirmations, REQUIRED_CONFIRMATIONS),
    REQUIRED_CONFIRMATIONS,
  );
}
