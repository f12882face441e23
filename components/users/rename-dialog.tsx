"use client";

import { useState } from "react";
import { useConfirmed } from "@/components/categories/use-confirmed";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { usersText } from "@/lib/messages/users";
import { renameUserAction } from "@/server/actions/users";

const { rename: text, form } = usersText;

export interface RenameProps {
  user: { id: number; name: string };
}

export function RenameDialog({ user, onClose }: RenameProps & { onClose: () => void }) {
  const [name, setName] = useState(user.name);
  const [errors, setErrors] = useState<readonly string[]>();
  const confirm = useConfirmed(() => renameUserAction({ userId: user.id, name }), text.done);
  const onConfirm = async () => {
    const result = await confirm();
    setErrors(result.ok ? undefined : result.error.fields?.name);
    return result;
  };
  return (
    <ConfirmDialog
      title={text.title(user.name)}
      tone="primary"
      consequence={
        <Field label={form.name} hint={form.nameHint} error={errors} required>
          <Input
            value={name}
            maxLength={255}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
      }
      confirmLabel={text.submit}
      isReady={name.trim() !== "" && name.trim() !== user.name}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p className="text-muted-foreground text-xs">{text.kindFixed}</p>
    </ConfirmDialog>
  );
}
