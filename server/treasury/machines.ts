import type { OperationKind } from "@/lib/domain/intent";
import { isFinal } from "@/lib/domain/operation";
import { blindersMachine } from "./blinders/machine";
import { distributionMachine } from "./distribution-machine";
import { lbtcMachine } from "./lbtc/machine";
import type { Machine, Plan } from "./step";
import type { Operation } from "./store";
import { supplyMachine } from "./supply/machine";

export const machines: { [K in OperationKind]: Machine<K> } = {
  distribution: distributionMachine,
  reissuance: supplyMachine,
  burn: supplyMachine,
  blinders: blindersMachine,
  lbtc: lbtcMachine,
};

/** What to do next; nothing at an operation's end or while a person is awaited. Kind and machine belong together. */
export const planOf = ({ kind, state }: Operation): Plan<OperationKind> | undefined =>
  isFinal(state) ? undefined : (machines[kind][state] as Plan<OperationKind> | undefined);
