"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { Figure, Figures } from "@/components/ui/figure";
import { Progress } from "@/components/ui/progress";
import { isMoving, progressOf, type RowCounts, type UserJobView } from "@/lib/domain/user-jobs";
import { type ListState, listHref } from "@/lib/list-state";
import { locale } from "@/lib/messages/locale";
import { userJobsText } from "@/lib/messages/user-jobs";
import { JobActions } from "./job-actions";
import { JobReport } from "./job-report";
import { JobRows } from "./job-rows";
import type { CategoryNames } from "./job-words";

const { figures, progress } = userJobsText;
const LOOK_MS = 1_000;

interface UserJobPanelProps {
  state: ListState;
  initial: UserJobView;
  categoryNames: CategoryNames;
}

/** A bulk change as it stands; while the worker works on it, it is looked at every second. */
export function UserJobPanel({ state, initial, categoryNames }: UserJobPanelProps) {
  const { data: job, error } = useLive(`/api${listHref(state, state.query)}`, initial, {
    everyMs: (latest) => (isMoving(latest.state) ? LOOK_MS : false),
  });
  const { done, total } = progressOf(job);
  const isChecking = job.state === "checking";
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <JobReport job={job} action={<JobActions job={job} />} />
      {(isChecking || job.startedAt) && (
        <Progress
          label={isChecking ? progress.checking : progress.running}
          done={done}
          total={total}
          figure={progress.figure(done, total)}
        />
      )}
      <Figures>
        {figuresOf(job.counts).map(([name, count]) => (
          <Figure key={name} label={figures[name]} value={count.toLocaleString(locale)} />
        ))}
      </Figures>
      <JobRows state={state} job={job} categoryNames={categoryNames} />
    </div>
  );
}

/** What is to do and what is done always; the rest where there is any. */
function figuresOf(counts: RowCounts): [name: keyof typeof figures, count: number][] {
  const { unchecked, queued, running, done, ...others } = counts;
  const rest = (["same", "refused", "failed", "unknown", "skipped"] as const).filter(
    (name) => others[name] > 0,
  );
  return [
    ["toDo", unchecked + queued + running],
    ["done", done],
    ...rest.map((name): [typeof name, number] => [name, others[name]]),
  ];
}
