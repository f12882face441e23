"use client";

import { useCallback, useEffect, useSyncExternalStore } from "react";
import { type MatrixRow, type Queue, toggled } from "@/lib/domain/category-matrix";

const NOTHING: Queue = new Map();
/** By workspace: who looks something up on another page finds the changes again; a new tab begins with none. */
const queues = new Map<string, Queue>();
const listeners = new Set<() => void>();

function keep(workspaceId: string, queue: Queue): void {
  queues.set(workspaceId, queue);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Changes of the matrix that wait for their review. The browser asks before it throws them away. */
export function useQueue(workspaceId: string) {
  const queue = useSyncExternalStore(
    subscribe,
    () => queues.get(workspaceId) ?? NOTHING,
    () => NOTHING,
  );
  const isWaiting = queue.size > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isWaiting]);
  const toggle = useCallback(
    (row: MatrixRow, categoryId: number) =>
      keep(workspaceId, toggled(queues.get(workspaceId) ?? NOTHING, row, categoryId)),
    [workspaceId],
  );
  const clear = useCallback(() => keep(workspaceId, NOTHING), [workspaceId]);
  return { queue, toggle, clear };
}
