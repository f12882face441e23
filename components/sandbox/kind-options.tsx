"use client";

import { useState } from "react";
import { optionsOf } from "@/components/data/list-table";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import {
  FAULT_NUMBERS,
  FAULT_OPTIONS,
  type FaultDraft,
  type FaultEffect,
  type FaultKind,
  type FaultNumber,
} from "@/lib/domain/faults";
import { sandboxFaultsText } from "@/lib/messages/sandbox-faults";

const { form: text, effects, numbers } = sandboxFaultsText;

interface KindOptionsProps {
  kind: FaultKind;
  draft: FaultDraft;
  fields: Record<string, string[]>;
}

/** What the chosen kind can be told: fields by the names of the options. */
export function KindOptions({ kind, draft, fields }: KindOptionsProps) {
  const options = FAULT_OPTIONS[kind];
  const [effect, setEffect] = useState<FaultEffect>(draft.effect ?? "none");
  const asked: readonly FaultNumber[] =
    options.hasEffect && effect === "later" ? [...options.numbers, "afterMs"] : options.numbers;
  if (asked.length === 0 && !options.hasEffect && !options.hasContentType) return null;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {options.hasEffect && (
        <Field label={text.effect}>
          <Select
            name="effect"
            options={optionsOf(effects)}
            value={effect}
            onChange={(event) => setEffect(event.target.value as FaultEffect)}
          />
        </Field>
      )}
      {options.hasContentType && (
        <Field label={text.contentType} error={fields.contentType}>
          <Input name="contentType" mono autoComplete="off" defaultValue="text/html" />
        </Field>
      )}
      {asked.map((name) => (
        <Field key={name} label={numbers[name]} error={fields[name]}>
          <Input
            name={name}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={draft[name] ?? FAULT_NUMBERS[name].usual}
          />
        </Field>
      ))}
    </div>
  );
}
