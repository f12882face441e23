"use client";

import { CircleChanges } from "@/components/categories/circle-changes";
import { useImpact } from "@/components/categories/use-impact";
import { useConfirmed } from "@/components/data/use-confirmed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { isHarmful } from "@/lib/domain/eligibility";
import type { MembershipsImpact } from "@/lib/domain/membership-impact";
import type { UserJobAbout } from "@/lib/domain/user-jobs";
import { userJobsText } from "@/lib/messages/user-jobs";
import { userUndoText } from "@/lib/messages/user-undo";
import { routes } from "@/lib/routes";
import { decideUserJobAction } from "@/server/actions/user-jobs";

const { actions: text, undo } = userJobsText;

interface ApplyDialogProps {
  jobId: string;
  about: UserJobAbout;
  /** Rows that would be carried out. */
  queued: number;
  onClose: () => void;
}

/** Says which assets somebody may receive once the import is applied, or ceases to once an undo by its file is. */
export function ApplyDialog({ jobId, about, queued, onClose }: ApplyDialogProps) {
  const path = `/api${routes.userJob(jobId)}/impact`;
  const { impact, age, waiting, isReady, isUncounted, failure } = useImpact<MembershipsImpact>(path);
  const isNone = failure?.code === "FORBIDDEN";
  const isUndo = about.kind === "undo";
  const isHarm = (isUncounted && !isNone) || impact?.assets.some(isHarmful);
  const word = !isUndo
    ? undefined
    : about.created === "delete"
      ? undo.deleteWord
      : isHarm
        ? undo.word
        : undefined;
  const onConfirm = useConfirmed(() => decideUserJobAction({ jobId, decision: "apply" }), text.applied);
  return (
    <ConfirmDialog
      title={isUndo ? userUndoText.applyTitle(queued) : text.applyTitle(queued)}
      tone={isUndo ? "danger" : "primary"}
      consequence={<p>{isUndo ? undo.text : text.applyText}</p>}
      confirmLabel={isUndo ? undo.confirm : text.apply}
      {...(word === undefined ? {} : { typeToConfirm: word })}
      isReady={isReady}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {/* Who may change no categories imports none either. */}
      {impact ? <CircleChanges changes={impact.assets} archived={impact.archived} /> : !isNone && waiting}
      {age}
    </ConfirmDialog>
  );
}
