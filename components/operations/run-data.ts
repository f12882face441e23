import type { OperationKind } from "@/lib/domain/intent";
import type { JournalLine } from "@/lib/domain/journal";
import type { OperationView } from "@/lib/domain/operation";

/** What the page of an operation shows, at first and at every look. */
export interface RunData<K extends OperationKind = OperationKind> {
  operation: OperationView<K>;
  journal: JournalLine[];
}

/** Milliseconds between two looks at an operation that is under way. */
export const RUN_POLL_MS = 2_000;
