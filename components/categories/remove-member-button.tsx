"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import { commonText } from "@/lib/messages/common";
import type { RemoveMemberProps } from "./remove-member-dialog";

const load = () => import("./remove-member-dialog").then((module) => module.RemoveMemberDialog);

interface RemoveMemberButtonProps extends RemoveMemberProps {
  /** Who is removed from what, for those who hear the page: many such buttons stand in one list. */
  label: string;
}

export function RemoveMemberButton({ label, ...props }: RemoveMemberButtonProps) {
  return (
    <DialogButton load={load} dialog={props} size="sm" aria-label={label}>
      {commonText.actions.remove}
    </DialogButton>
  );
}
