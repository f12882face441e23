"use client";

import { type ChangeEvent, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { GridRow } from "@/lib/domain/assignment-grid";
import { readAssignmentTable } from "@/lib/domain/assignment-table";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { assignmentGridText } from "@/lib/messages/assignment-grid";

const { import: text } = assignmentGridText;
const MAX_BYTES = 1_000_000;

type Note = { tone: "ok" | "blocked"; title: string };

/** Rows from elsewhere go into the grid, where they are looked at like any others. */
export function ImportCard({ onTake }: { onTake: (rows: Omit<GridRow, "key">[]) => void }) {
  const [pasted, setPasted] = useState("");
  const [note, setNote] = useState<Note | null>(null);
  const take = (table: string): boolean => {
    const read = readAssignmentTable(table);
    if (read.problem) {
      setNote({ tone: "blocked", title: assignmentBatchesText.tableProblem(read.problem) });
      return false;
    }
    onTake(read.rows);
    setNote({ tone: "ok", title: text.taken(read.rows.length) });
    return true;
  };
  const onFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const [file] = input.files ?? [];
    if (!file) return;
    if (file.size > MAX_BYTES) setNote({ tone: "blocked", title: text.tooLarge });
    else take(await file.text());
    input.value = ""; // the same file again, once it is mended
  };
  return (
    <Card>
      <CardHeader title={text.title} description={text.hint} />
      <CardBody className="grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_16rem]">
        <Field label={text.paste}>
          <Textarea
            name="rows"
            mono
            rows={2}
            spellCheck={false}
            placeholder={text.example}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        </Field>
        <Field label={text.file}>
          <Input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={(event) => void onFile(event)}
            className="h-auto py-1"
          />
        </Field>
        {note && <Alert tone={note.tone} title={note.title} className="sm:col-span-2" />}
      </CardBody>
      <CardFooter>
        <Button disabled={pasted.trim() === ""} onClick={() => take(pasted) && setPasted("")}>
          {text.take}
        </Button>
      </CardFooter>
    </Card>
  );
}
