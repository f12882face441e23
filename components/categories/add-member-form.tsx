"use client";

import { type FormEvent, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { ControlRow } from "@/components/users/control-row";
import { UserPicker } from "@/components/users/user-picker";
import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { CategoryName } from "@/lib/domain/eligibility";
import { categoriesText } from "@/lib/messages/categories";
import { notify } from "@/lib/notify";
import { setMembershipAction } from "@/server/actions/categories";

const { memberCard: text } = categoriesText;

export function AddMemberForm({ category }: { category: CategoryName }) {
  const [user, setUser] = useState<RegisteredUser | null>(null);
  const [isMissing, setMissing] = useState(false);
  const { submit, isPending, error } = useSubmit(setMembershipAction, () => {
    if (user) notify({ tone: "ok", title: text.added(user.name) });
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!user);
    if (user) submit({ categoryId: category.id, userId: user.id, isMember: true });
  };
  return (
    <form method="post" onSubmit={onSubmit} noValidate className="grid gap-3">
      <FormAlert error={error} />
      <Field label={text.add} error={isMissing && !user ? text.choose : undefined} className="sm:max-w-xl">
        <ControlRow control={<UserPicker without={category.id} picked={user} onPick={setUser} />}>
          <Button type="submit" loading={isPending}>
            {text.submit}
          </Button>
        </ControlRow>
      </Field>
    </form>
  );
}
