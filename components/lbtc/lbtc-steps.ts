import { journeyOf } from "@/components/operations/journey";
import type { Step } from "@/components/ui/stepper";
import type { OperationState, OperationView } from "@/lib/domain/operation";
import { lbtcText } from "@/lib/messages/lbtc";

type Stage = keyof typeof lbtcText.stages | "end";

/** The stage a state is in; the stages before it are done. What has ended before its time says it by its facts. */
const AT: Partial<Record<OperationState, Stage>> = {
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

type Running = Pick<OperationView<"lbtc">, "state" | "facts" | "problem">;

/** The journey of a payment in L-BTC as a person follows it. */
export const lbtcSteps = (operation: Running): Step[] =>
  journeyOf(lbtcText.stages, stageOf(operation), operation);

const stageOf = ({ state, facts }: Running): Stage =>
  AT[state] ?? (facts.txid === undefined ? "sign" : "broadcast");
