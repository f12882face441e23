import ListChecks from "lucide-react/icons/list-checks";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { ExportButton } from "@/components/export/export-button";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { UserJobRow, UserJobView } from "@/lib/domain/user-jobs";
import { isFiltered, type ListState } from "@/lib/list-state";
import { commonText } from "@/lib/messages/common";
import { userJobsText } from "@/lib/messages/user-jobs";
import { usersText } from "@/lib/messages/users";
import { routes } from "@/lib/routes";
import { type CategoryNames, ROW_TONES, stepWords } from "./job-words";

const { rows: text, rowStates, stepWords: words } = userJobsText;
const { columns } = text;
const filterFields = () => [{ name: "state", label: text.filter, options: optionsOf(rowStates) }];

interface JobRowsProps {
  state: ListState;
  job: UserJobView;
  categoryNames: CategoryNames;
}

export function JobRows({ state, job, categoryNames }: JobRowsProps) {
  return (
    <Card>
      <CardHeader title={text.title} className="border-b-0" />
      <FilterBar state={state} search={text.search} filters={filterFields()}>
        <ExportButton list="user-job" state={state} />
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
            <Th>{columns.name}</Th>
            <Th>{columns.steps}</Th>
            <Th>{columns.state}</Th>
          </>
        }
        row={(row) => <Row key={row.number} row={row} categoryNames={categoryNames} />}
      />
    </Card>
  );
}

function Row({ row, categoryNames }: { row: UserJobRow; categoryNames: CategoryNames }) {
  return (
    <TableRow>
      <Td label={columns.number} numeric className="align-top!">
        {row.number}
      </Td>
      <RowTitle className="align-top!">
        {row.userId === null ? (
          row.name
        ) : (
          <Link href={routes.user(row.userId)} className="hover:underline">
            {row.name}
          </Link>
        )}
      </RowTitle>
      <Td label={columns.steps} className="align-top!">
        <Steps row={row} categoryNames={categoryNames} />
      </Td>
      <Td label={columns.state} className="align-top!">
        <div className="max-sm:text-end">
          <Status tone={ROW_TONES[row.state]}>{rowStates[row.state]}</Status>
          {row.problem && <p className="max-w-prose text-muted-foreground text-xs">{row.problem}</p>}
        </div>
      </Td>
    </TableRow>
  );
}

function Steps({ row, categoryNames }: { row: UserJobRow; categoryNames: CategoryNames }) {
  if (row.steps.length === 0)
    return (
      <span className="text-muted-foreground">{row.state === "same" ? text.nothing : commonText.none}</span>
    );
  return (
    <ul className="grid gap-0.5 max-sm:text-end">
      {row.steps.map((step, place) => {
        const { text: said, gaid } = stepWords(step, categoryNames);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a row never change their order
          <li key={place} className="max-sm:justify-end flex flex-wrap items-center gap-x-1.5">
            {said}
            {gaid && <CopyId value={gaid} label={usersText.gaids.label} className="-my-0.5" />}
            {row.results[place] === "already" && (
              <span className="text-muted-foreground text-xs">{words.already}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
