"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { BlockTime } from "@/components/ui/block-time";
import { ButtonLink } from "@/components/ui/button";
import { Freshness } from "@/components/ui/freshness";
import { late } from "@/components/ui/late";
import { JobMoves } from "@/components/user-jobs/job-moves";
import { JobStanding } from "@/components/user-jobs/job-standing";
import { LOOK_MS } from "@/components/user-jobs/job-words";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssignmentJobView } from "@/lib/domain/assignment-jobs";
import { isMoving, totalOf } from "@/lib/domain/user-jobs";
import { type ListState, listHref } from "@/lib/list-state";
import { assignmentSelectionText } from "@/lib/messages/assignment-selection";
import { routes } from "@/lib/routes";
import { decideAssignmentJobAction } from "@/server/actions/assignment-jobs";

/** Below the standing: painted with the page, its scripts come after the rest. */
const AssignmentJobRows = late(() =>
  import("./assignment-job-rows").then((module) => module.AssignmentJobRows),
);

const { job: text } = assignmentSelectionText;

interface AssignmentJobPanelProps {
  asset: Asset;
  state: ListState;
  initial: AssignmentJobView;
  canWrite: boolean;
}

/** A change of many assignments as it stands; while the worker works on it, it is looked at every second. */
export function AssignmentJobPanel({ asset, state, initial, canWrite }: AssignmentJobPanelProps) {
  const {
    data: job,
    refresh,
    error,
  } = useLive(`/api${listHref(state, state.query)}`, initial, {
    everyMs: (latest) => (isMoving(latest.state) ? LOOK_MS : false),
  });
  const { assetUuid } = asset;
  return (
    <div className="grid gap-5">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <div>
          <h2 className="font-semibold">{text.title(job.about.change, totalOf(job.counts))}</h2>
          <p className="flex flex-wrap gap-x-2 text-muted-foreground text-sm">
            {job.requestedBy}
            <BlockTime at={job.createdAt} />
          </p>
        </div>
        <div className="flex items-center gap-2">
          <Freshness freshness={job.rows.freshness} onRefresh={refresh} />
          <ButtonLink size="sm" href={routes.assignments(assetUuid)}>
            {text.back}
          </ButtonLink>
        </div>
      </header>
      {error && <ErrorAlert error={error} />}
      <JobStanding
        job={job}
        actions={
          canWrite && (
            <div className="flex flex-wrap items-center gap-2">
              <JobMoves
                job={job}
                mayRetry
                decide={(decision) => decideAssignmentJobAction({ assetUuid, jobId: job.id, decision })}
              />
            </div>
          )
        }
      />
      <AssignmentJobRows asset={asset} state={state} job={job} />
    </div>
  );
}
