import type { OperationKind } from "@/lib/domain/intent";
import type { JournalPage } from "@/lib/domain/journal";
import type { OperationView } from "@/lib/domain/operation";

/** What the page of an operation shows at first. */
export interface RunData<K extends OperationKind = OperationKind> {
  operation: OperationView<K>;
  journal: JournalPage;
  asOf: Date;
}

/** What each look brings: what was approved never changes and is not sent again. */
export interface RunNews {
  operation: Omit<OperationView, "intent">;
  journal: JournalPage;
  asOf: Date;
}

/** Milliseconds between two looks at an operation that is under way. */
export const RUN_POLL_MS = 2_000;
