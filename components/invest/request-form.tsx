"use client";

import { type FormEvent, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup } from "@/components/ui/radio-card";
import type { IssuerLink } from "@/lib/domain/investor";
import { investText } from "@/lib/messages/invest";
import { notify } from "@/lib/notify";
import { randomId } from "@/lib/random-id";
import { sendRequest } from "@/server/actions/invest";
import { useFormDraft } from "./drafts";
import { ConsentBox, consentIn, SubmitButton } from "./form-end";
import { SharedFacts } from "./shared-facts";
import { useInvestorSubmit } from "./signed-in";

const { request: text } = investText;
const FIELDS = ["personName", "isCompany", "consent"];

/** Says what the issuer will be told, then sends the request. The form's id makes a repeat meet the first one. */
export function RequestForm({ label, issuer }: { label: string; issuer: IssuerLink }) {
  const [intentId] = useState(randomId);
  const draft = useFormDraft("request");
  const { submit, isPending, error, fields } = useInvestorSubmit(sendRequest, () =>
    notify({ tone: "ok", title: text.sent }),
  );
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    submit({
      intentId,
      issuer: issuer.slug,
      personName: String(form.get("personName")).trim(),
      isCompany: form.get("kind") === "company",
      consent: consentIn(form),
    });
  };
  return (
    <form ref={draft} method="dialog" onSubmit={onSubmit} noValidate className="grid gap-5">
      <SharedFacts issuer={issuer.name} />
      <FormAlert error={error} fieldNames={FIELDS} />
      <Field label={text.name} hint={text.nameHint} error={fields.personName} required className="max-w-md">
        <Input name="personName" size="lg" maxLength={255} autoComplete="name" />
      </Field>
      <RadioGroup legend={text.kind} error={fields.isCompany} className="max-w-md">
        <RadioCard name="kind" value="person" title={text.person} defaultChecked />
        <RadioCard name="kind" value="company" title={text.company} />
      </RadioGroup>
      <ConsentBox label={text.consent(issuer.name)} errors={fields.consent} />
      <SubmitButton label={label} isPending={isPending} />
    </form>
  );
}
