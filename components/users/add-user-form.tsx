"use client";

import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Card, CardBody } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup } from "@/components/ui/radio-card";
import { usersText } from "@/lib/messages/users";
import { notify } from "@/lib/notify";
import { routes } from "@/lib/routes";
import { addUserAction } from "@/server/actions/users";
import { GaidOwnerLink } from "./gaid-owner-link";
import { UsersFormFooter } from "./users-form-footer";

const { form: text, kinds } = usersText;
const FIELDS = ["name", "gaid"];

/** A person or company. What was typed stays where it is until AMP has taken it. */
export function AddUserForm({ intentId }: { intentId: string }) {
  const router = useRouter();
  const { submit, isPending, isDone, error, fields } = useSubmit(addUserAction, (user) => {
    notify({ tone: "ok", title: text.added(user.name) });
    router.replace(routes.user(user.id));
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    submit({
      intentId,
      name: String(form.get("name")),
      isCompany: form.get("kind") === "company",
      gaid: String(form.get("gaid")),
    });
  };
  return (
    <form method="dialog" onSubmit={onSubmit} noValidate className="max-w-2xl">
      <Card>
        <CardBody className="grid gap-5">
          <FormAlert error={error} fieldNames={FIELDS} />
          <RadioGroup legend={text.kind}>
            <div className="grid gap-2 sm:grid-cols-2">
              <RadioCard
                name="kind"
                value="person"
                defaultChecked
                title={kinds.person}
                description={text.personHint}
              />
              <RadioCard name="kind" value="company" title={kinds.company} description={text.companyHint} />
            </div>
          </RadioGroup>
          <Field label={text.name} hint={text.nameHint} error={fields.name} required>
            <Input name="name" maxLength={255} autoComplete="off" />
          </Field>
          <Field label={text.gaid} hint={text.gaidHint} error={fields.gaid} optional>
            <Input
              name="gaid"
              mono
              maxLength={60}
              autoComplete="off"
              spellCheck={false}
              autoCapitalize="off"
            />
          </Field>
          <GaidOwnerLink error={error} />
        </CardBody>
        <UsersFormFooter submit={text.submit} isBusy={isPending || isDone} />
      </Card>
    </form>
  );
}
