"use client";

import { useState } from "react";
import { loadMembershipDialog } from "@/components/categories/load-dialogs";
import { Button } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog-button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { CategoryName } from "@/lib/domain/eligibility";
import { usersText } from "@/lib/messages/users";
import { ControlRow } from "./control-row";

const { categories: text } = usersText;

interface AddToCategoryFormProps {
  user: { id: number; name: string };
  /** The categories the user is not in. */
  categories: CategoryName[];
  hasAny: boolean;
  /** The number of the one that is chosen at first; empty for none. */
  chosen: string;
}

/** Chooses a category; the dialog then says what it changes before anything is sent. */
export function AddToCategoryForm({ user, categories, hasAny, chosen: first }: AddToCategoryFormProps) {
  const [chosen, setChosen] = useState(first);
  const category = categories.find(({ id }) => String(id) === chosen);
  if (categories.length === 0)
    return <p className="text-muted-foreground">{hasAny ? text.all : text.noCategories}</p>;
  return (
    <Field label={text.label}>
      <ControlRow
        control={
          <Select
            name="category"
            // What somebody else has added meanwhile is no longer offered, nor chosen.
            value={category ? chosen : ""}
            onChange={(event) => setChosen(event.target.value)}
            placeholder={text.choose}
            options={categories.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        }
      >
        {category ? (
          <DialogButton
            key={category.id}
            load={loadMembershipDialog}
            dialog={{
              user: { id: user.id, name: user.name },
              category: { id: category.id, name: category.name },
              isMember: true,
              // A category that was added leaves the choice empty, for the next one.
              onDone: () => setChosen(""),
            }}
          >
            {text.add}
          </DialogButton>
        ) : (
          <Button disabled>{text.add}</Button>
        )}
      </ControlRow>
    </Field>
  );
}
