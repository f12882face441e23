"use client";

import { CircleChanges } from "@/components/categories/circle-changes";
import { useImpact } from "@/components/categories/use-impact";
import { useConfirmed } from "@/components/data/use-confirmed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { RemovalImpact } from "@/lib/domain/membership-impact";
import { requestsText } from "@/lib/messages/requests";
import { routes } from "@/lib/routes";
import { answerKycAlertAction } from "@/server/actions/requests";

const { alert: text } = requestsText;

interface RemoveDialogProps {
  requestId: string;
  /** What the approval added. */
  categoryIds: number[];
  onClose: () => void;
}

/** Says what the person can receive no more before the categories of the approval are taken back. */
export function RemoveDialog({ requestId, categoryIds, onClose }: RemoveDialogProps) {
  const isNothing = categoryIds.length === 0;
  const { impact, age, waiting, isReady } = useImpact<RemovalImpact>(
    `/api${routes.request(requestId)}/impact`,
    {
      enabled: !isNothing,
    },
  );
  const onConfirm = useConfirmed(() => answerKycAlertAction({ requestId, answer: "remove" }), text.removed);
  const nameOf = (id: number) =>
    impact?.categories.find((category) => category.id === id)?.name ?? text.category(id);
  return (
    <ConfirmDialog
      title={text.removeTitle}
      consequence={isNothing ? text.removeNone : text.removeConsequence(categoryIds.map(nameOf).join(", "))}
      confirmLabel={text.remove}
      isReady={isNothing || isReady}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {impact ? <CircleChanges changes={impact.assets} /> : waiting}
      {age}
    </ConfirmDialog>
  );
}
