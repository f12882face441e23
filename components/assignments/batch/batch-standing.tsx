import { Alert } from "@/components/ui/alert";
import type { Batch, BatchRowState } from "@/lib/domain/assignment-batch";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";

const { page: text } = assignmentBatchesText;

interface BatchStandingProps {
  batch: Batch;
  counts: Record<BatchRowState, number>;
  next: "now" | "later" | null;
}

/** In a sentence: what happened, what is safe, what comes next. */
export function BatchStanding({ batch, counts, next }: BatchStandingProps) {
  if (batch.problem !== null && next !== null)
    return (
      <Alert tone="waiting" title={text.open}>
        {batch.problem}
      </Alert>
    );
  if (next === "later")
    return (
      <Alert tone="waiting" title={text.looking}>
        {counts.deleting > 0 ? text.lookingForDeletion : text.lookingText}
      </Alert>
    );
  if (next === "now")
    return batch.isCarried ? null : (
      <Alert tone="waiting" title={text.open}>
        {text.openText}
      </Alert>
    );
  if (counts.refused > 0)
    return (
      <Alert tone="blocked" title={batch.kind === "edit" ? text.unchanged : text.partly}>
        {batch.kind === "edit" ? batch.rows[0]?.problem : text.partlyText(counts.created, counts.refused)}
      </Alert>
    );
  return (
    <Alert tone="ok" title={text.done}>
      {text.doneText(counts.created)}
    </Alert>
  );
}
