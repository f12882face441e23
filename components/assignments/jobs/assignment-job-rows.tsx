import { ExportButton } from "@/components/export/export-button";
import { Amount } from "@/components/ui/amount";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import { JobRowName, JobRowOutcome, JobRowsFrame } from "@/components/user-jobs/job-rows-frame";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssignmentJobRow, AssignmentJobView } from "@/lib/domain/assignment-jobs";
import { assetFiles } from "@/lib/list-files";
import { type ListState, parseListState } from "@/lib/list-state";
import { assignmentSelectionText } from "@/lib/messages/assignment-selection";

const { job: words } = assignmentSelectionText;
const { columns } = words;

interface AssignmentJobRowsProps {
  asset: Asset;
  state: ListState;
  job: AssignmentJobView;
}

/** What became of each assignment. */
export function AssignmentJobRows({ asset, state, job }: AssignmentJobRowsProps) {
  const { q, filters } = state.query;
  const file = parseListState({ q, ...filters, job: job.id }, assetFiles.assignmentJob(asset.assetUuid));
  return (
    <JobRowsFrame
      state={state}
      page={job.rows}
      search={words.search}
      tools={<ExportButton list="assignment-job" state={file} />}
      head={
        <>
          <Th numeric fit>
            {columns.number}
          </Th>
          <Th>{columns.user}</Th>
          <Th numeric>{columns.amount}</Th>
          <Th>{columns.state}</Th>
          <Th numeric>{columns.assignment}</Th>
        </>
      }
      row={(row) => <Row key={row.number} row={row} asset={asset} />}
    />
  );
}

function Row({ row, asset }: { row: AssignmentJobRow; asset: Asset }) {
  return (
    <TableRow>
      <Td label={columns.number} numeric>
        {row.number}
      </Td>
      <RowTitle>
        <JobRowName row={row} />
      </RowTitle>
      <Td label={columns.amount} numeric>
        <Amount sats={row.amountSats} precision={asset.precision} ticker={asset.ticker} />
      </Td>
      <Td label={columns.state}>
        <JobRowOutcome row={row} />
      </Td>
      <Td label={columns.assignment} numeric>
        {row.assignmentId}
      </Td>
    </TableRow>
  );
}
