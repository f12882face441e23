"use client";

import { useRef } from "react";
import { closeDialog, FormDialog } from "@/components/data/form-dialog";
import { useSubmit } from "@/components/data/use-submit";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { categoriesText } from "@/lib/messages/categories";
import { categoryImpactText } from "@/lib/messages/category-impact";
import { notify } from "@/lib/notify";
import { editCategoryAction } from "@/server/actions/categories";

const { edit: text } = categoryImpactText;
const { form: words } = categoriesText;

export interface EditCategoryProps {
  category: { id: number; name: string; description: string | null };
}

export function EditCategoryDialog({ category, onClose }: EditCategoryProps & { onClose: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const { submit, isPending, error, fields } = useSubmit(editCategoryAction, () => {
    notify({ tone: "ok", title: text.done });
    closeDialog(form);
  });
  const onSubmit = (data: FormData) =>
    submit({
      categoryId: category.id,
      name: String(data.get("name")),
      description: String(data.get("description")),
    });
  return (
    <FormDialog
      title={text.title(category.name)}
      description={text.description}
      submitLabel={text.submit}
      isPending={isPending}
      error={error}
      fieldNames={["name", "description"]}
      onSubmit={onSubmit}
      onClose={onClose}
      form={form}
    >
      <Field label={words.name} hint={words.nameHint} error={fields.name} required>
        <Input name="name" maxLength={255} autoComplete="off" defaultValue={category.name} />
      </Field>
      <Field label={words.about} hint={words.aboutHint} error={fields.description} optional>
        <Textarea name="description" maxLength={2000} rows={3} defaultValue={category.description ?? ""} />
      </Field>
    </FormDialog>
  );
}
