"use client";

import { type FormEvent, startTransition, useActionState, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { askLeading } from "@/components/data/get-json";
import { EnvironmentBadge } from "@/components/shell/environment-badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup } from "@/components/ui/radio-card";
import type { EnvironmentName } from "@/lib/domain/actor";
import type { ErrorView } from "@/lib/errors";
import { signInText } from "@/lib/messages/sign-in";
import { signInAction } from "@/server/actions/session";

type Method = "password" | "token";
const METHODS: Method[] = ["password", "token"];
const FIELDS = ["username", "password", "token", "environment"];

/** Without an answer the form stays, with what was typed. */
const signIn = (before: ErrorView | null, form: FormData) => askLeading(() => signInAction(before, form));

export function SignInForm({ environments, next }: { environments: EnvironmentName[]; next: string }) {
  const [refused, submit] = useActionState(signInAction, null);
  const [error, ask, isPending] = useActionState(signIn, refused);
  const [method, setMethod] = useState<Method>("password");
  const fields = error?.fields ?? {};
  // Sent by hand where there is script, because a form's action would empty the fields even after a refusal; the action
  // itself works before any script has loaded.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!isPending) startTransition(() => ask(form));
  };
  return (
    <form action={submit} onSubmit={send} className="grid gap-5">
      <input type="hidden" name="next" value={next} />
      <FormAlert error={error} fieldNames={FIELDS} />
      <RadioGroup legend={signInText.environment} error={fields.environment}>
        {environments.map((environment, index) => (
          <RadioCard
            key={environment}
            name="environment"
            value={environment}
            defaultChecked={index === environments.length - 1}
            title={<EnvironmentBadge environment={environment} />}
            description={signInText.environmentHints[environment]}
          />
        ))}
      </RadioGroup>
      <MethodSwitch method={method} onChange={setMethod} />
      {method === "password" ? (
        <>
          <Field label={signInText.username} error={fields.username}>
            <Input
              name="username"
              size="lg"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
          </Field>
          <Field label={signInText.password} error={fields.password}>
            <Input name="password" size="lg" type="password" autoComplete="current-password" />
          </Field>
        </>
      ) : (
        <Field label={signInText.token} hint={signInText.tokenHint} error={fields.token}>
          <Input name="token" size="lg" type="password" autoComplete="off" mono />
        </Field>
      )}
      <Button type="submit" variant="primary" size="lg" loading={isPending} className="w-full">
        {signInText.submit}
      </Button>
    </form>
  );
}

function MethodSwitch({ method, onChange }: { method: Method; onChange: (method: Method) => void }) {
  return (
    <fieldset className="grid grid-cols-2 rounded-md border border-border bg-sunken p-0.5">
      <legend className="sr-only">{signInText.method}</legend>
      {METHODS.map((value) => (
        <label
          key={value}
          htmlFor={`method-${value}`}
          className="flex min-h-8 items-center justify-center rounded-sm px-2 text-center text-muted-foreground text-sm has-checked:bg-card has-checked:font-medium has-checked:text-foreground has-checked:shadow-raised has-focus-visible:outline-2 has-focus-visible:outline-ring"
        >
          <input
            id={`method-${value}`}
            type="radio"
            name="method"
            value={value}
            checked={method === value}
            onChange={() => onChange(value)}
            className="sr-only"
          />
          {signInText.methods[value]}
        </label>
      ))}
    </fieldset>
  );
}
