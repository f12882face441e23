"use client";

import { useId } from "react";
import type { WiredProps } from "@/components/ui/field";
import { late } from "@/components/ui/late";
import { type PickedUser, UserPicker } from "@/components/users/user-picker";

const AssigneeNotes = late(() => import("./assignee-notes").then((file) => file.AssigneeNotes));

interface AssigneePickerProps extends WiredProps {
  assetUuid: string;
  picked: PickedUser | null;
  onPick: (user: PickedUser | null) => void;
}

/** The search for a user knows no asset; whether the one who is picked may hold it stands below, before it is sent. */
export function AssigneePicker({ assetUuid, ...props }: AssigneePickerProps) {
  const notesId = useId();
  const described = [props["aria-describedby"], notesId].filter(Boolean).join(" ");
  return (
    <div className="grid gap-1">
      <UserPicker {...props} aria-describedby={described} />
      <div id={notesId} aria-live="polite" className="grid gap-0.5 text-xs empty:hidden">
        {props.picked && <AssigneeNotes assetUuid={assetUuid} userId={props.picked.id} />}
      </div>
    </div>
  );
}
