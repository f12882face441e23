import type { ReactNode } from "react";
import { Figure, Figures } from "@/components/ui/figure";
import { Progress } from "@/components/ui/progress";
import { progressOf, type RowCounts, type UserJob } from "@/lib/domain/user-jobs";
import { groupDigits } from "@/lib/format/amounts";
import { userJobsText } from "@/lib/messages/user-jobs";
import { JobReport } from "./job-report";

const { figures, progress } = userJobsText;

interface JobStandingProps {
  job: Pick<UserJob, "state" | "counts" | "problem" | "startedAt">;
  actions: ReactNode;
}

/** Where a job stands, how far it is, and what came of its rows in figures. */
export function JobStanding({ job, actions }: JobStandingProps) {
  const { done, total } = progressOf(job);
  const isChecking = job.state === "checking";
  return (
    <>
      <JobReport job={job} action={actions} />
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
          <Figure key={name} label={figures[name]} value={groupDigits(String(count))} />
        ))}
      </Figures>
    </>
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
