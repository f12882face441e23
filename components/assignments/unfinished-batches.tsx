import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { BatchHead } from "@/lib/domain/assignment-batch";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { routes } from "@/lib/routes";

const { offer } = assignmentBatchesText;
/** Of those that go on by themselves: a long file is several, and the list stands below. The others are links in one alert. */
const SHOWN = 2;

/** What stopped half-way is found again here, whoever comes by. */
export function UnfinishedBatches({ assetUuid, batches }: { assetUuid: string; batches: BatchHead[] }) {
  const quiet = batches.filter(({ stuck, isCarried, problem }) => stuck === 0 && isCarried && !problem);
  const others = quiet.slice(SHOWN);
  const left = others.reduce((sum, batch) => sum + leftOf(batch), 0);
  return (
    <>
      {batches
        .filter((batch) => !others.includes(batch))
        .map((batch) => (
          <Unfinished key={batch.id} assetUuid={assetUuid} batch={batch} />
        ))}
      {others.length > 0 && (
        <Alert tone="info" title={offer.others(others.length, left)}>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {others.map((batch, place) => (
              <li key={batch.id}>
                <Link
                  href={routes.assignmentBatch(assetUuid, batch.id)}
                  className="inline-block min-h-6 text-link leading-6 underline-offset-2 hover:underline"
                >
                  {offer.further(place + 1, leftOf(batch))}
                </Link>
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}

const Unfinished = ({ assetUuid, batch }: { assetUuid: string; batch: BatchHead }) => (
  <Alert
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
);

const leftOf = ({ counts }: BatchHead): number => counts.waiting + counts.sending;

function titleOf(batch: BatchHead): string {
  if (batch.stuck > 0) return offer.missing;
  return batch.kind === "edit" ? offer.edit : offer.create(leftOf(batch));
}
