"use client";

import { type FormEvent, useRef, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { Alert } from "@/components/ui/alert";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { DOCUMENT_MIMES, MAX_DOCUMENT_BYTES } from "@/lib/domain/documents";
import { documentsText as text } from "@/lib/messages/invest-documents";
import { notify } from "@/lib/notify";
import { uploadDocument } from "@/server/actions/invest-documents";
import { ConsentBox, consentIn, SubmitButton } from "./form-end";
import { useInvestorSubmit } from "./signed-in";

const FIELDS = ["file", "consent"];

/** What is wrong with the choice already here: a file that is too large is not sent only to be refused. */
function wrongWith(file: File): string | undefined {
  if (file.name === "") return text.choose;
  if (file.size === 0) return text.empty;
  return file.size > MAX_DOCUMENT_BYTES ? text.tooLarge : undefined;
}

/** Says that IPFS is public before it takes a file. */
export function UploadForm() {
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState<string>();
  const { submit, isPending, error, fields } = useInvestorSubmit(uploadDocument, () => {
    notify({ tone: "ok", title: text.uploaded });
    form.current?.reset();
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const file = given.get("file") as File;
    const problem = wrongWith(file);
    setWrong(problem);
    if (!problem) submit({ file, consent: consentIn(given) });
  };
  return (
    <Card>
      <CardHeader title={text.uploadTitle} />
      <CardBody>
        <form ref={form} method="dialog" onSubmit={onSubmit} noValidate className="grid gap-4 text-sm">
          <FormAlert error={error} fieldNames={FIELDS} />
          <Field label={text.file} hint={text.fileHint} error={wrong ?? fields.file} required>
            <FileInput name="file" accept={DOCUMENT_MIMES} />
          </Field>
          <Alert tone="waiting" title={text.public}>
            {text.publicText}
          </Alert>
          <ConsentBox label={text.understood} errors={fields.consent} />
          <SubmitButton label={text.upload} isPending={isPending} />
        </form>
      </CardBody>
    </Card>
  );
}
