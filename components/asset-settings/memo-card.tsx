"use client";

import type { FormEvent } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useReplacedText } from "@/components/data/use-replaced-text";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { late } from "@/components/ui/late";
import { Textarea } from "@/components/ui/textarea";
import { MAX_MEMO } from "@/lib/domain/asset-settings";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { notify } from "@/lib/notify";
import { setMemoAction } from "@/server/actions/asset-settings";

const { memo: text } = assetSettingsText;
const PresentText = late(() => import("@/components/data/present-text").then((file) => file.PresentText));

export function MemoCard({ assetUuid, memo }: { assetUuid: string; memo: string }) {
  const form = useReplacedText(setMemoAction, memo, () => notify({ tone: "ok", title: text.saved }));
  const { typed, shown } = form;
  const send = (event: FormEvent) => {
    event.preventDefault();
    form.submit({ assetUuid, memo: typed, shown });
  };
  return (
    <Card>
      <CardHeader title={text.title} description={text.lead} />
      <form method="dialog" onSubmit={send}>
        <CardBody className="grid gap-3">
          <FormAlert error={form.error} fieldNames={["memo"]} />
          {form.isOvertaken && <PresentText text={memo} />}
          <Field label={text.label} hint={text.hint} error={form.fields.memo}>
            <Textarea
              name="memo"
              value={typed}
              maxLength={MAX_MEMO}
              className="max-h-80"
              onChange={form.change}
            />
          </Field>
        </CardBody>
        <CardFooter>
          <Button type="submit" disabled={typed === shown} loading={form.isPending}>
            {text.save}
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}
