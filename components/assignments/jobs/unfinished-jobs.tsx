import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import type { AssignmentJob } from "@/lib/domain/assignment-jobs";
import { isMoving, progressOf } from "@/lib/domain/user-jobs";
import { assignmentSelectionText } from "@/lib/messages/assignment-selection";
import { routes } from "@/lib/routes";

const { job: text } = assignmentSelectionText;

/** Changes of many assignments that are not over are found again here, whoever comes by. */
export const UnfinishedJobs = ({ assetUuid, jobs }: { assetUuid: string; jobs: AssignmentJob[] }) =>
  jobs.map((job) => (
    <Alert
      key={job.id}
      tone={isMoving(job.state) ? "info" : "waiting"}
      title={text.offer(leftOf(job))}
      action={
        <ButtonLink size="sm" href={routes.assignmentJob(assetUuid, job.id)}>
          {text.open}
        </ButtonLink>
      }
    >
      {job.problem ?? (isMoving(job.state) ? text.moving : text.waiting)}
    </Alert>
  ));

function leftOf(job: AssignmentJob): number {
  const { done, total } = progressOf(job);
  return total - done;
}
