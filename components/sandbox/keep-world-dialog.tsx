"use client";

import { useRef } from "react";
import { closeDialog, FormDialog } from "@/components/data/form-dialog";
import { useSubmit } from "@/components/data/use-submit";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { sandboxWorldsText } from "@/lib/messages/sandbox-worlds";
import { notify } from "@/lib/notify";
import { keepWorldAction } from "@/server/actions/sandbox-worlds";

const { make: text } = sandboxWorldsText;

export function KeepWorldDialog({ onClose }: { onClose: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const { submit, isPending, error, fields } = useSubmit(keepWorldAction, ({ name }) => {
    notify({ tone: "ok", title: text.done(name) });
    closeDialog(form);
  });
  return (
    <FormDialog
      title={text.dialog}
      description={text.description}
      submitLabel={text.submit}
      form={form}
      isPending={isPending}
      error={error}
      fieldNames={["name"]}
      onSubmit={(data) => submit({ name: String(data.get("name") ?? "") })}
      onClose={onClose}
    >
      <Field label={text.name} hint={text.nameHint} error={fields.name}>
        <Input name="name" maxLength={40} autoComplete="off" spellCheck={false} autoCapitalize="none" />
      </Field>
    </FormDialog>
  );
}
