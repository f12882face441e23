"use client";

import { useRef, useState } from "react";
import { closeDialog, FormDialog } from "@/components/data/form-dialog";
import { useSubmit } from "@/components/data/use-submit";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { formatUtc } from "@/lib/format/times";
import { sandboxText } from "@/lib/messages/sandbox";
import { notify } from "@/lib/notify";
import { turnClockAction } from "@/server/actions/sandbox";

const { clock: text } = sandboxText;
const SECONDS = { minutes: 60, hours: 3_600, days: 86_400 };
type Unit = keyof typeof SECONDS;
const unitOptions = () =>
  (Object.keys(SECONDS) as Unit[]).map((unit) => ({ value: unit, label: text.units[unit] }));
const wayOptions = () => [
  { value: "advance", label: text.advance },
  { value: "set", label: text.set },
];

/** By how much, or to when. */
export function ClockDialog({ onClose }: { onClose: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const [way, setWay] = useState("advance");
  const [missing, setMissing] = useState<string>();
  const { submit, isPending, error } = useSubmit(turnClockAction, (clock) => {
    notify({ tone: "ok", title: text.done(formatUtc(clock.time)) });
    closeDialog(form);
  });
  const send = (data: FormData) => {
    const move = way === "set" ? readTime(data) : readSpan(data);
    setMissing(move ? undefined : way === "set" ? text.enterTime : text.enterNumber);
    if (move) submit(move);
  };
  return (
    <FormDialog
      title={text.dialog}
      description={way === "set" ? undefined : text.dialogHint}
      submitLabel={text.submit}
      form={form}
      isPending={isPending}
      error={error}
      onSubmit={send}
      onClose={onClose}
    >
      <Field label={text.how}>
        <Select
          name="way"
          options={wayOptions()}
          value={way}
          onChange={(event) => setWay(event.target.value)}
        />
      </Field>
      {way === "set" ? (
        <Field label={text.to} hint={text.toHint} error={missing}>
          <Input name="to" type="datetime-local" />
        </Field>
      ) : (
        <div className="grid grid-cols-2 gap-3">
          <Field label={text.by} error={missing}>
            <Input name="by" inputMode="numeric" autoComplete="off" />
          </Field>
          <Field label={text.unit}>
            <Select name="unit" options={unitOptions()} defaultValue="days" />
          </Field>
        </div>
      )}
    </FormDialog>
  );
}

function readTime(data: FormData) {
  const to = new Date(String(data.get("to") ?? ""));
  return Number.isNaN(to.getTime()) ? null : { to };
}

function readSpan(data: FormData) {
  const by = String(data.get("by") ?? "")
    .trim()
    .replace("−", "-");
  if (!/^-?\d{1,9}$/.test(by)) return null;
  return { advanceSeconds: Number(by) * SECONDS[String(data.get("unit")) as Unit] };
}
