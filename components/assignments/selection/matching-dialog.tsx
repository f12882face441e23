"use client";

import { useState } from "react";
import { CountedFrom } from "@/components/data/counted-from";
import { useConfirmed } from "@/components/data/use-confirmed";
import { PreviewPending } from "@/components/operations/preview-pending";
import { usePreview } from "@/components/operations/use-preview";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { MassChange, MatchingAssignments } from "@/lib/domain/assignment";
import type { Counted } from "@/lib/domain/counted";
import { type ListState, listHref } from "@/lib/list-state";
import { assignmentChoiceText } from "@/lib/messages/assignment-choice";
import { assignmentSelectionText as text } from "@/lib/messages/assignment-selection";
import { randomId } from "@/lib/random-id";
import { routes } from "@/lib/routes";
import { startAssignmentJobAction } from "@/server/actions/assignment-jobs";
import { ChangeQuestion } from "./change-question";

interface MatchingDialogProps {
  asset: Asset;
  change: MassChange;
  state: ListState;
  onClose: () => void;
}

/** A change of all that the list's search and filters match, on whatever page: counted anew, then the worker's. */
export function MatchingDialog({ asset, change, state, onClose }: MatchingDialogProps) {
  const { assetUuid } = asset;
  const [intentId] = useState(randomId);
  const search = listHref({ ...state, path: "" }).slice(1);
  const preview = usePreview<Counted<MatchingAssignments>>(
    `/api${state.path}/matching?change=${change}${search ? `&${search}` : ""}`,
  );
  // While it is counted again nothing is confirmed that was counted before.
  const counted = preview.isFetching ? undefined : preview.data;
  const wanted = counted?.impact;
  const { q, filters } = state.query;
  const confirm = useConfirmed(
    () =>
      startAssignmentJobAction({
        ...{ intentId, assetUuid },
        meant: { change, query: { q, filters }, digest: wanted?.digest ?? "" },
      }),
    text.begun,
    ({ jobId }) => routes.assignmentJob(assetUuid, jobId),
  );
  const onConfirm = async () => {
    const result = await confirm();
    if (!result.ok) void preview.refetch();
    return result;
  };
  return (
    <ConfirmDialog
      title={wanted ? text.title(change, wanted.count) : text.counting}
      tone="primary"
      consequence={
        <div className="grid gap-4">
          {counted ? (
            <>
              <ChangeQuestion asset={asset} change={change} wanted={counted.impact} />
              <CountedFrom counted={counted} recount={preview.refetch} />
            </>
          ) : (
            <PreviewPending
              error={preview.isFetching ? null : preview.error}
              isFetching={false}
              loading={text.counting}
              onAgain={() => void preview.refetch()}
              back={null}
            />
          )}
        </div>
      }
      confirmLabel={assignmentChoiceText.verbs[change]}
      isReady={wanted !== undefined && wanted.count > 0}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
