"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, type FormEvent, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Card, CardBody } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { Textarea } from "@/components/ui/textarea";
import { UsersFormFooter } from "@/components/users/users-form-footer";
import { decodeText } from "@/lib/format/decode-text";
import { userImportText } from "@/lib/messages/user-import";
import { userUndoText } from "@/lib/messages/user-undo";
import { notify } from "@/lib/notify";
import { routes } from "@/lib/routes";
import { checkImportAction } from "@/server/actions/user-jobs";
import { UndoFileFields } from "./undo-file-fields";
import { isUndoFile, useUndoFile } from "./use-undo-file";

const { form: text } = userImportText;
const FIELDS = ["text"];

interface Chosen {
  name: string;
  text: string;
}

/** A file or a pasted table; what was given stays where it is until it was read. */
export function ImportForm({ intentId }: { intentId: string }) {
  const router = useRouter();
  const [file, setFile] = useState<Chosen | null>(null);
  const [undoFile, setUndoFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string>();
  const undo = useUndoFile(intentId);
  const { submit, isPending, isDone, error, fields } = useSubmit(
    checkImportAction,
    ({ jobId }) => {
      notify({ tone: "ok", title: text.checked });
      router.push(routes.userJob(jobId));
    },
    { rereads: false },
  );
  const onFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0];
    setFile(null);
    setUndoFile(null);
    setProblem(undefined);
    if (!chosen) return;
    if (await isUndoFile(chosen)) return setUndoFile(chosen);
    const read = decodeText(new Uint8Array(await chosen.arrayBuffer()));
    if (read === null) setProblem(text.unreadable);
    else setFile({ name: chosen.name, text: read });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (undoFile) return undo.submit(undoFile);
    const pasted = String(new FormData(event.currentTarget).get("text"));
    const given = file ?? { name: null, text: pasted };
    submit({ intentId, text: given.text, fileName: given.name });
  };
  return (
    <form method="dialog" onSubmit={onSubmit} noValidate>
      <Card>
        <CardBody className="grid gap-5">
          <FormAlert error={undoFile ? undo.error : error} fieldNames={FIELDS} />
          <Field label={text.file} hint={text.fileHint} error={problem ?? (file ? fields.text : undefined)}>
            <FileInput accept=".csv,.tsv,.txt,.json,text/csv,application/json" onChange={onFile} />
          </Field>
          {undoFile && <UndoFileFields created={undo.created} onCreated={undo.setCreated} />}
          <Field
            label={text.text}
            hint={text.textHint}
            error={file ? undefined : fields.text}
            className={file || undoFile ? "hidden" : undefined}
          >
            <Textarea
              name="text"
              mono
              rows={8}
              placeholder={text.placeholder}
              autoComplete="off"
              spellCheck={false}
              className="max-h-96 min-h-40!"
            />
          </Field>
        </CardBody>
        <UsersFormFooter
          submit={undoFile ? userUndoText.submit : text.submit}
          isBusy={isPending || isDone || undo.isBusy}
        />
      </Card>
    </form>
  );
}
