"use client";

import { type FormEvent, useId, useState } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { Amount } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Progress } from "@/components/ui/progress";
import { TypedConfirm } from "@/components/ui/typed-confirm";
import type { Asset } from "@/lib/contracts/amp/assets";
import { type AssignmentRow, fitsChange, type SelectionChange } from "@/lib/domain/assignment";
import { assignmentSelectionText as text } from "@/lib/messages/assignment-selection";
import { assignmentsText } from "@/lib/messages/assignments";
import { commonText } from "@/lib/messages/common";
import { SelectionResults } from "./selection-results";
import { useRun } from "./use-run";

interface SelectionDialogProps {
  asset: Asset;
  change: SelectionChange;
  rows: AssignmentRow[];
  /** Everything was asked for. */
  onDone: () => void;
  onClose: () => void;
}

/** One question for the whole selection, then each asked for by itself, with what became of it. */
export function SelectionDialog({ asset, change, rows: chosen, onDone, onClose }: SelectionDialogProps) {
  const formId = useId();
  // As it was asked: the page behind is read again while this goes on.
  const [rows] = useState(() => chosen.filter((row) => fitsChange(row, change)));
  const [leftOut] = useState(chosen.length - rows.length);
  const [typed, setTyped] = useState("");
  const ids = rows.map(({ id }) => id);
  const { state, outcomes, error, run, stop } = useRun(asset.assetUuid, change, ids);
  const isDelete = change === "delete";
  const isReady = rows.length > 0 && (!isDelete || typed.trim() === text.type);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && state === "asking") void run();
  };
  const close = () => {
    onClose();
    if (state === "over") onDone();
  };
  return (
    <Dialog
      title={text.title(change, rows.length)}
      onClose={close}
      busy={state === "running"}
      size="md"
      footer={
        <>
          {state === "running" && <Button onClick={stop}>{text.stop}</Button>}
          {state === "asking" && <DialogClose>{commonText.actions.cancel}</DialogClose>}
          {state === "over" && <DialogClose variant="primary">{text.close}</DialogClose>}
          {state === "asking" && (
            <Button type="submit" form={formId} variant={isDelete ? "danger" : "primary"} disabled={!isReady}>
              {assignmentsText.selection.verbs[change]}
            </Button>
          )}
        </>
      }
    >
      <form method="post" id={formId} onSubmit={submit} className="grid gap-4">
        {state === "asking" ? (
          <>
            <p>{text.consequences[change]}</p>
            <p className="flex flex-wrap justify-between gap-2">
              <span className="text-muted-foreground">{text.total}</span>
              <Amount
                sats={rows.reduce((sum, { amount }) => sum + amount, 0n)}
                precision={asset.precision}
                ticker={asset.ticker}
                className="font-medium"
              />
            </p>
            {leftOut > 0 && <p className="text-muted-foreground">{text.passedOver(leftOut)}</p>}
            <p className="text-muted-foreground">{text.oneByOne}</p>
            {isDelete && <TypedConfirm word={text.type} value={typed} onChange={setTyped} />}
          </>
        ) : (
          <>
            {error && <ErrorAlert error={error} />}
            <Progress label={text.progress} done={outcomes.length} total={rows.length} />
            {state === "over" && <SelectionResults asset={asset} rows={rows} outcomes={outcomes} />}
          </>
        )}
      </form>
    </Dialog>
  );
}
