"use client";

import { useRef } from "react";
import { closeDialog, FormDialog } from "@/components/data/form-dialog";
import { useSubmit } from "@/components/data/use-submit";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { sandboxWalletsText } from "@/lib/messages/sandbox-wallets";
import { notify } from "@/lib/notify";
import { makeInvestorWalletsAction } from "@/server/actions/sandbox-wallets";
import { wholeNumber } from "./whole-number";

const { make: text } = sandboxWalletsText;

export function MakeWalletsDialog({ onClose }: { onClose: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const { submit, isPending, error, fields } = useSubmit(makeInvestorWalletsAction, ({ gaids }) => {
    notify({ tone: "ok", title: text.done(gaids.length) });
    closeDialog(form);
  });
  const send = (data: FormData) => {
    const label = String(data.get("label") ?? "").trim();
    submit({ count: wholeNumber(data, "count") ?? 0, ...(label ? { label } : {}) });
  };
  return (
    <FormDialog
      title={text.dialog}
      description={text.description}
      submitLabel={text.submit}
      form={form}
      isPending={isPending}
      error={error}
      fieldNames={["count", "label"]}
      onSubmit={send}
      onClose={onClose}
    >
      <Field label={text.count} hint={text.countHint} error={fields.count}>
        <Input name="count" inputMode="numeric" autoComplete="off" defaultValue="10" className="max-w-32" />
      </Field>
      <Field label={text.label} hint={text.labelHint} error={fields.label} optional>
        <Input name="label" maxLength={200} autoComplete="off" />
      </Field>
    </FormDialog>
  );
}
