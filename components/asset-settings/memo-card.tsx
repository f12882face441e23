"use client";

import { type FormEvent, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { MAX_MEMO } from "@/lib/domain/asset-settings";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { notify } from "@/lib/notify";
import { setMemoAction } from "@/server/actions/asset-settings";

const { memo: text } = assetSettingsText;

export function MemoCard({ assetUuid, memo }: { assetUuid: string; memo: string }) {
  const [typed, setTyped] = useState(memo);
  const { submit, isPending, error, fields } = useSubmit(setMemoAction, () =>
    notify({ tone: "ok", title: text.saved }),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit({ assetUuid, memo: typed });
  };
  return (
    <Card>
      <CardHeader title={text.title} description={text.lead} />
      <form method="dialog" onSubmit={send}>
        <CardBody className="grid gap-3">
          <FormAlert error={error} fieldNames={["memo"]} />
          <Field label={text.label} hint={text.hint} error={fields.memo}>
            <Textarea
              name="memo"
              value={typed}
              maxLength={MAX_MEMO}
              className="max-h-80"
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
        </CardBody>
        <CardFooter>
          <Button type="submit" disabled={typed === memo} loading={isPending}>
            {text.save}
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}
