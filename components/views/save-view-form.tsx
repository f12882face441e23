"use client";

import { type FormEvent, useRef } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LONGEST_VIEW_NAME } from "@/lib/domain/saved-views";
import { savedViewsText } from "@/lib/messages/saved-views";
import { saveViewAction } from "@/server/actions/saved-views";

const { save: text } = savedViewsText;

interface SaveViewFormProps {
  path: string;
  shown: string;
  onSaved: (words: string) => void;
}

/** Keeps what the list shows now under a name; a list that is as it always is has nothing to keep. */
export function SaveViewForm({ path, shown, onSaved }: SaveViewFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { submit, isPending, error, fields } = useSubmit(
    saveViewAction,
    () => {
      onSaved(text.done(nameIn(form.current)));
      form.current?.reset();
    },
    { rereads: false },
  );
  if (shown === path) return <p className="text-muted-foreground">{text.nothing}</p>;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    submit({ name: nameIn(event.currentTarget), href: shown });
  };
  return (
    <form method="dialog" ref={form} onSubmit={onSubmit} noValidate className="grid gap-3">
      <FormAlert error={error} fieldNames={["name"]} />
      <div className="flex flex-wrap items-end gap-2">
        <Field label={text.label} hint={text.hint} error={fields.name} required className="min-w-52 flex-1">
          <Input name="name" maxLength={LONGEST_VIEW_NAME} autoComplete="off" />
        </Field>
        <Button type="submit" variant="primary" loading={isPending}>
          {text.submit}
        </Button>
      </div>
    </form>
  );
}

const nameIn = (form: HTMLFormElement | null) =>
  form ? String(new FormData(form).get("name") ?? "").trim() : "";
