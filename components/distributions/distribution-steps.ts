import type { Step, StepState } from "@/components/ui/stepper";
import { type OperationState, type OperationView, REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import { distributionRunText } from "@/lib/messages/distribution-run";

const STAGES = ["approve", "order", "send", "confirmations", "confirm"] as const;
type Stage = (typeof STAGES)[number];

/** Which stage an operation stands in; the stages before it are done. */
const AT: Record<OperationState, Stage | "end"> = {
  requested: "order",
  holding: "order",
  paused: "order",
  ordering: "order",
  ordered: "send",
  "by-hand": "send",
  signed: "send",
  broadcasting: "send",
  sending: "send",
  unknown: "send",
  sent: "confirmations",
  confirming: "confirm",
  telling: "confirm",
  releasing: "confirm",
  done: "end",
  stopped: "order",
  cancelling: "order",
  cancelled: "order",
  failed: "send",
};

/** The journey of a distribution as a person follows it. */
export function distributionSteps(operation: OperationView): Step[] {
  const at = stageOf(operation);
  const { stages } = distributionRunText;
  return STAGES.map((stage) => ({
    id: stage,
    title: stages[stage].title,
    description: stages[stage].text,
    state: stateOf(stage, at, operation),
    aside: stage === "confirmations" ? confirmationsOf(operation) : undefined,
  }));
}

/** While it lets go what it held back, it stands where its end will be. */
const standingOf = ({ state, facts }: OperationView): OperationState =>
  state === "releasing" ? (facts.endsAs ?? "releasing") : state;

function stageOf(operation: OperationView): Stage | "end" {
  const { facts } = operation;
  const state = standingOf(operation);
  if (state === "failed" && (facts.confirmations ?? 0) >= REQUIRED_CONFIRMATIONS) return "confirm";
  const hasStopped = ["stopped", "cancelling", "cancelled"].includes(state);
  return hasStopped && facts.order ? "send" : AT[state];
}

function stateOf(stage: Stage, at: Stage | "end", operation: OperationView): StepState {
  const { problem } = operation;
  const state = standingOf(operation);
  const order = STAGES.indexOf(stage);
  const now = at === "end" ? STAGES.length : STAGES.indexOf(at);
  if (order < now) return "done";
  if (order > now) return "todo";
  if (state === "stopped" || state === "unknown" || state === "cancelled" || state === "failed")
    return "blocked";
  return problem || state === "sent" ? "waiting" : "current";
}

function confirmationsOf({ facts }: OperationView): string | undefined {
  if (facts.confirmations === undefined) return undefined;
  return distributionRunText.run.confirmations(
    Math.min(facts.confirmations, REQUIRED_CONFIRMATIONS),
    REQUIRED_CONFIRMATIONS,
  );
}
