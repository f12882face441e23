"use client";

import { useState } from "react";
import { CircleChanges } from "@/components/categories/circle-changes";
import { useImpact } from "@/components/categories/use-impact";
import { useConfirmed } from "@/components/data/use-confirmed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { isHarmful } from "@/lib/domain/eligibility";
import type { MembershipsImpact } from "@/lib/domain/membership-impact";
import type { CreatedEnd, UndoPreview } from "@/lib/domain/user-jobs";
import { userJobsText } from "@/lib/messages/user-jobs";
import { routes } from "@/lib/routes";
import { undoUserJobAction } from "@/server/actions/user-jobs";
import { CreatedChoice } from "./created-choice";

const { undo: text } = userJobsText;

interface UndoDialogProps {
  jobId: string;
  preview: UndoPreview;
  onClose: () => void;
}

/**
 * Says who becomes eligible or ceases to be, and asks what becomes of the users that were made: AMP does not always let a
 * deleted one be registered again.
 */
export function UndoDialog({ jobId, preview, onClose }: UndoDialogProps) {
  const [created, setCreated] = useState<CreatedEnd>("archive");
  const path = `/api${routes.userJob(jobId)}/undo/impact`;
  const { impact, age, waiting, isReady, isUncounted, failure } = useImpact<MembershipsImpact>(path);
  // Who may change no categories takes back nothing of the kind either.
  const isNone = failure?.code === "FORBIDDEN";
  const isHarm = (isUncounted && !isNone) || impact?.assets.some(isHarmful);
  const word = created === "delete" ? text.deleteWord : isHarm ? text.word : undefined;
  const onConfirm = useConfirmed(
    () => undoUserJobAction({ jobId, created }),
    text.begun,
    (undo) => routes.userJob(undo.jobId),
  );
  return (
    <ConfirmDialog
      title={text.title(preview.users)}
      consequence={
        <div className="grid gap-2">
          <p>{text.text}</p>
          {preview.gaidsLeft > 0 && <p>{text.gaidsLeft(preview.gaidsLeft)}</p>}
        </div>
      }
      confirmLabel={text.confirm}
      isReady={isReady}
      {...(word === undefined ? {} : { typeToConfirm: word })}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {preview.created > 0 && (
        <CreatedChoice legend={text.created(preview.created)} created={created} onCreated={setCreated} />
      )}
      {impact ? <CircleChanges changes={impact.assets} archived={impact.archived} /> : !isNone && waiting}
      {age}
    </ConfirmDialog>
  );
}
