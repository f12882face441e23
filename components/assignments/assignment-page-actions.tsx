"use client";

import Pencil from "lucide-react/icons/pencil";
import { ConfirmAction } from "@/components/data/confirm-action";
import { DialogButton } from "@/components/ui/dialog-button";
import { isChangeable } from "@/lib/domain/assignment";
import type { AssignmentView } from "@/lib/domain/assignment-view";
import { assignmentViewText } from "@/lib/messages/assignment-view";
import { routes } from "@/lib/routes";
import { confirmsOf } from "./assignment-confirms";

const loadEdit = () => import("./edit-dialog").then((module) => module.EditDialog);

/** What the list offers in its row, in words; where this assignment is none any more, the page goes on. */
export function AssignmentPageActions({ asset, row }: Pick<AssignmentView, "asset" | "row">) {
  if (!isChangeable(row)) return null;
  const { assetUuid } = asset;
  const { lock, remove } = confirmsOf(row, asset);
  // A change makes another one, under a number of its own.
  const goTo = (made: number | null) =>
    made === null ? routes.assignments(assetUuid) : routes.assignment(assetUuid, made);
  return (
    <span className="flex flex-wrap gap-2">
      <DialogButton load={loadEdit} dialog={{ asset, row, goTo }} size="sm" icon={<Pencil aria-hidden />}>
        {assignmentViewText.change}
      </DialogButton>
      <ConfirmAction {...lock} size="sm">
        {lock.confirmLabel}
      </ConfirmAction>
      <ConfirmAction {...remove} size="sm" goTo={() => routes.assignments(assetUuid)} isGone>
        {remove.confirmLabel}
      </ConfirmAction>
    </span>
  );
}
