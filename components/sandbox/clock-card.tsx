"use client";

import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { BlockTime } from "@/components/ui/block-time";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DialogButton } from "@/components/ui/dialog-button";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { formatUtc } from "@/lib/format/times";
import { sandboxText } from "@/lib/messages/sandbox";
import { notify } from "@/lib/notify";
import { turnClockAction } from "@/server/actions/sandbox";
import { offsetWords } from "./clock-span";

const { clock: text } = sandboxText;
const load = () => import("./clock-dialog").then((module) => module.ClockDialog);

const HOUR_S = 3_600;
const JUMPS = [
  ["hour", HOUR_S],
  ["day", 24 * HOUR_S],
  ["month", 30 * 24 * HOUR_S],
] as const;

/** The sandbox's own time, and how to turn it. */
export function ClockCard({ time, offsetSeconds }: { time: Date; offsetSeconds: number }) {
  const { submit, isPending, error } = useSubmit(turnClockAction, (clock) =>
    notify({ tone: "ok", title: text.done(formatUtc(clock.time)) }),
  );
  return (
    <Card>
      <CardHeader title={text.title} description={text.description} />
      <CardBody className="grid gap-3">
        <FormAlert error={error} />
        <KeyValues>
          <KeyValue term={text.now}>
            <BlockTime at={time} />
          </KeyValue>
          <KeyValue term={text.offset}>{offsetWords(offsetSeconds)}</KeyValue>
        </KeyValues>
        <div className="flex flex-wrap gap-2">
          {JUMPS.map(([jump, advanceSeconds]) => (
            <Button key={jump} disabled={isPending} onClick={() => submit({ advanceSeconds })}>
              {text.jumps[jump]}
            </Button>
          ))}
          <DialogButton load={load} dialog={{}}>
            {text.more}
          </DialogButton>
          {offsetSeconds !== 0 && (
            <Button disabled={isPending} onClick={() => submit({ offsetSeconds: 0 })}>
              {text.back}
            </Button>
          )}
        </div>
      </CardBody>
    </Card>
  );
}
