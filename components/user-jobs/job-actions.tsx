"use client";

import { ConfirmAction } from "@/components/data/confirm-action";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button, ButtonLink, buttonVariants } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog-button";
import { isOver, type UserJobView } from "@/lib/domain/user-jobs";
import { userJobsText } from "@/lib/messages/user-jobs";
import { notify } from "@/lib/notify";
import { routes } from "@/lib/routes";
import { decideUserJobAction } from "@/server/actions/user-jobs";

const { actions: text, undo } = userJobsText;

const loadUndo = () => import("./undo-dialog").then((module) => module.UndoDialog);

/** What a person may do with a bulk change in its state. */
export function JobActions({ job }: { job: UserJobView }) {
  const { state, counts } = job;
  const again = counts.failed + counts.unknown;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {state === "ready" && counts.queued > 0 && <Apply job={job} />}
      {state === "running" && <Decide job={job} decision="pause" label={text.pause} done={text.paused} />}
      {state === "paused" && (
        <Decide job={job} decision="continue" label={text.continue} done={text.continued} isMain />
      )}
      {(state === "running" || state === "paused") && <CancelRest job={job} />}
      {(state === "ready" || state === "checking") && <Discard job={job} />}
      {state === "done" && again > 0 && !job.undoneBy && (
        <Decide job={job} decision="retry" label={text.retry(again)} done={text.retried} isMain />
      )}
      {job.about.kind === "import" && state !== "checking" && counts.refused > 0 && (
        <a href={`/api${routes.userJob(job.id)}/refused`} download className={buttonVariants({ size: "sm" })}>
          {text.refusedFile}
        </a>
      )}
      {isOver(state) && counts.done + again > 0 && (
        <a href={`/api${routes.userJob(job.id)}/undo`} download className={buttonVariants({ size: "sm" })}>
          {text.undoFile}
        </a>
      )}
      {isOver(state) && job.undo.users > 0 && !job.undoneBy && (
        <DialogButton
          load={loadUndo}
          dialog={{ jobId: job.id, preview: job.undo }}
          size="sm"
          variant="danger-quiet"
        >
          {text.undo}
        </DialogButton>
      )}
      {job.undoneBy && (
        <ButtonLink size="sm" href={routes.userJob(job.undoneBy)}>
          {undo.already}
        </ButtonLink>
      )}
      {job.undoOf && (
        <ButtonLink size="sm" href={routes.userJob(job.undoOf)}>
          {undo.of}
        </ButtonLink>
      )}
      {isOver(state) && job.about.kind === "import" && (
        <ButtonLink size="sm" href={routes.importUsers}>
          {text.again}
        </ButtonLink>
      )}
    </div>
  );
}

type Job = Pick<UserJobView, "id" | "counts">;

const Apply = ({ job: { id, counts } }: { job: Job }) => (
  <ConfirmAction
    variant="primary"
    size="sm"
    title={text.applyTitle(counts.queued)}
    consequence={<p>{text.applyText}</p>}
    confirmLabel={text.apply}
    tone="primary"
    action={() => decideUserJobAction({ jobId: id, decision: "apply" })}
    done={text.applied}
  >
    {text.applyCount(counts.queued)}
  </ConfirmAction>
);

const CancelRest = ({ job: { id } }: { job: Job }) => (
  <ConfirmAction
    size="sm"
    variant="danger-quiet"
    title={text.cancelTitle}
    consequence={<p>{text.cancelText}</p>}
    confirmLabel={text.cancel}
    action={() => decideUserJobAction({ jobId: id, decision: "cancel" })}
    done={text.cancelled}
  >
    {text.cancel}
  </ConfirmAction>
);

const Discard = ({ job: { id } }: { job: Job }) => (
  <ConfirmAction
    size="sm"
    title={text.discardTitle}
    consequence={<p>{text.discardText}</p>}
    confirmLabel={text.discard}
    action={() => decideUserJobAction({ jobId: id, decision: "cancel" })}
    done={text.cancelled}
  >
    {text.discard}
  </ConfirmAction>
);

interface DecideProps {
  job: Job;
  decision: "pause" | "continue" | "retry";
  label: string;
  /** Said when it is done. */
  done: string;
  isMain?: boolean;
}

function Decide({ job, decision, label, done, isMain = false }: DecideProps) {
  const { submit, isPending, error } = useSubmit(decideUserJobAction, () =>
    notify({ tone: "ok", title: done }),
  );
  return (
    <>
      <Button
        size="sm"
        variant={isMain ? "primary" : "secondary"}
        loading={isPending}
        onClick={() => submit({ jobId: job.id, decision })}
      >
        {label}
      </Button>
      <FormAlert error={error} />
    </>
  );
}
