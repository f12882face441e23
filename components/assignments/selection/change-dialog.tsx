"use client";

import { type FormEvent, useId, useState } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Progress } from "@/components/ui/progress";
import { TypedConfirm } from "@/components/ui/typed-confirm";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssignmentRow, CountedAssignments, SelectionChange } from "@/lib/domain/assignment";
import { assignmentSelectionText as text } from "@/lib/messages/assignment-selection";
import { assignmentsText } from "@/lib/messages/assignments";
import { commonText } from "@/lib/messages/common";
import { ChangeQuestion } from "./change-question";
import { SelectionResults } from "./selection-results";
import { useRun } from "./use-run";

interface ChangeDialogProps {
  asset: Asset;
  change: SelectionChange;
  /** What is asked for when the person agrees. */
  wanted: CountedAssignments;
  rows: AssignmentRow[];
  /** Everything was asked for. */
  onDone: () => void;
  onClose: () => void;
}

/** One question for all, then each asked for by itself, with what became of it. */
export function ChangeDialog({ asset, change, wanted, rows, onDone, onClose }: ChangeDialogProps) {
  const formId = useId();
  const [typed, setTyped] = useState("");
  const { state, outcomes, error, run, stop } = useRun(asset.assetUuid, change);
  const { count } = wanted;
  const isDelete = change === "delete";
  const isReady = count > 0 && (!isDelete || typed.trim() === text.type);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && state === "asking") void run(rows.map(({ id }) => id));
  };
  const close = () => {
    onClose();
    if (state === "over") onDone();
  };
  return (
    <Dialog
      title={text.title(change, count)}
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
          <ChangeQuestion asset={asset} change={change} wanted={wanted}>
            {isDelete && <TypedConfirm word={text.type} value={typed} onChange={setTyped} />}
          </ChangeQuestion>
        ) : (
          <>
            {error && <ErrorAlert error={error} />}
            <Progress label={text.progress} done={outcomes.length} total={count} />
            {state === "running" && <p className="text-muted-foreground">{text.stay}</p>}
            {state === "over" && (
              <SelectionResults asset={asset} rows={rows} count={count} outcomes={outcomes} />
            )}
          </>
        )}
      </form>
    </Dialog>
  );
}
