"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import { commonText } from "@/lib/messages/common";
import { loadMembershipDialog } from "./load-dialogs";
import type { MembershipProps } from "./membership-dialog";

interface RemoveMemberButtonProps extends Omit<MembershipProps, "isMember"> {
  /** Who is removed from what, for those who hear the page: many such buttons stand in one list. */
  label: string;
}

export function RemoveMemberButton({ label, user, category }: RemoveMemberButtonProps) {
  const dialog = {
    user: { id: user.id, name: user.name },
    category: { id: category.id, name: category.name },
    isMember: false,
  };
  return (
    <DialogButton load={loadMembershipDialog} dialog={dialog} size="sm" aria-label={label}>
      {commonText.actions.remove}
    </DialogButton>
  );
}
