"use client";

import type { FormEvent } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useReplacedText } from "@/components/data/use-replaced-text";
import { BlockTime } from "@/components/ui/block-time";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { late } from "@/components/ui/late";
import { Textarea } from "@/components/ui/textarea";
import type { UserNote } from "@/lib/domain/users";
import { usersText } from "@/lib/messages/users";
import { notify } from "@/lib/notify";
import { saveUserNoteAction } from "@/server/actions/users";

const { notes: text } = usersText;
const FIELDS = ["text"];
const PresentText = late(() => import("@/components/data/present-text").then((file) => file.PresentText));

interface NotesCardProps {
  userId: number;
  note: UserNote | null;
  canWrite: boolean;
}

export function NotesCard({ userId, note, canWrite }: NotesCardProps) {
  const present = note?.text ?? "";
  const form = useReplacedText(saveUserNoteAction, present, () => notify({ tone: "ok", title: text.saved }));
  const { typed, shown } = form;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    form.submit({ userId, text: typed, shown });
  };
  return (
    <Card>
      <CardHeader title={text.title} description={text.description} />
      <CardBody className="text-sm">
        {canWrite ? (
          <form method="dialog" onSubmit={onSubmit} noValidate className="grid gap-3">
            <FormAlert error={form.error} fieldNames={FIELDS} />
            {form.isOvertaken && <PresentText text={present} />}
            <Field label={text.label} error={form.fields.text}>
              <Textarea name="text" value={typed} maxLength={10_000} onChange={form.change} />
            </Field>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <Changed note={note} />
              <Button type="submit" loading={form.isPending}>
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
