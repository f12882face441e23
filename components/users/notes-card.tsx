"use client";

import type { FormEvent } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { BlockTime } from "@/components/ui/block-time";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { UserNote } from "@/lib/domain/users";
import { usersText } from "@/lib/messages/users";
import { notify } from "@/lib/notify";
import { saveUserNoteAction } from "@/server/actions/users";

const { notes: text } = usersText;
const FIELDS = ["text"];

interface NotesCardProps {
  userId: number;
  note: UserNote | null;
  canWrite: boolean;
}

export function NotesCard({ userId, note, canWrite }: NotesCardProps) {
  const { submit, isPending, error, fields } = useSubmit(saveUserNoteAction, () =>
    notify({ tone: "ok", title: text.saved }),
  );
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    submit({ userId, text: String(new FormData(event.currentTarget).get("text")) });
  };
  return (
    <Card>
      <CardHeader title={text.title} description={text.description} />
      <CardBody className="text-sm">
        {canWrite ? (
          <form method="dialog" onSubmit={onSubmit} noValidate className="grid gap-3">
            <FormAlert error={error} fieldNames={FIELDS} />
            <Field label={text.label} error={fields.text}>
              <Textarea name="text" defaultValue={note?.text ?? ""} maxLength={10_000} />
            </Field>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <Changed note={note} />
              <Button type="submit" loading={isPending}>
                {text.save}
              </Button>
            </div>
          </form>
        ) : (
          <p className="whitespace-pre-wrap">{note?.text || text.none}</p>
        )}
      </CardBody>
    </Card>
  );
}

function Changed({ note }: { note: UserNote | null }) {
  if (!note) return <span />;
  return (
    <span className="inline-flex flex-wrap gap-x-2 text-muted-foreground text-xs">
      {text.by(note.updatedBy)}
      <BlockTime at={note.updatedAt} />
    </span>
  );
}
