"use client";

import Pause from "lucide-react/icons/pause";
import Play from "lucide-react/icons/play";
import { type FormEvent, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { CardBody } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { sandboxText } from "@/lib/messages/sandbox";
import { notify } from "@/lib/notify";
import { changeBlockIntervalAction, pauseBlocksAction } from "@/server/actions/sandbox";

const CHOICES = [0, 1, 5, 10, 30, 60];
const { interval, pause } = sandboxText;

/** How often a block comes by itself; a rhythm set from elsewhere is offered among the others. */
export function BlockRhythm({ seconds, isPaused }: { seconds: number; isPaused: boolean }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const { submit, isPending, error } = useSubmit(changeBlockIntervalAction, (done) => {
    setChosen(null);
    notify({ tone: "ok", title: interval.done(done.seconds) });
  });
  const value = chosen ?? seconds;
  const options = [...new Set([...CHOICES, seconds])].sort((a, b) => a - b);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit({ seconds: value });
  };
  return (
    <CardBody className="border-border border-t">
      <form method="dialog" onSubmit={onSubmit} className="grid gap-3">
        <FormAlert error={error} />
        <Field label={interval.label} hint={isPaused ? pause.hint : interval.hint}>
          <Select
            name="seconds"
            value={String(value)}
            onChange={(event) => setChosen(Number(event.target.value))}
            options={options.map((choice) => ({ value: String(choice), label: interval.every(choice) }))}
            className="max-w-56"
          />
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" loading={isPending} disabled={value === seconds}>
            {interval.set}
          </Button>
          <PauseButton isPaused={isPaused} />
        </div>
      </form>
    </CardBody>
  );
}

function PauseButton({ isPaused }: { isPaused: boolean }) {
  const { submit, isPending, error } = useSubmit(pauseBlocksAction, ({ paused }) =>
    notify({ tone: "ok", title: paused ? pause.paused : pause.resumed }),
  );
  return (
    <>
      <Button
        loading={isPending}
        icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
        onClick={() => submit({ paused: !isPaused })}
      >
        {isPaused ? pause.resume : pause.pause}
      </Button>
      <FormAlert error={error} />
    </>
  );
}
