import { useLive } from "@/components/data/use-live";
import type { OperationKind } from "@/lib/domain/intent";
import { isFinal, type OperationView } from "@/lib/domain/operation";
import { RUN_POLL_MS, type RunData, type RunNews } from "./run-data";

/** An operation's page, looked at again until it is at its end. */
export function useRun<K extends OperationKind>(initial: RunData<K>) {
  const { data, refresh, error } = useLive<RunNews>(`/api/operations/${initial.operation.id}`, initial, {
    everyMs: ({ operation }) => (isFinal(operation.state) ? false : RUN_POLL_MS),
  });
  // Both are of this operation, and so of one kind.
  const operation = { ...data.operation, intent: initial.operation.intent } as OperationView<K>;
  return { operation, journal: data.journal, age: { asOf: data.asOf, onRefresh: refresh }, error };
}
