"use client";

import { type FormEvent, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Asset } from "@/lib/contracts/amp/assets";
import { SAMPLE_KINDS, type SampleKind, type SampleResult } from "@/lib/domain/authorizer-sample";
import { assetRulesText } from "@/lib/messages/asset-rules";
import { tryEndpointAction } from "@/server/actions/asset-rules";
import { SampleAnswer } from "./sample-answer";

const { tester: text } = assetRulesText;
const FIELDS = ["endpoint", "from", "to"];
const kindOptions = () => SAMPLE_KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }));

/** Asks an endpoint what it would decide, and shows what came back. */
export function TesterCard({ asset }: { asset: Asset }) {
  const [result, setResult] = useState<SampleResult | null>(null);
  const { submit, isPending, error, fields } = useSubmit(tryEndpointAction, setResult, { rereads: false });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const typed = (name: string) => String(data.get(name) ?? "");
    setResult(null);
    submit({
      assetUuid: asset.assetUuid,
      endpoint: typed("endpoint"),
      kind: typed("kind") as SampleKind,
      from: typed("from"),
      to: typed("to"),
    });
  };
  return (
    <Card>
      <CardHeader title={text.title} description={text.lead} />
      <form method="dialog" onSubmit={send} noValidate>
        <CardBody className="grid gap-4">
          <FormAlert error={error} fieldNames={FIELDS} />
          <Field label={text.endpoint} hint={text.endpointHint} error={fields.endpoint} required>
            <Input
              key={asset.issuerAuthorizationEndpoint}
              name="endpoint"
              type="url"
              defaultValue={asset.issuerAuthorizationEndpoint ?? ""}
              autoComplete="off"
              spellCheck={false}
            />
          </Field>
          <Field label={text.kind}>
            <Select name="kind" options={kindOptions()} />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={text.from} hint={text.gaidHint} error={fields.from} optional>
              <Input name="from" mono autoComplete="off" spellCheck={false} />
            </Field>
            <Field label={text.to} hint={text.gaidHint} error={fields.to} optional>
              <Input name="to" mono autoComplete="off" spellCheck={false} />
            </Field>
          </div>
        </CardBody>
        <CardFooter>
          <Button type="submit" variant="primary" loading={isPending}>
            {text.send}
          </Button>
        </CardFooter>
      </form>
      {result && <SampleAnswer result={result} />}
    </Card>
  );
}
