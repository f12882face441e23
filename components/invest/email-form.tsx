"use client";

import type { FormEvent } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { investText } from "@/lib/messages/invest";
import { notify } from "@/lib/notify";
import { setInvestorEmail } from "@/server/actions/invest";
import { useFormDraft } from "./drafts";
import { SubmitButton } from "./form-end";
import { useInvestorSubmit } from "./signed-in";

const { email: text } = investText;
const FIELDS = ["email"];

export function EmailForm({ email, label }: { email: string | null; label: string }) {
  const form = useFormDraft("email");
  const { submit, isPending, error, fields } = useInvestorSubmit(setInvestorEmail, () =>
    notify({ tone: "ok", title: text.saved }),
  );
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    submit({ email: String(new FormData(event.currentTarget).get("email")).trim() });
  };
  return (
    <form ref={form} method="dialog" onSubmit={onSubmit} noValidate className="grid max-w-md gap-4">
      <FormAlert error={error} fieldNames={FIELDS} />
      <Field label={text.label} hint={text.hint} error={fields.email} required>
        <Input
          name="email"
          type="email"
          size="lg"
          defaultValue={email ?? ""}
          maxLength={254}
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <SubmitButton label={label} isPending={isPending} />
    </form>
  );
}
