"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { askAction } from "@/components/data/get-json";
import type { Batch, BatchDecision } from "@/lib/domain/assignment-batch";
import type { ErrorView, Result } from "@/lib/errors";
import { carryBatchAction, decideBatchAction } from "@/server/actions/assignment-batches";

export interface BatchState {
  batch: Batch;
  next: "now" | "later" | null;
}

const LOOK_AGAIN_MS = 3_000;

/** Carries a batch on part by part while the page is open and nobody pauses it. What is stored decides, not this page. */
export function useBatch(initial: BatchState, startsAtOnce: boolean) {
  const queries = useQueryClient();
  const [state, setState] = useState(initial);
  const [isRunning, setRunning] = useState(startsAtOnce && initial.next !== null);
  const [error, setError] = useState<ErrorView | null>(null);
  const isAsking = useRef(false);
  const { batch, next } = state;
  const ids = { assetUuid: batch.assetUuid, batchId: batch.id };

  const receive = (result: Result<BatchState>) => {
    if (result.ok) {
      setError(null);
      setState(result.data);
    } else setError(result.error);
    return result;
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer makes a new `state`, and with it the next part begins; all else that is read here follows from `state` or never changes
  useEffect(() => {
    if (!isRunning) return;
    if (next === null) {
      setRunning(false);
      void queries.invalidateQueries(); // the list of assignments is another one now
      return;
    }
    const part = async () => {
      if (isAsking.current) return; // its answer goes on
      isAsking.current = true;
      const result = await askAction(() => carryBatchAction(ids));
      isAsking.current = false;
      if (!receive(result).ok) setRunning(false);
    };
    const timer = setTimeout(() => void part(), next === "later" ? LOOK_AGAIN_MS : 0);
    return () => clearTimeout(timer);
  }, [isRunning, state]);

  const decide = async (decision: BatchDecision): Promise<Result<BatchState>> => {
    const result = receive(await askAction(() => decideBatchAction({ ...ids, decision })));
    if (result.ok && result.data.next !== null) setRunning(true);
    return result;
  };
  return { batch, next, isRunning, error, setRunning, decide };
}
