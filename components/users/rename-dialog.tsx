"use client";

import { useRef } from "react";
import { closeDialog, FormDialog } from "@/components/data/form-dialog";
import { useSubmit } from "@/components/data/use-submit";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { usersText } from "@/lib/messages/users";
import { notify } from "@/lib/notify";
import { renameUserAction } from "@/server/actions/users";

const { rename: text, form: words } = usersText;

export interface RenameProps {
  user: { id: number; name: string };
}

export function RenameDialog({ user, onClose }: RenameProps & { onClose: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const { submit, isPending, error, fields } = useSubmit(renameUserAction, () => {
    notify({ tone: "ok", title: text.done });
    closeDialog(form);
  });
  const onSubmit = (data: FormData) => {
    const name = String(data.get("name")).trim();
    if (name === user.name)
      closeDialog(form); // AMP has it so already
    else submit({ userId: user.id, name });
  };
  return (
    <FormDialog
      title={text.title(user.name)}
      description={text.kindFixed}
      submitLabel={text.submit}
      isPending={isPending}
      error={error}
      fieldNames={["name"]}
      onSubmit={onSubmit}
      onClose={onClose}
      form={form}
    >
      <Field label={words.name} hint={words.nameHint} error={fields.name} required>
        <Input name="name" maxLength={255} autoComplete="off" defaultValue={user.name} />
      </Field>
    </FormDialog>
  );
}
