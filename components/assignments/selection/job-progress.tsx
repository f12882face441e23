"use client";

import { ErrorAlert } from "@/components/data/error-alert";
import { useLive } from "@/components/data/use-live";
import { Amount } from "@/components/ui/amount";
import { Progress } from "@/components/ui/progress";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import { JobMoves } from "@/components/user-jobs/job-moves";
import { JobRowName, JobRowOutcome } from "@/components/user-jobs/job-rows-frame";
import { JobStanding } from "@/components/user-jobs/job-standing";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssignmentJobRow, AssignmentJobView } from "@/lib/domain/assignment-jobs";
import { isMoving } from "@/lib/domain/user-jobs";
import { assignmentSelectionText } from "@/lib/messages/assignment-selection";
import { userJobsText } from "@/lib/messages/user-jobs";
import { routes } from "@/lib/routes";
import { decideAssignmentJobAction } from "@/server/actions/assignment-jobs";

const { job: text } = assignmentSelectionText;
/** Somebody waits for few rows. */
const LOOK_MS = 400;
/** While it cannot be read. */
const RETRY_MS = 3_000;

interface JobProgressProps {
  asset: Asset;
  jobId: string;
  /** How many rows it has. */
  count: number;
}

function everyMs(latest: AssignmentJobView | undefined, error: Error | null): number | false {
  if (latest && !isMoving(latest.state)) return false;
  return latest && error === null ? LOOK_MS : RETRY_MS;
}

/** A change of a few assignments while the worker carries it out, and every one that did not go well with the reason. */
export function JobProgress({ asset, jobId, count }: JobProgressProps) {
  const { assetUuid } = asset;
  const { data: job, error } = useLive<AssignmentJobView | undefined>(
    `/api${routes.assignmentJob(assetUuid, jobId)}?limit=${count}`,
    undefined,
    { everyMs },
  );
  const others = job && !isMoving(job.state) ? job.rows.rows.filter(({ state }) => state !== "done") : [];
  return (
    <div className="grid gap-4">
      {error && <ErrorAlert error={error} />}
      {job ? (
        <JobStanding
          job={job}
          actions={
            <div className="flex flex-wrap items-center gap-2">
              <JobMoves
                job={job}
                mayRetry
                decide={(decision) => decideAssignmentJobAction({ assetUuid, jobId, decision })}
              />
            </div>
          }
        />
      ) : (
        <Progress label={userJobsText.progress.running} done={0} total={count} />
      )}
      {others.length > 0 && <Others rows={others} asset={asset} />}
    </div>
  );
}

const Others = ({ rows, asset }: { rows: AssignmentJobRow[]; asset: Asset }) => (
  <Table caption={text.others}>
    <TableHead>
      <Th>{text.columns.user}</Th>
      <Th numeric>{text.columns.amount}</Th>
      <Th>{text.columns.state}</Th>
    </TableHead>
    <TableBody>
      {rows.map((row) => (
        <TableRow key={row.number}>
          <RowTitle>
            <JobRowName row={row} />
          </RowTitle>
          <Td label={text.columns.amount} numeric>
            <Amount sats={row.amountSats} precision={asset.precision} ticker={asset.ticker} />
          </Td>
          <Td label={text.columns.state}>
            <JobRowOutcome row={row} />
          </Td>
        </TableRow>
      ))}
    </TableBody>
  </Table>
);
