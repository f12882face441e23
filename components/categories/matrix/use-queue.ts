"use client";

import { useCallback, useEffect, useSyncExternalStore } from "react";
import { useChoice } from "@/components/typed/use-choice";
import { listedQueue, type MatrixRow, type Queue, queueOf, toggled } from "@/lib/domain/category-matrix";
import { LEAVING } from "@/lib/leaving";

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

/**
 * Changes of the matrix that wait for their review. The browser asks before it throws them away; the end of the session
 * throws none away: `place` is the element that they are kept for.
 */
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
    const unask = () => window.removeEventListener("beforeunload", ask);
    window.addEventListener("beforeunload", ask);
    window.addEventListener(LEAVING, unask);
    return () => {
      unask();
      window.removeEventListener(LEAVING, unask);
    };
  }, [isWaiting]);
  const toggle = useCallback(
    (row: MatrixRow, categoryId: number) =>
      keep(workspaceId, toggled(queues.get(workspaceId) ?? NOTHING, row, categoryId)),
    [workspaceId],
  );
  const clear = useCallback(() => keep(workspaceId, NOTHING), [workspaceId]);
  const place = useChoice<HTMLSpanElement, ReturnType<typeof listedQueue>>(
    () => (isWaiting ? listedQueue(queue) : null),
    (kept) => keep(workspaceId, queueOf(kept)),
  );
  return { queue, toggle, clear, place };
}
