"use client";

import Pencil from "lucide-react/icons/pencil";
import { ConfirmAction } from "@/components/data/confirm-action";
import { DialogButton } from "@/components/ui/dialog-button";
import type { Asset } from "@/lib/contracts/amp/assets";
import { type AssignmentRow, isChangeable } from "@/lib/domain/assignment";
import { assignmentsText } from "@/lib/messages/assignments";
import { confirmsOf } from "./assignment-confirms";

const loadEdit = () => import("./edit-dialog").then((module) => module.EditDialog);

/** Only what AMP would accept: an assignment inside a distribution can be neither held back nor deleted. */
export function AssignmentActions({ row, asset }: { row: AssignmentRow; asset: Asset }) {
  if (!isChangeable(row)) return null;
  const { lock, remove } = confirmsOf(row, asset);
  return (
    <span className="flex justify-end">
      <DialogButton
        load={loadEdit}
        dialog={{ asset, row }}
        variant="ghost"
        size="icon-sm"
        icon={<Pencil aria-hidden />}
        aria-label={assignmentsText.changeOf(row.userName)}
      />
      <ConfirmAction {...lock} variant="ghost" size="icon-sm" aria-label={lock.title} />
      <ConfirmAction {...remove} variant="ghost" size="icon-sm" aria-label={remove.title} />
    </span>
  );
}
