"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { goToSignIn, offline, ViewError } from "@/components/data/get-json";
import { Alert } from "@/components/ui/alert";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Spinner } from "@/components/ui/spinner";
import { countQueued, MOST_MATRIX_CHANGES, type Queue, queuedChanges } from "@/lib/domain/category-matrix";
import { type CategoryName, isHarmful } from "@/lib/domain/eligibility";
import type { MembershipsImpact } from "@/lib/domain/membership-impact";
import { categoryImpactText } from "@/lib/messages/category-impact";
import { categoryMatrixText } from "@/lib/messages/category-matrix";
import { randomId } from "@/lib/random-id";
import { routes } from "@/lib/routes";
import { applyMatrixAction, reviewMatrixAction } from "@/server/actions/categories";
import { CircleChanges } from "../circle-changes";
import { useConfirmed } from "../use-confirmed";
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
  const router = useRouter();
  const [intentId] = useState(randomId);
  const isTooMuch = queue.size > MOST_MATRIX_CHANGES;
  const { data, error, refetch } = useReview(queue, !isTooMuch);
  const queued = countQueued(queue);
  const changing = data?.changes ?? 0;
  const confirm = useConfirmed(
    () => applyMatrixAction({ intentId, changes: queuedChanges(queue), changing }),
    text.begun,
  );
  const onConfirm = async () => {
    const result = await confirm();
    if (result.ok) {
      router.push(routes.userJob(result.data.jobId));
      onDone();
    } else void refetch();
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
      {!data && !error && !isTooMuch && (
        <p role="status" className="flex items-center gap-2 text-muted-foreground">
          <Spinner />
          {categoryImpactText.counting}
        </p>
      )}
    </ConfirmDialog>
  );
}

function useReview(queue: Queue, enabled: boolean) {
  const changes = queuedChanges(queue);
  return useQuery<MembershipsImpact>({
    queryKey: ["matrix-review", changes],
    queryFn: async () => {
      const result = await reviewMatrixAction({ changes }).catch(() => null);
      if (result?.ok) return result.data;
      if (result?.error.code === "UNAUTHENTICATED") goToSignIn();
      throw new ViewError(result?.error ?? offline());
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
      <CircleChanges changes={impact.assets} />
      {impact.changes < queued && (
        <p className="text-muted-foreground">{text.already(queued - impact.changes)}</p>
      )}
    </div>
  );
}
