import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import type { BatchHead } from "@/lib/domain/assignment-batch";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { routes } from "@/lib/routes";

const { offer } = assignmentBatchesText;

/** What stopped half-way is found again here, whoever comes by. */
export const UnfinishedBatches = ({ assetUuid, batches }: { assetUuid: string; batches: BatchHead[] }) =>
  batches.map((batch) => (
    <Alert
      key={batch.id}
      tone={batch.stuck > 0 ? "danger" : batch.isCarried ? "info" : "waiting"}
      title={titleOf(batch)}
      action={
        <ButtonLink size="sm" href={routes.assignmentBatch(assetUuid, batch.id)}>
          {offer.open}
        </ButtonLink>
      }
    >
      {batch.stuck > 0 ? offer.missingText : (batch.problem ?? (batch.isCarried ? offer.moving : offer.text))}
    </Alert>
  ));

function titleOf({ kind, stuck, counts }: BatchHead): string {
  if (stuck > 0) return offer.missing;
  if (kind === "edit") return offer.edit;
  return offer.create(counts.waiting + counts.sending);
}
