import { useLive } from "@/components/data/use-live";
import type { OperationKind } from "@/lib/domain/intent";
import { isFinal } from "@/lib/domain/operation";
import { RUN_POLL_MS, type RunData } from "./run-data";

/** An operation's page, looked at again until it is at its end. */
export const useRun = <K extends OperationKind>(initial: RunData<K>) =>
  useLive(`/api/operations/${initial.operation.id}`, initial, {
    everyMs: ({ operation }) => (isFinal(operation.state) ? false : RUN_POLL_MS),
  });
