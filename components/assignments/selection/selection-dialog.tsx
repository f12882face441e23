"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { TypedConfirm } from "@/components/ui/typed-confirm";
import type { Asset } from "@/lib/contracts/amp/assets";
import { type AssignmentRow, fitsChange, type SelectionChange } from "@/lib/domain/assignment";
import { assignmentChoiceText } from "@/lib/messages/assignment-choice";
import { assignmentSelectionText as text } from "@/lib/messages/assignment-selection";
import { commonText } from "@/lib/messages/common";
import { randomId } from "@/lib/random-id";
import { routes } from "@/lib/routes";
import { startAssignmentJobAction } from "@/server/actions/assignment-jobs";
import { ChangeQuestion } from "./change-question";
import { JobProgress } from "./job-progress";

interface SelectionDialogProps {
  asset: Asset;
  change: SelectionChange;
  rows: AssignmentRow[];
  /** The worker has them: the dialog stays, whatever becomes of the rows behind it. */
  onBegun: () => void;
  /** It is closed after that. */
  onDone: () => void;
  onClose: () => void;
}

/** A change of the rows that are chosen on the page: one question for all, then the worker's progress, without leaving. */
export function SelectionDialog({
  asset,
  change,
  rows: chosen,
  onBegun,
  onDone,
  onClose,
}: SelectionDialogProps) {
  const formId = useId();
  const queries = useQueryClient();
  const router = useRouter();
  const [intentId] = useState(randomId);
  // As it was asked: the page behind is read again while this goes on.
  const [rows] = useState(() => chosen.filter((row) => fitsChange(row, change)));
  const [wanted] = useState({
    count: rows.length,
    totalSats: rows.reduce((sum, { amount }) => sum + amount, 0n),
    leftOut: chosen.length - rows.length,
  });
  const [typed, setTyped] = useState("");
  const [jobId, setJobId] = useState<string | null>(null);
  const { submit, isPending, error } = useSubmit(
    startAssignmentJobAction,
    (job) => {
      onBegun();
      setJobId(job.jobId);
    },
    {
      rereads: false,
    },
  );
  const { assetUuid } = asset;
  const isDelete = change === "delete";
  const isReady = rows.length > 0 && (!isDelete || typed.trim() === text.type);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) submit({ intentId, assetUuid, meant: { change, ids: rows.map(({ id }) => id) } });
  };
  const close = () => {
    onClose();
    if (jobId === null) return;
    onDone();
    router.refresh();
    void queries.invalidateQueries();
  };
  return (
    <Dialog
      title={text.title(change, rows.length)}
      onClose={close}
      busy={isPending}
      acts
      size="md"
      footer={
        jobId === null ? (
          <>
            <DialogClose disabled={isPending}>{commonText.actions.cancel}</DialogClose>
            <Button
              type="submit"
              form={formId}
              variant={isDelete ? "danger" : "primary"}
              disabled={!isReady}
              loading={isPending}
            >
              {assignmentChoiceText.verbs[change]}
            </Button>
          </>
        ) : (
          <>
            <ButtonLink href={routes.assignmentJob(assetUuid, jobId)}>{text.job.page}</ButtonLink>
            <DialogClose variant="primary">{text.close}</DialogClose>
          </>
        )
      }
    >
      {jobId === null ? (
        <form method="dialog" id={formId} onSubmit={onSubmit} className="grid gap-4">
          <ChangeQuestion asset={asset} change={change} wanted={wanted} />
          {isDelete && rows.length > 0 && <TypedConfirm word={text.type} value={typed} onChange={setTyped} />}
          <FormAlert error={error} />
        </form>
      ) : (
        <JobProgress asset={asset} jobId={jobId} count={rows.length} />
      )}
    </Dialog>
  );
}
