"use client";

import { useRef } from "react";
import { useSubmit } from "@/components/data/use-submit";
import { closeDialog, FormDialog } from "@/components/sandbox/form-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { requestsText } from "@/lib/messages/requests";
import { notify } from "@/lib/notify";
import { declineRequestAction } from "@/server/actions/requests";

const { decline: text } = requestsText;

interface DeclineDialogProps {
  requestId: string;
  /** An approval had begun, and something of it may stand at AMP. */
  isStopped: boolean;
  onClose: () => void;
}

export function DeclineDialog({ requestId, isStopped, onClose }: DeclineDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  const { submit, isPending, error, fields } = useSubmit(declineRequestAction, () => {
    notify({ tone: "ok", title: text.done });
    closeDialog(form);
  });
  return (
    <FormDialog
      title={text.title}
      description={isStopped ? text.textStopped : text.text}
      submitLabel={text.submit}
      tone="danger"
      form={form}
      isPending={isPending}
      error={error}
      fieldNames={["reason"]}
      onSubmit={(data) => submit({ requestId, reason: String(data.get("reason") ?? "") })}
      onClose={onClose}
    >
      <Field label={text.reason} hint={text.reasonHint} error={fields.reason} required>
        <Textarea name="reason" rows={3} maxLength={1000} />
      </Field>
    </FormDialog>
  );
}
