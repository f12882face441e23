"use client";

import { type FormEvent, useId, useRef } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { categoriesText } from "@/lib/messages/categories";
import { commonText } from "@/lib/messages/common";
import { notify } from "@/lib/notify";
import { routes } from "@/lib/routes";
import { addCategoryAction } from "@/server/actions/categories";

const { form: text } = categoriesText;
const FIELDS = ["name", "description"];

export function AddCategoryDialog({ intentId, onClose }: { intentId: string; onClose: () => void }) {
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const { submit, isPending, error, fields } = useSubmit(addCategoryAction, (category) => {
    const action = { label: text.open, href: routes.category(category.id) };
    notify({ tone: "ok", title: text.added(category.name), action });
    form.current?.closest("dialog")?.close();
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    submit({ intentId, name: String(data.get("name")), description: String(data.get("description")) });
  };
  return (
    <Dialog
      title={categoriesText.add}
      description={text.description}
      onClose={onClose}
      busy={isPending}
      footer={
        <>
          <DialogClose disabled={isPending}>{commonText.actions.cancel}</DialogClose>
          <Button type="submit" form={formId} variant="primary" loading={isPending}>
            {text.submit}
          </Button>
        </>
      }
    >
      <form method="dialog" ref={form} id={formId} onSubmit={onSubmit} noValidate className="grid gap-4">
        <FormAlert error={error} fieldNames={FIELDS} />
        <Field label={text.name} hint={text.nameHint} error={fields.name} required>
          <Input name="name" maxLength={255} autoComplete="off" />
        </Field>
        <Field label={text.about} hint={text.aboutHint} error={fields.description} optional>
          <Textarea name="description" maxLength={2000} rows={3} />
        </Field>
      </form>
    </Dialog>
  );
}
