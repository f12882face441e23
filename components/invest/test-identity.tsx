"use client";

import type { FormEvent } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { investText } from "@/lib/messages/invest";
import { testKyc } from "@/server/actions/invest";
import { useInvestorSubmit } from "./signed-in";

const { identity: text } = investText;
const FIELDS = ["firstName", "lastName"];

/** Where the service allows it, and never in production: an identity without a check. */
export function TestIdentity() {
  const { submit, isPending, error, fields } = useInvestorSubmit(testKyc);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    submit({ firstName: String(form.get("firstName")), lastName: String(form.get("lastName")) });
  };
  return (
    <details className="rounded-md border border-border border-dashed px-3.5 py-2.5 text-sm">
      <summary className="font-medium">{text.testTitle}</summary>
      <form method="dialog" onSubmit={onSubmit} noValidate className="mt-3 grid max-w-md gap-3">
        <p className="text-muted-foreground">{text.testHint}</p>
        <FormAlert error={error} fieldNames={FIELDS} />
        <Field label={text.firstName} error={fields.firstName} required>
          <Input name="firstName" maxLength={100} autoComplete="off" />
        </Field>
        <Field label={text.lastName} error={fields.lastName} required>
          <Input name="lastName" maxLength={100} autoComplete="off" />
        </Field>
        <div>
          <Button type="submit" loading={isPending}>
            {text.testSubmit}
          </Button>
        </div>
      </form>
    </details>
  );
}
