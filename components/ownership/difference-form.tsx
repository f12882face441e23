"use client";

import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { readMoment } from "@/lib/domain/moment";
import type { ListState } from "@/lib/list-state";
import { ownershipText } from "@/lib/messages/ownership";
import { differenceText as text } from "@/lib/messages/ownership-difference";
import { routes } from "@/lib/routes";
import { useMomentForm } from "./use-moment-form";

const { moment } = ownershipText;
const FIELDS = ["from", "to"];

/** Chooses the two moments: a GET form, so that the address holds them. */
export function DifferenceForm({ state, assetUuid }: { state: ListState; assetUuid: string }) {
  const { form, pending } = useMomentForm(state, FIELDS);
  const { from, to, by } = state.query.filters;
  return (
    <Card>
      <form action={state.path} {...form} aria-label={text.form} className="grid gap-3 px-4 py-3">
        <div className="flex flex-wrap items-start gap-3">
          <MomentField name="from" label={text.from} value={from} placeholder={text.fromPlaceholder} />
          <MomentField name="to" label={text.to} value={to} placeholder={moment.placeholder} />
          {by && <input type="hidden" name="by" value={by} />}
        </div>
        <p className="text-muted-foreground text-xs">{moment.hint}</p>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" loading={pending}>
            {text.compare}
          </Button>
          <ButtonLink variant="ghost" href={routes.ownership(assetUuid)}>
            {text.back}
          </ButtonLink>
        </div>
      </form>
    </Card>
  );
}

interface MomentFieldProps {
  name: string;
  label: string;
  value: string | undefined;
  placeholder: string;
}

const MomentField = ({ name, label, value, placeholder }: MomentFieldProps) => (
  <Field
    label={label}
    error={readMoment(value) === null ? moment.problem : undefined}
    className="w-full sm:w-64"
  >
    <Input
      name={name}
      defaultValue={value ?? ""}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
    />
  </Field>
);
