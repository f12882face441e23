"use client";

import { ConfirmAction } from "@/components/data/confirm-action";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import type { JobDecision, UserJob } from "@/lib/domain/user-jobs";
import type { Result } from "@/lib/errors";
import { userJobsText } from "@/lib/messages/user-jobs";
import { notify } from "@/lib/notify";

const { actions: text } = userJobsText;

type Move = Exclude<JobDecision, "apply">;

interface JobMovesProps {
  job: Pick<UserJob, "state" | "counts">;
  /** Its failed rows may be tried again. */
  mayRetry: boolean;
  decide: (decision: Move) => Promise<Result<void>>;
}

/** What a person may do with any job that the worker carries out. */
export function JobMoves({ job: { state, counts }, mayRetry, decide }: JobMovesProps) {
  const again = counts.failed + counts.unknown;
  const cancel = () => decide("cancel");
  return (
    <>
      {state === "running" && <Decide decide={() => decide("pause")} label={text.pause} done={text.paused} />}
      {state === "paused" && (
        <Decide decide={() => decide("continue")} label={text.continue} done={text.continued} isMain />
      )}
      {(state === "running" || state === "paused") && (
        <ConfirmAction
          size="sm"
          variant="danger-quiet"
          title={text.cancelTitle}
          consequence={<p>{text.cancelText}</p>}
          confirmLabel={text.cancel}
          action={cancel}
          done={text.cancelled}
        >
          {text.cancel}
        </ConfirmAction>
      )}
      {state === "done" && again > 0 && mayRetry && (
        <Decide decide={() => decide("retry")} label={text.retry(again)} done={text.retried} isMain />
      )}
    </>
  );
}

interface DecideProps {
  decide: () => Promise<Result<void>>;
  label: string;
  /** Said when it is done. */
  done: string;
  isMain?: boolean;
}

function Decide({ decide, label, done, isMain = false }: DecideProps) {
  const { submit, isPending, error } = useSubmit(decide, () => notify({ tone: "ok", title: done }));
  return (
    <>
      <Button
        size="sm"
        variant={isMain ? "primary" : "secondary"}
        loading={isPending}
        onClick={() => submit(undefined)}
      >
        {label}
      </Button>
      <FormAlert error={error} />
    </>
  );
}
