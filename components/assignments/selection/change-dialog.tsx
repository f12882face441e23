"use client";

import { type FormEvent, useId, useState } from "react";
import { ErrorAlert } from "@/components/data/error-alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Progress } from "@/components/ui/progress";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssignmentRow, ChosenAssignments, SelectionChange } from "@/lib/domain/assignment";
import { assignmentSelectionText as text } from "@/lib/messages/assignment-selection";
import { assignmentsText } from "@/lib/messages/assignments";
import { commonText } from "@/lib/messages/common";
import { ChangeQuestion } from "./change-question";
import { SelectionResults } from "./selection-results";
import { useRun } from "./use-run";

interface ChangeDialogProps {
  asset: Asset;
  change: SelectionChange;
  /** What is asked for when the person agrees; null while it is counted, or could not be. */
  wanted: ChosenAssignments | null;
  failure?: Error | null;
  /** Counts again after a failure. */
  onCount?: () => void;
  /** Those of them that the page has. */
  rows: AssignmentRow[];
  /** Everything was asked for. */
  onDone: () => void;
  onClose: () => void;
}

/** One question for all, then each asked for by itself, with what became of it. */
export function ChangeDialog(props: ChangeDialogProps) {
  const { asset, change, failure, onCount, rows, onDone, onClose } = props;
  const formId = useId();
  // What the person agreed to: a later count changes nothing of it.
  const [agreed, setAgreed] = useState<ChosenAssignments | null>(null);
  const wanted = agreed ?? props.wanted;
  const [typed, setTyped] = useState("");
  const { state, outcomes, error, run, stop } = useRun(asset.assetUuid, change);
  const count = wanted?.ids.length ?? 0;
  const isDelete = change === "delete";
  const isReady = count > 0 && (!isDelete || typed.trim() === text.type);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || state !== "asking" || wanted === null) return;
    setAgreed(wanted);
    void run(wanted.ids);
  };
  const close = () => {
    onClose();
    if (state === "over") onDone();
  };
  return (
    <Dialog
      title={wanted === null ? text.counting : text.title(change, count)}
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
          <ChangeQuestion
            {...{ asset, change, wanted, typed }}
            failure={failure ?? null}
            onCount={onCount}
            onType={setTyped}
          />
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
