"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { askAction } from "@/components/data/get-json";
import { SELECTION_PART, type SelectionChange, type SelectionOutcome } from "@/lib/domain/assignment";
import type { ErrorView } from "@/lib/errors";
import { changeAssignmentsAction } from "@/server/actions/assignment-batches";

/** Asks for each one that is chosen, part by part. Stopping leaves what is done as it is. */
export function useRun(assetUuid: string, change: SelectionChange) {
  const queries = useQueryClient();
  const router = useRouter();
  const [outcomes, setOutcomes] = useState<SelectionOutcome[]>([]);
  const [state, setState] = useState<"asking" | "running" | "over">("asking");
  const [error, setError] = useState<ErrorView | null>(null);
  const isStopped = useRef(false);
  const run = async (ids: readonly number[]) => {
    setState("running");
    let found: SelectionOutcome[] = [];
    for (let at = 0; at < ids.length && !isStopped.current; at += SELECTION_PART) {
      const part = ids.slice(at, at + SELECTION_PART);
      const result = await askAction(() => changeAssignmentsAction({ assetUuid, ids: part, change }));
      if (!result.ok) {
        setError(result.error);
        break;
      }
      found = [...found, ...result.data];
      setOutcomes(found);
      if (result.data.some(({ outcome }) => outcome === "unknown")) break;
    }
    setState("over");
    router.refresh();
    void queries.invalidateQueries();
  };
  const stop = () => {
    isStopped.current = true;
  };
  return { state, outcomes, error, run, stop };
}
