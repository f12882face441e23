"use client";

import Lock from "lucide-react/icons/lock";
import LockOpen from "lucide-react/icons/lock-open";
import Pencil from "lucide-react/icons/pencil";
import Trash2 from "lucide-react/icons/trash-2";
import { ConfirmAction } from "@/components/data/confirm-action";
import { DialogButton } from "@/components/ui/dialog-button";
import { isChangeable } from "@/lib/domain/assignment";
import type { AssignmentView } from "@/lib/domain/assignment-view";
import { formatAmount } from "@/lib/format/amounts";
import { assignmentViewText } from "@/lib/messages/assignment-view";
import { assignmentsText } from "@/lib/messages/assignments";
import { routes } from "@/lib/routes";
import { deleteAssignmentAction, setAssignmentLockAction } from "@/server/actions/assignments";

const loadEdit = () => import("./edit-dialog").then((module) => module.EditDialog);

/** What the list offers in its row, in words; where this assignment is none any more, the page goes on. */
export function AssignmentPageActions({ asset, row }: Pick<AssignmentView, "asset" | "row">) {
  if (!isChangeable(row)) return null;
  const { assetUuid } = asset;
  const ids = { assetUuid, assignmentId: row.id };
  const words = row.readyForDistribution ? assignmentsText.lock : assignmentsText.unlock;
  const { remove } = assignmentsText;
  // A change makes another one, under a number of its own.
  const goTo = (made: number | null) =>
    made === null ? routes.assignments(assetUuid) : routes.assignment(assetUuid, made);
  return (
    <span className="flex flex-wrap gap-2" data-commands>
      <DialogButton load={loadEdit} dialog={{ asset, row, goTo }} size="sm" icon={<Pencil aria-hidden />}>
        {assignmentViewText.change}
      </DialogButton>
      <ConfirmAction
        size="sm"
        icon={row.readyForDistribution ? <Lock aria-hidden /> : <LockOpen aria-hidden />}
        tone="primary"
        title={words.title(row.userName)}
        consequence={words.consequence}
        confirmLabel={words.confirm}
        done={words.done}
        action={() => setAssignmentLockAction({ ...ids, isLocked: row.readyForDistribution })}
      >
        {words.confirm}
      </ConfirmAction>
      <ConfirmAction
        size="sm"
        icon={<Trash2 aria-hidden />}
        title={remove.title(row.userName)}
        consequence={remove.consequence(formatAmount(row.amount, asset.precision, { ticker: asset.ticker }))}
        confirmLabel={remove.confirm}
        done={remove.done}
        action={() => deleteAssignmentAction(ids)}
        goTo={() => routes.assignments(assetUuid)}
      >
        {remove.confirm}
      </ConfirmAction>
    </span>
  );
}
