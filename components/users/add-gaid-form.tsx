"use client";

import type { FormEvent } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { usersText } from "@/lib/messages/users";
import { notify } from "@/lib/notify";
import { addGaidAction } from "@/server/actions/users";

const { gaids: text } = usersText;
const FIELDS = ["gaid"];

export function AddGaidForm({ userId, isFirst }: { userId: number; isFirst: boolean }) {
  const { submit, isPending, error, fields } = useSubmit(addGaidAction, () =>
    notify({ tone: "ok", title: text.added }),
  );
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    submit({ userId, gaid: String(new FormData(event.currentTarget).get("gaid")) });
  };
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-3">
      <FormAlert error={error} fieldNames={FIELDS} />
      <div className="flex flex-wrap items-end gap-2">
        <Field
          label={text.addLabel}
          hint={isFirst ? text.first : text.further}
          error={fields.gaid}
          required
          className="min-w-0 flex-1 basis-64"
        >
          <Input name="gaid" mono maxLength={60} autoComplete="off" spellCheck={false} autoCapitalize="off" />
        </Field>
        <Button type="submit" loading={isPending}>
          {text.add}
        </Button>
      </div>
    </form>
  );
}
