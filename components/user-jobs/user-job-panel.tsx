"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { late } from "@/components/ui/late";
import { isMoving, type UserJobView } from "@/lib/domain/user-jobs";
import { type ListState, listHref } from "@/lib/list-state";
import { JobRows } from "./job-rows";
import { JobStanding } from "./job-standing";
import { type CategoryNames, LOOK_MS } from "./job-words";

interface UserJobPanelProps {
  state: ListState;
  initial: UserJobView;
  categoryNames: CategoryNames;
}

/** The rows and how it stands are read first. */
const JobActions = late(() => import("./job-actions").then((file) => file.JobActions));

/** A bulk change as it stands; while the worker works on it, it is looked at every second. */
export function UserJobPanel({ state, initial, categoryNames }: UserJobPanelProps) {
  const {
    data: job,
    refresh,
    error,
  } = useLive(`/api${listHref(state, state.query)}`, initial, {
    everyMs: (latest) => (isMoving(latest.state) ? LOOK_MS : false),
  });
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <JobStanding job={job} actions={<JobActions job={job} />} />
      <JobRows state={state} job={job} categoryNames={categoryNames} onRefresh={refresh} />
    </div>
  );
}
