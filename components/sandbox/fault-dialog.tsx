"use client";

import { useId, useRef, useState } from "react";
import { closeDialog, FormDialog } from "@/components/data/form-dialog";
import { optionsOf } from "@/components/data/list-table";
import { useSubmit } from "@/components/data/use-submit";
import { Field, type WiredProps } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { FaultTargets } from "@/lib/contracts/control-faults";
import {
  ANY_CALL,
  FAULT_NUMBERS,
  FAULT_OPTIONS,
  type FaultDraft,
  type FaultEffect,
  type FaultKind,
  type FaultNumber,
  type FaultSurface,
} from "@/lib/domain/faults";
import { sandboxFaultsText } from "@/lib/messages/sandbox-faults";
import { notify } from "@/lib/notify";
import { addFaultAction } from "@/server/actions/sandbox-faults";
import { KindOptions } from "./kind-options";
import { wholeNumber } from "./whole-number";

const { form: text, surfaces, kinds, kindHints } = sandboxFaultsText;
const NUMBERS = Object.keys(FAULT_NUMBERS) as FaultNumber[];
const FIELDS = ["target", "remaining", "skip", "percent", "contentType", ...NUMBERS];

interface FaultDialogProps {
  targets: FaultTargets;
  draft: FaultDraft;
  onClose: () => void;
}

/** Orders a fault; the fields follow what the chosen kind can be told. */
export function FaultDialog({ targets, draft, onClose }: FaultDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  const [surface, setSurface] = useState<FaultSurface>(draft.surface);
  const [kind, setKind] = useState<FaultKind>(draft.kind);
  const { submit, isPending, error, fields } = useSubmit(addFaultAction, () => {
    notify({ tone: "ok", title: text.done });
    closeDialog(form);
  });
  return (
    <FormDialog
      title={text.title}
      submitLabel={text.submit}
      size="md"
      form={form}
      isPending={isPending}
      error={error}
      fieldNames={FIELDS}
      onSubmit={(data) => submit(readOrder(data, surface, kind))}
      onClose={onClose}
    >
      <Field label={text.surface}>
        <Select
          name="surface"
          options={optionsOf(surfaces)}
          value={surface}
          onChange={(event) => setSurface(event.target.value as FaultSurface)}
        />
      </Field>
      <Target surface={surface} targets={targets} initial={draft.target} error={fields.target} />
      <Field label={text.kind} hint={kindHints[kind]}>
        <Select
          name="kind"
          options={optionsOf(kinds)}
          value={kind}
          onChange={(event) => setKind(event.target.value as FaultKind)}
        />
      </Field>
      <KindOptions key={kind} kind={kind} draft={draft} fields={fields} />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label={text.remaining} hint={text.remainingHint} error={fields.remaining}>
          <Input
            name="remaining"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={draft.remaining ?? ""}
          />
        </Field>
        <Field label={text.skip} hint={text.skipHint} error={fields.skip}>
          <Input name="skip" inputMode="numeric" autoComplete="off" defaultValue={draft.skip} />
        </Field>
        <Field label={text.percent} hint={text.percentHint} error={fields.percent}>
          <Input name="percent" inputMode="numeric" autoComplete="off" defaultValue={100} />
        </Field>
      </div>
    </FormDialog>
  );
}

interface TargetProps {
  surface: FaultSurface;
  targets: FaultTargets;
  initial: string;
  error: string[] | undefined;
}

/** Known names are offered while a person types; a path is typed in full. */
function Target({ surface, targets, initial, error }: TargetProps) {
  const listId = useId();
  const known = surface === "registry" || surface === "veriff" ? [] : targets[surface];
  return (
    <Field label={text.target} hint={text.targetHints[surface]} error={error}>
      <Suggesting listId={listId} names={[ANY_CALL, ...known]} initial={initial} />
    </Field>
  );
}

interface SuggestingProps extends WiredProps {
  listId: string;
  names: string[];
  initial: string;
}

const Suggesting = ({ listId, names, initial, ...wired }: SuggestingProps) => (
  <>
    <Input
      {...wired}
      name="target"
      list={listId}
      autoComplete="off"
      spellCheck={false}
      defaultValue={initial}
    />
    <datalist id={listId}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  </>
);

function readOrder(data: FormData, surface: FaultSurface, kind: FaultKind) {
  const { numbers, hasEffect, hasContentType } = FAULT_OPTIONS[kind];
  const effect = hasEffect ? (String(data.get("effect")) as FaultEffect) : undefined;
  const asked: readonly FaultNumber[] = effect === "later" ? [...numbers, "afterMs"] : numbers;
  const given = asked.map((name) => [name, wholeNumber(data, name) ?? Number.NaN] as const);
  const contentType = hasContentType ? String(data.get("contentType") ?? "") : undefined;
  return {
    surface,
    kind,
    target: String(data.get("target") ?? ""),
    remaining: wholeNumber(data, "remaining"),
    skip: wholeNumber(data, "skip") ?? 0,
    percent: wholeNumber(data, "percent") ?? Number.NaN,
    ...(effect ? { effect } : {}),
    ...(contentType ? { contentType } : {}),
    ...(Object.fromEntries(given) as Partial<Record<FaultNumber, number>>),
  };
}
