"use client";

import Lock from "lucide-react/icons/lock";
import LockOpen from "lucide-react/icons/lock-open";
import Pencil from "lucide-react/icons/pencil";
import Trash2 from "lucide-react/icons/trash-2";
import { ConfirmAction } from "@/components/data/confirm-action";
import { DialogButton } from "@/components/ui/dialog-button";
import type { Asset } from "@/lib/contracts/amp/assets";
import { type AssignmentRow, isChangeable } from "@/lib/domain/assignment";
import { formatAmount } from "@/lib/format/amounts";
import { assignmentsText } from "@/lib/messages/assignments";
import { deleteAssignmentAction, setAssignmentLockAction } from "@/server/actions/assignments";

const loadEdit = () => import("./edit-dialog").then((module) => module.EditDialog);

/** Only what AMP would accept: an assignment inside a distribution can be neither held back nor deleted. */
export function AssignmentActions({ row, asset }: { row: AssignmentRow; asset: Asset }) {
  if (!isChangeable(row)) return null;
  const ids = { assetUuid: asset.assetUuid, assignmentId: row.id };
  const words = row.readyForDistribution ? assignmentsText.lock : assignmentsText.unlock;
  const { remove } = assignmentsText;
  return (
    <span className="flex justify-end">
      <DialogButton
        load={loadEdit}
        dialog={{ asset, row }}
        variant="ghost"
        size="icon-sm"
        icon={<Pencil aria-hidden />}
        aria-label={assignmentsText.edit.button(row.userName)}
      />
      <ConfirmAction
        variant="ghost"
        size="icon-sm"
        icon={row.readyForDistribution ? <Lock aria-hidden /> : <LockOpen aria-hidden />}
        aria-label={words.title(row.userName)}
        tone="primary"
        title={words.title(row.userName)}
        consequence={words.consequence}
        confirmLabel={words.confirm}
        done={words.done}
        action={() => setAssignmentLockAction({ ...ids, isLocked: row.readyForDistribution })}
      />
      <ConfirmAction
        variant="ghost"
        size="icon-sm"
        icon={<Trash2 aria-hidden />}
        aria-label={remove.title(row.userName)}
        title={remove.title(row.userName)}
        consequence={remove.consequence(formatAmount(row.amount, asset.precision, { ticker: asset.ticker }))}
        confirmLabel={remove.confirm}
        done={remove.done}
        action={() => deleteAssignmentAction(ids)}
      />
    </span>
  );
}
