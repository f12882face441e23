"use client";

import { CircleChanges } from "@/components/categories/circle-changes";
import { useImpact } from "@/components/categories/use-impact";
import { useConfirmed } from "@/components/data/use-confirmed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { MembershipsImpact } from "@/lib/domain/membership-impact";
import { userJobsText } from "@/lib/messages/user-jobs";
import { routes } from "@/lib/routes";
import { decideUserJobAction } from "@/server/actions/user-jobs";

const { actions: text } = userJobsText;

interface ApplyDialogProps {
  jobId: string;
  /** Rows that would be carried out. */
  queued: number;
  onClose: () => void;
}

/** Says which assets somebody may receive once the import is applied. */
export function ApplyDialog({ jobId, queued, onClose }: ApplyDialogProps) {
  const path = `/api${routes.userJob(jobId)}/impact`;
  const { impact, waiting, isReady, failure } = useImpact<MembershipsImpact>(path);
  const onConfirm = useConfirmed(() => decideUserJobAction({ jobId, decision: "apply" }), text.applied);
  return (
    <ConfirmDialog
      title={text.applyTitle(queued)}
      tone="primary"
      consequence={<p>{text.applyText}</p>}
      confirmLabel={text.apply}
      isReady={isReady}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {/* Who may change no categories imports none either. */}
      {impact ? <CircleChanges changes={impact.assets} /> : failure?.code !== "FORBIDDEN" && waiting}
    </ConfirmDialog>
  );
}
