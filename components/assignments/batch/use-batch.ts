"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { askAction } from "@/components/data/get-json";
import { useLive } from "@/components/data/use-live";
import type { Batch, BatchDecision } from "@/lib/domain/assignment-batch";
import type { ErrorView, Result } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { decideBatchAction } from "@/server/actions/assignment-batches";

export interface BatchState {
  batch: Batch;
  next: "now" | "later" | null;
  asOf: Date;
}

const LOOK_MS = 2_000;

/** A batch as it stands; while the worker carries it on, it is looked at again and again. */
export function useBatch(initial: BatchState) {
  const queries = useQueryClient();
  const { assetUuid, id: batchId } = initial.batch;
  const path = `/api${routes.assignmentBatch(assetUuid, batchId)}`;
  const live = useLive<BatchState>(path, initial, {
    everyMs: ({ batch }) => (batch.isCarried ? LOOK_MS : false),
  });
  const [error, setError] = useState<ErrorView | null>(null);
  const [asked, setAsked] = useState<BatchDecision | null>(null);
  const { isCarried } = live.data.batch;
  const wasCarried = useRef(isCarried);
  useEffect(() => {
    if (wasCarried.current && !isCarried) void queries.invalidateQueries(); // the list is another one now
    wasCarried.current = isCarried;
  }, [isCarried, queries]);

  const decide = async (decision: BatchDecision): Promise<Result<BatchState>> => {
    setAsked(decision);
    const result = await askAction(() => decideBatchAction({ assetUuid, batchId, decision }));
    setError(result.ok ? null : result.error);
    if (result.ok) queries.setQueryData([path], result.data);
    setAsked(null);
    return result;
  };
  return { ...live.data, refresh: live.refresh, error: error ?? live.error, asked, decide };
}
