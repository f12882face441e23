"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { CountedFrom } from "@/components/data/counted-from";
import { ErrorAlert } from "@/components/data/error-alert";
import { askAction, ViewError } from "@/components/data/get-json";
import { useConfirmed } from "@/components/data/use-confirmed";
import { Alert } from "@/components/ui/alert";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { countQueued, MOST_MATRIX_CHANGES, type Queue, queuedGroups } from "@/lib/domain/category-matrix";
import type { Counted } from "@/lib/domain/counted";
import { type CategoryName, isHarmful } from "@/lib/domain/eligibility";
import type { MembershipsImpact } from "@/lib/domain/membership-impact";
import { categoryMatrixText } from "@/lib/messages/category-matrix";
import { randomId } from "@/lib/random-id";
import { routes } from "@/lib/routes";
import { applyMatrixAction, reviewMatrixAction } from "@/server/actions/categories";
import { CircleChanges } from "../circle-changes";
import { Counting } from "../use-impact";
import { QueuedUsers } from "./queued-users";

const { review: text } = categoryMatrixText;

interface ReviewDialogProps {
  queue: Queue;
  categories: CategoryName[];
  /** The changes are on their way: nothing waits any more. */
  onDone: () => void;
  onClose: () => void;
}

/** What is queued, whom it concerns, and the start of the bulk change that carries it out. */
export function ReviewDialog({ queue, categories, onDone, onClose }: ReviewDialogProps) {
  const [intentId] = useState(randomId);
  const isTooMuch = queue.size > MOST_MATRIX_CHANGES;
  const { data: counted, error, refetch } = useReview(queue, !isTooMuch);
  const data = counted?.impact;
  const queued = countQueued(queue);
  const changing = data?.changes ?? 0;
  const confirm = useConfirmed(
    () => applyMatrixAction({ intentId, groups: queuedGroups(queue), changing }),
    text.begun,
    ({ jobId }) => routes.userJob(jobId),
  );
  const onConfirm = async () => {
    const result = await confirm();
    if (result.ok) onDone();
    else void refetch();
    return result;
  };
  return (
    <ConfirmDialog
      title={text.title(queued)}
      tone="primary"
      consequence={<QueuedUsers queue={queue} categories={categories} />}
      confirmLabel={text.apply(changing || queued)}
      isReady={changing > 0}
      {...(data?.assets.some(isHarmful) ? { typeToConfirm: text.typed(changing) } : {})}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {isTooMuch && <Alert tone="blocked" title={text.tooMany(MOST_MATRIX_CHANGES)} />}
      {error instanceof ViewError && <ErrorAlert error={error.view} />}
      {data && <Impact impact={data} queued={queued} />}
      {counted && <CountedFrom counted={counted} recount={refetch} />}
      {!data && !error && !isTooMuch && <Counting />}
    </ConfirmDialog>
  );
}

function useReview(queue: Queue, enabled: boolean) {
  // The dialog is opened for one queue: its contents are no name for it, they may be long.
  const id = useId();
  return useQuery<Counted<MembershipsImpact>>({
    queryKey: ["matrix-review", id],
    queryFn: async () => {
      const result = await askAction(() => reviewMatrixAction({ groups: queuedGroups(queue) }));
      if (result.ok) return result.data;
      throw new ViewError(result.error);
    },
    enabled,
    staleTime: 0,
    gcTime: 0,
  });
}

function Impact({ impact, queued }: { impact: MembershipsImpact; queued: number }) {
  if (impact.changes === 0) return <p>{text.nothing}</p>;
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold text-sm">{text.impact}</h3>
      <CircleChanges changes={impact.assets} archived={impact.archived} />
      {impact.changes < queued && (
        <p className="text-muted-foreground">{text.already(queued - impact.changes)}</p>
      )}
    </div>
  );
}
