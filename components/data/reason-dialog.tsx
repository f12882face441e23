"use client";

import { useRef } from "react";
import { closeDialog, FormDialog } from "@/components/data/form-dialog";
import { useSubmit } from "@/components/data/use-submit";
import type { DialogProps } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Result } from "@/lib/errors";
import { notify } from "@/lib/notify";

interface ReasonDialogProps extends Pick<DialogProps, "title" | "description" | "onClose"> {
  text: { reason: string; reasonHint: string; submit: string; done: string };
  action: (input: { reason: string }) => Promise<Result<unknown>>;
}

/** What is done only with a reason that somebody else will read. */
export function ReasonDialog({ text, action, ...dialog }: ReasonDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  const { submit, isPending, error, fields } = useSubmit(action, () => {
    notify({ tone: "ok", title: text.done });
    closeDialog(form);
  });
  return (
    <FormDialog
      {...dialog}
      submitLabel={text.submit}
      tone="danger"
      form={form}
      isPending={isPending}
      error={error}
      fieldNames={["reason"]}
      onSubmit={(data) => submit({ reason: String(data.get("reason") ?? "") })}
    >
      <Field label={text.reason} hint={text.reasonHint} error={fields.reason} required>
        <Textarea name="reason" rows={3} maxLength={1000} />
      </Field>
    </FormDialog>
  );
}
