import type { OperationFacts, OperationProblem, OperationState } from "@/lib/domain/operation";
import type { AmpClient } from "@/server/amp/client";
import type { NodeClient } from "@/server/elements/rpc";
import type { Operation } from "./store";

/** What a step learned: stored as the operation's next state and as the journal's outcome line. */
export interface StepOutcome {
  state: OperationState;
  facts?: OperationFacts;
  problem?: OperationProblem;
  detail: Record<string, unknown>;
  /** Milliseconds until the next step; null waits for a person. */
  againInMs: number | null;
}

export interface StepContext {
  amp: AmpClient;
  node: NodeClient;
  pollMs: number;
}

export type Step = (operation: Operation, context: StepContext) => Promise<StepOutcome>;

/** Looked at before a step's intent is written. An outcome takes the step's place, null lets it run. */
export type Check = (operation: Operation, context: StepContext) => Promise<StepOutcome | null>;

export const NOW = 0;

/** Nothing was sent; a person decides. */
export const stopped = (message: string, mayRetry: boolean): StepOutcome => ({
  state: "stopped",
  problem: { message, mayRetry },
  detail: { message },
  againInMs: null,
});
