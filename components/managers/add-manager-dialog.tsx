"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { FormDialog } from "@/components/data/form-dialog";
import { useSubmit } from "@/components/data/use-submit";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { managersText } from "@/lib/messages/managers";
import { notify } from "@/lib/notify";
import { routes } from "@/lib/routes";
import { createManagerAction } from "@/server/actions/managers";
import { NewPasswordField } from "./new-password-field";

const { create: text, password } = managersText;
const FIELDS = ["username", "password"];

export function AddManagerDialog({ intentId, onClose }: { intentId: string; onClose: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const { submit, isPending, error, fields } = useSubmit(
    createManagerAction,
    ({ id, username }) => {
      notify({ tone: "ok", title: text.done(username) });
      router.push(routes.manager(id));
    },
    { rereads: false },
  );
  return (
    <FormDialog
      title={text.open}
      description={text.lead}
      submitLabel={text.submit}
      isPending={isPending}
      error={error}
      fieldNames={FIELDS}
      onSubmit={(data) =>
        submit({
          intentId,
          username: String(data.get("username")),
          password: String(data.get("password")),
        })
      }
      onClose={onClose}
      form={form}
    >
      <Field label={text.username} hint={text.usernameHint} error={fields.username} required>
        <Input name="username" maxLength={150} autoComplete="off" spellCheck={false} />
      </Field>
      <NewPasswordField label={password.label} error={fields.password} />
      <p className="text-muted-foreground text-xs">{text.keep}</p>
    </FormDialog>
  );
}
