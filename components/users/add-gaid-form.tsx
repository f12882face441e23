"use client";

import { type FormEvent, useRef } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { usersText } from "@/lib/messages/users";
import { notify } from "@/lib/notify";
import { addGaidAction } from "@/server/actions/users";
import { ControlRow } from "./control-row";
import { GaidOwnerLink } from "./gaid-owner-link";

const { gaids: text } = usersText;
const FIELDS = ["gaid"];

export function AddGaidForm({ userId, isFirst }: { userId: number; isFirst: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  const { submit, isPending, error, fields } = useSubmit(addGaidAction, () => {
    notify({ tone: "ok", title: text.added });
    // A wallet that was added leaves an empty field behind, for the next one.
    form.current?.reset();
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    submit({ userId, gaid: String(new FormData(event.currentTarget).get("gaid")) });
  };
  return (
    <form ref={form} method="dialog" onSubmit={onSubmit} noValidate className="grid gap-3">
      <FormAlert error={error} fieldNames={FIELDS} />
      <Field label={text.addLabel} hint={isFirst ? text.first : text.further} error={fields.gaid} required>
        <ControlRow
          control={
            <Input
              name="gaid"
              mono
              maxLength={60}
              autoComplete="off"
              spellCheck={false}
              autoCapitalize="off"
            />
          }
        >
          <Button type="submit" loading={isPending}>
            {text.add}
          </Button>
        </ControlRow>
      </Field>
      <GaidOwnerLink error={error} />
    </form>
  );
}
