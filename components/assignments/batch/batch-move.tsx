"use client";

import { Button } from "@/components/ui/button";
import type { BatchDecision } from "@/lib/domain/assignment-batch";
import type { Result } from "@/lib/errors";
import type { BatchState } from "./use-batch";

export interface Deciding {
  /** What a person has decided and the server has not answered yet. */
  asked: BatchDecision | null;
  decide: (decision: BatchDecision) => Promise<Result<unknown>>;
}

interface BatchMoveProps extends Deciding {
  decision: BatchDecision;
  label: string;
  variant?: "primary" | "secondary";
}

/** One decision about a batch. Until it is answered no other one is taken. */
export function BatchMove({ decision, label, variant = "secondary", asked, decide }: BatchMoveProps) {
  return (
    <Button
      variant={variant}
      loading={asked === decision}
      disabled={asked !== null && asked !== decision}
      // The second click of a double one was meant for the word that stood here.
      onClick={({ detail }) => detail < 2 && void decide(decision)}
    >
      {label}
    </Button>
  );
}

const MOVES = ["pause", "continue", "retry"] as const;
type Move = (typeof MOVES)[number];

/**
 * What can be done with the whole batch: one thing at a time, and the one that was asked for until it is answered. A change
 * that was refused left the assignment as it was, and what it left missing is decided elsewhere.
 */
export function moveOf({ batch, next }: Omit<BatchState, "asOf">, asked: BatchDecision | null): Move | null {
  const mayRetry = batch.kind === "create";
  const move = MOVES.find((one) => one === asked && (one !== "retry" || mayRetry));
  if (move) return move;
  if (next !== null) return batch.isCarried ? "pause" : "continue";
  return mayRetry && batch.rows.some(({ state }) => state === "refused") ? "retry" : null;
}
