"use client";

import { useRef, useState } from "react";
import { closeDialog, FormDialog } from "@/components/data/form-dialog";
import { useSubmit } from "@/components/data/use-submit";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCard, RadioGroup } from "@/components/ui/radio-card";
import { formatBlockHeight } from "@/lib/format/times";
import { sandboxText } from "@/lib/messages/sandbox";
import { notify } from "@/lib/notify";
import { reorganiseAction } from "@/server/actions/sandbox";
import { LoserChoice } from "./loser-choice";

const { reorganise: text } = sandboxText;

export function ReorganiseDialog({ height, onClose }: { height: number; onClose: () => void }) {
  const form = useRef<HTMLFormElement>(null);
  const [depth, setDepth] = useState("1");
  const { submit, isPending, error, fields } = useSubmit(reorganiseAction, (end) => {
    const description = text.outcome(end.disconnected.length, end.conflicted.length);
    notify({ tone: "ok", title: text.done(formatBlockHeight(end.height)), description });
    closeDialog(form);
  });
  const blocks = /^\d{1,3}$/.test(depth.trim()) ? Number(depth) : Number.NaN;
  return (
    <FormDialog
      title={text.dialog}
      description={text.consequence}
      submitLabel={text.submit}
      tone="danger"
      size="md"
      form={form}
      isPending={isPending}
      error={error}
      fieldNames={["blocks"]}
      onSubmit={(data) =>
        submit({
          blocks,
          remine: data.get("after") === "remine",
          conflict: data.getAll("loser").map(String),
        })
      }
      onClose={onClose}
    >
      <Field label={text.depth} hint={text.depthHint} error={fields.blocks}>
        <Input
          name="blocks"
          inputMode="numeric"
          autoComplete="off"
          value={depth}
          onChange={(event) => setDepth(event.target.value)}
          className="max-w-32"
        />
      </Field>
      <RadioGroup legend={text.after}>
        <RadioCard
          name="after"
          value="remine"
          defaultChecked
          title={text.afterwards.remine}
          description={text.afterwards.remineHint}
        />
        <RadioCard
          name="after"
          value="wait"
          title={text.afterwards.wait}
          description={text.afterwards.waitHint}
        />
      </RadioGroup>
      <LoserChoice above={Number.isNaN(blocks) ? height : height - blocks} />
    </FormDialog>
  );
}
