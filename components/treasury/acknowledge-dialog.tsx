"use client";

import { useRef } from "react";
import { useSubmit } from "@/components/data/use-submit";
import { closeDialog, FormDialog } from "@/components/sandbox/form-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { WatchAlert } from "@/lib/domain/watch";
import { watchText } from "@/lib/messages/watch";
import { notify } from "@/lib/notify";
import { acknowledgeAlertAction } from "@/server/actions/watch";

const { acknowledge: text, kinds } = watchText;

export function AcknowledgeDialog({ alert, onClose }: { alert: WatchAlert; onClose: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const { submit, isPending, error, fields } = useSubmit(acknowledgeAlertAction, () => {
    notify({ tone: "ok", title: text.done });
    closeDialog(form);
  });
  return (
    <FormDialog
      title={text.title(kinds[alert.kind].title)}
      description={text.consequence}
      submitLabel={text.submit}
      tone="danger"
      form={form}
      isPending={isPending}
      error={error}
      fieldNames={["reason"]}
      onSubmit={(data) => submit({ alertId: alert.id, reason: String(data.get("reason") ?? "") })}
      onClose={onClose}
    >
      <Field label={text.reason} hint={text.reasonHint} error={fields.reason} required>
        <Textarea name="reason" rows={3} maxLength={1000} />
      </Field>
    </FormDialog>
  );
}
