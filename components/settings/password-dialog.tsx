"use client";

import { useRef } from "react";
import { closeDialog, FormDialog } from "@/components/data/form-dialog";
import { useSubmit } from "@/components/data/use-submit";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { MIN_PASSWORD } from "@/lib/domain/account";
import { accountText } from "@/lib/messages/account";
import { notify } from "@/lib/notify";
import { changePasswordAction } from "@/server/actions/account";
import { isAnswerLost, SignInAgain } from "./answer-lost";
import { WhatBreaks } from "./what-breaks";

const { changePassword: text } = accountText;
const FIELDS = ["current", "password", "repeat"] as const;

interface PasswordDialogProps {
  openOperations: number;
  onClose: () => void;
}

export function PasswordDialog({ openOperations, onClose }: PasswordDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  const { submit, isPending, error, fields } = useSubmit(changePasswordAction, () => {
    notify({ tone: "ok", title: text.done });
    closeDialog(form);
  });
  const isLost = isAnswerLost(error);
  const onSubmit = (data: FormData) => {
    const [current = "", password = "", repeat = ""] = FIELDS.map((name) => String(data.get(name) ?? ""));
    submit({ current, password, repeat });
  };
  return (
    <FormDialog
      title={text.title}
      submitLabel={text.submit}
      tone="danger"
      size="md"
      canSubmit={!isLost}
      isPending={isPending}
      error={error}
      fieldNames={[...FIELDS]}
      onSubmit={onSubmit}
      onClose={onClose}
      form={form}
    >
      {isLost ? (
        <SignInAgain />
      ) : (
        <>
          <Field label={text.current} error={fields.current} required>
            <Input type="password" name="current" autoComplete="current-password" maxLength={500} />
          </Field>
          <Field
            label={text.password}
            hint={text.passwordHint(MIN_PASSWORD)}
            error={fields.password}
            required
          >
            <Input type="password" name="password" autoComplete="new-password" maxLength={500} />
          </Field>
          <Field label={text.repeat} error={fields.repeat} required>
            <Input type="password" name="repeat" autoComplete="new-password" maxLength={500} />
          </Field>
          <WhatBreaks hasNewPassword openOperations={openOperations} />
          <p className="text-muted-foreground text-sm">{text.endsOthers}</p>
        </>
      )}
    </FormDialog>
  );
}
