"use client";

import { ConfirmAction } from "@/components/data/confirm-action";
import { ButtonLink, buttonVariants } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog-button";
import { isOver, REFUSED_KEPT_DAYS, type UserJobView } from "@/lib/domain/user-jobs";
import { userJobsText } from "@/lib/messages/user-jobs";
import { routes } from "@/lib/routes";
import { decideUserJobAction } from "@/server/actions/user-jobs";
import { JobMoves } from "./job-moves";

const { actions: text, undo } = userJobsText;

const loadApply = () => import("./apply-dialog").then((module) => module.ApplyDialog);
const loadUndo = () => import("./undo-dialog").then((module) => module.UndoDialog);

/** What a person may do with a bulk change in its state. */
export function JobActions({ job }: { job: UserJobView }) {
  const { state, counts } = job;
  const again = counts.failed + counts.unknown;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {state === "ready" && counts.queued > 0 && <Apply job={job} />}
      {(state === "ready" || state === "checking") && <Discard job={job} />}
      <JobMoves
        job={job}
        mayRetry={!job.undoneBy}
        decide={(decision) => decideUserJobAction({ jobId: job.id, decision })}
      />
      {job.about.kind === "import" && state !== "checking" && counts.refused > 0 && job.hasRefusedFile && (
        <a
          href={`/api${routes.userJob(job.id)}/refused`}
          download
          title={text.refusedKept(REFUSED_KEPT_DAYS)}
          className={buttonVariants({ size: "sm" })}
        >
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

type Job = Pick<UserJobView, "id" | "about" | "counts">;

const Apply = ({ job: { id, about, counts } }: { job: Job }) => (
  <DialogButton
    load={loadApply}
    dialog={{ jobId: id, about, queued: counts.queued }}
    size="sm"
    variant="primary"
  >
    {text.applyCount(counts.queued)}
  </DialogButton>
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
