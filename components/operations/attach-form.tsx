"use client";

import type { FormEvent } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { byHandText } from "@/lib/messages/by-hand";
import { attachByHandAction } from "@/server/actions/by-hand";

const { attach: text } = byHandText;

/** The id of a transaction that was made elsewhere; the server compares it with AMP's order. */
export function AttachForm({ operationId }: { operationId: string }) {
  const { submit, isPending, error, fields } = useSubmit(attachByHandAction);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    submit({ operationId, txid: String(new FormData(event.currentTarget).get("txid")) });
  };
  return (
    <form method="dialog" onSubmit={onSubmit} noValidate className="grid gap-2">
      <FormAlert error={error} fieldNames={["txid"]} />
      <p>{text.text}</p>
      <Field label={text.field} hint={text.elsewhere} error={fields.txid}>
        <Input name="txid" mono autoComplete="off" spellCheck={false} maxLength={80} />
      </Field>
      <span>
        <Button type="submit" size="sm" loading={isPending}>
          {text.button}
        </Button>
      </span>
    </form>
  );
}
