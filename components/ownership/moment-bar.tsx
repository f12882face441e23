"use client";

import type { Route } from "next";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type ListState, listHref } from "@/lib/list-state";
import { ownershipText } from "@/lib/messages/ownership";
import { routes } from "@/lib/routes";
import { useMomentForm } from "./use-moment-form";

const { moment: text } = ownershipText;
const FIELDS = ["at"];

interface MomentBarProps {
  state: ListState;
  assetUuid: string;
  /** What was asked for is neither a block nor a date. */
  isInvalid?: boolean;
}

/** Chooses the moment whose ownership is shown: a GET form, so that the address holds it. */
export function MomentBar({ state, assetUuid, isInvalid = false }: MomentBarProps) {
  const { form, pending } = useMomentForm(state, FIELDS);
  const { at, by } = state.query.filters;
  return (
    <Card>
      <form
        action={state.path}
        {...form}
        aria-label={text.label}
        className="flex flex-wrap items-end gap-x-3 gap-y-2 px-4 py-3"
      >
        <Field
          label={text.field}
          hint={text.hint}
          error={isInvalid ? text.problem : undefined}
          className="w-full sm:max-w-md sm:flex-1"
        >
          <Input
            name="at"
            defaultValue={at ?? ""}
            placeholder={text.placeholder}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
        {by && <input type="hidden" name="by" value={by} />}
        <Button type="submit" loading={pending}>
          {text.show}
        </Button>
        {at && (
          <ButtonLink variant="ghost" href={listHref(state, { filters: by ? { by } : {} }) as Route}>
            {text.now}
          </ButtonLink>
        )}
        <ButtonLink className="sm:ms-auto" href={routes.ownershipDifference(assetUuid)}>
          {text.compare}
        </ButtonLink>
      </form>
    </Card>
  );
}
