import ListChecks from "lucide-react/icons/list-checks";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { ExportButton } from "@/components/export/export-button";
import { Amount } from "@/components/ui/amount";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import { ROW_TONES } from "@/components/user-jobs/job-words";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssignmentJobRow, AssignmentJobView } from "@/lib/domain/assignment-jobs";
import { isFiltered, type ListState, parseListState } from "@/lib/list-state";
import { assetFiles } from "@/lib/lists";
import { assignmentSelectionText } from "@/lib/messages/assignment-selection";
import { userJobsText } from "@/lib/messages/user-jobs";
import { routes } from "@/lib/routes";

const { rows: text, rowStates } = userJobsText;
const { job: words } = assignmentSelectionText;
const { columns } = words;
const filterFields = () => [{ name: "state", label: text.filter, options: optionsOf(rowStates) }];

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
    <Card>
      <CardHeader title={text.title} className="border-b-0" />
      <FilterBar state={state} search={words.search} filters={filterFields()}>
        <ExportButton list="assignment-job" state={file} />
      </FilterBar>
      <ListTable
        state={state}
        page={job.rows}
        caption={text.title}
        empty={
          <EmptyState
            icon={<ListChecks aria-hidden />}
            title={isFiltered(state) ? text.filtered : text.none}
          />
        }
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
    </Card>
  );
}

function Row({ row, asset }: { row: AssignmentJobRow; asset: Asset }) {
  return (
    <TableRow>
      <Td label={columns.number} numeric>
        {row.number}
      </Td>
      <RowTitle>
        {row.userId === null ? (
          row.name
        ) : (
          <Link href={routes.user(row.userId)} className="hover:underline">
            {row.name}
          </Link>
        )}
      </RowTitle>
      <Td label={columns.amount} numeric>
        <Amount sats={row.amountSats} precision={asset.precision} ticker={asset.ticker} />
      </Td>
      <Td label={columns.state}>
        <div className="max-sm:text-end">
          <Status tone={ROW_TONES[row.state]}>{rowStates[row.state]}</Status>
          {row.problem && <p className="max-w-prose text-muted-foreground text-xs">{row.problem}</p>}
        </div>
      </Td>
      <Td label={columns.assignment} numeric>
        {row.assignmentId}
      </Td>
    </TableRow>
  );
}
