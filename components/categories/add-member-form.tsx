"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog-button";
import { Field } from "@/components/ui/field";
import { ControlRow } from "@/components/users/control-row";
import { type PickedUser, UserPicker } from "@/components/users/user-picker";
import type { CategoryName } from "@/lib/domain/eligibility";
import { categoriesText } from "@/lib/messages/categories";
import { loadMembershipDialog } from "./load-dialogs";

const { memberCard: text } = categoriesText;

/** Chooses a user; the dialog then says what it changes before anything is sent. */
export function AddMemberForm({ category: { id, name } }: { category: CategoryName }) {
  const [user, setUser] = useState<PickedUser | null>(null);
  const [added, setAdded] = useState(0);
  const dialog = user && {
    user,
    category: { id, name },
    isMember: true,
    // A member that was added leaves an empty field behind, for the next one.
    onDone: () => {
      setUser(null);
      setAdded((count) => count + 1);
    },
  };
  return (
    <Field label={text.add} className="sm:max-w-xl">
      <ControlRow control={<UserPicker key={added} without={id} picked={user} onPick={setUser} />}>
        {dialog ? (
          <DialogButton key={dialog.user.id} load={loadMembershipDialog} dialog={dialog}>
            {text.submit}
          </DialogButton>
        ) : (
          <Button disabled>{text.submit}</Button>
        )}
      </ControlRow>
    </Field>
  );
}
