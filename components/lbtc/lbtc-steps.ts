import type { Step, StepState } from "@/components/ui/stepper";
import { type OperationState, type OperationView, REQUIRED_CONFIRMATIONS } from "@/lib/domain/operation";
import { lbtcText } from "@/lib/messages/lbtc";
import { operationsText } from "@/lib/messages/operations";

type Stage = keyof typeof lbtcText.stages;
const STAGES = Object.keys(lbtcText.stages) as Stage[];

/** The stage a state is in; the stages before it are done. What has ended before its time says it by its facts. */
const AT: Partial<Record<OperationState, Stage | "end">> = {
  requested: "sign",
  ordered: "sign",
  signed: "broadcast",
  broadcasting: "broadcast",
  sent: "confirmations",
  unknown: "confirmations",
  confirming: "confirmations",
  failed: "confirmations",
  done: "end",
};

const BLOCKED: readonly OperationState[] = ["stopped", "unknown", "cancelled", "failed"];

type Running = Pick<OperationView<"lbtc">, "state" | "facts" | "problem">;

/** The journey of a payment in L-BTC as a person follows it. */
export function lbtcSteps({ state, facts, problem }: Running): Step[] {
  const stage = AT[state] ?? (facts.txid === undefined ? "sign" : "broadcast");
  const now = stage === "end" ? STAGES.length : STAGES.indexOf(stage);
  const here: StepState = BLOCKED.includes(state)
    ? "blocked"
    : problem || state === "sent"
      ? "waiting"
      : "current";
  const { confirmations = -1 } = facts;
  return STAGES.map((id, order) => ({
    id,
    title: lbtcText.stages[id].title,
    description: lbtcText.stages[id].text,
    state: order < now ? "done" : order > now ? "todo" : here,
    aside:
      id === "confirmations" && confirmations >= 0
        ? operationsText.confirmations(confirmations, REQUIRED_CONFIRMATIONS)
        : undefined,
  }));
}
