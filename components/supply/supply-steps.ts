import { journeyOf } from "@/components/operations/journey";
import type { Step } from "@/components/ui/stepper";
import type { OperationState, OperationView } from "@/lib/domain/operation";
import type { SupplyKind } from "@/lib/domain/supply";
import { supplyText } from "@/lib/messages/supply";

type Stage = keyof typeof supplyText.stages | "end";

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

/** The journey of a reissuance or a burn as a person follows it. */
export const supplySteps = (operation: SupplyOperation): Step[] =>
  journeyOf(supplyText.stages, stageOf(operation), operation);

function stageOf({ state, facts }: SupplyOperation): Stage {
  const known = AT[state];
  if (known) return known;
  if (facts.txid !== undefined) return "broadcast";
  return facts.supply === undefined ? "order" : "sign";
}
