"use client";

import { type FormEvent, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { CategoryName } from "@/lib/domain/eligibility";
import { usersText } from "@/lib/messages/users";
import { notify } from "@/lib/notify";
import { setMembershipAction } from "@/server/actions/categories";
import { ControlRow } from "./control-row";

const { categories: text } = usersText;

interface AddToCategoryFormProps {
  user: { id: number; name: string };
  /** The categories the user is not in. */
  categories: CategoryName[];
  hasAny: boolean;
}

export function AddToCategoryForm({ user, categories, hasAny }: AddToCategoryFormProps) {
  const [chosen, setChosen] = useState("");
  const [isMissing, setMissing] = useState(false);
  const category = categories.find(({ id }) => String(id) === chosen);
  const { submit, isPending, error } = useSubmit(setMembershipAction, () =>
    notify({ tone: "ok", title: text.added(user.name, category?.name ?? "") }),
  );
  if (categories.length === 0)
    return <p className="text-muted-foreground">{hasAny ? text.all : text.noCategories}</p>;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!category);
    if (category) submit({ categoryId: category.id, userId: user.id, isMember: true });
  };
  return (
    <form method="post" onSubmit={onSubmit} noValidate className="grid gap-3">
      <FormAlert error={error} />
      <Field label={text.label} error={isMissing && !category ? text.chooseFirst : undefined}>
        <ControlRow
          control={
            <Select
              name="category"
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
              placeholder={text.choose}
              options={categories.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          }
        >
          <Button type="submit" loading={isPending}>
            {text.add}
          </Button>
        </ControlRow>
      </Field>
    </form>
  );
}
