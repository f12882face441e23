"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, useTransition } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type ListState, listHref } from "@/lib/list-state";
import { ownershipText } from "@/lib/messages/ownership";
import { routes } from "@/lib/routes";

const { moment: text } = ownershipText;

interface MomentBarProps {
  state: ListState;
  assetUuid: string;
  /** What was asked for is neither a block nor a date. */
  isInvalid?: boolean;
}

/** Chooses the moment whose ownership is shown: a GET form, so that the address holds it. */
export function MomentBar({ state, assetUuid, isInvalid = false }: MomentBarProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const { at, by } = state.query.filters;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("at") ?? "").trim();
    const filters = { ...state.query.filters, at: typed };
    start(() => router.push(listHref(state, { filters }) as Route, { scroll: false }));
  };
  return (
    <Card>
      <form
        action={state.path}
        onSubmit={submit}
        aria-label={text.label}
        aria-busy={pending}
        className="flex flex-wrap items-end gap-x-3 gap-y-2 px-4 py-3"
      >
        <Field
          label={text.field}
          hint={text.hint}
          error={isInvalid ? text.problem : undefined}
          className="w-full sm:max-w-md sm:flex-1"
        >
          <Input
            key={at}
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
