import { ExportButton } from "@/components/export/export-button";
import { CopyId } from "@/components/ui/copy-id";
import { Freshness } from "@/components/ui/freshness";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { UserJobRow, UserJobView } from "@/lib/domain/user-jobs";
import type { ListState } from "@/lib/list-state";
import { commonText } from "@/lib/messages/common";
import { userJobsText } from "@/lib/messages/user-jobs";
import { JobRowName, JobRowOutcome, JobRowsFrame } from "./job-rows-frame";
import { type CategoryNames, stepWords } from "./job-words";

const { rows: text, stepWords: words } = userJobsText;
const { columns } = text;

interface JobRowsProps {
  state: ListState;
  job: UserJobView;
  categoryNames: CategoryNames;
  onRefresh: () => Promise<unknown>;
}

export function JobRows({ state, job, categoryNames, onRefresh }: JobRowsProps) {
  // What the reasons speak of is the line of the file.
  const heading = job.about.kind === "import" ? columns.line : columns.number;
  return (
    <JobRowsFrame
      state={state}
      page={job.rows}
      search={text.search}
      tools={
        <>
          <Freshness freshness={job.rows.freshness} onRefresh={onRefresh} />
          <ExportButton list="user-job" state={state} />
        </>
      }
      head={
        <>
          <Th numeric fit>
            {heading}
          </Th>
          <Th>{columns.name}</Th>
          <Th>{columns.steps}</Th>
          <Th>{columns.state}</Th>
        </>
      }
      row={(row) => <Row key={row.number} row={row} heading={heading} categoryNames={categoryNames} />}
    />
  );
}

interface RowProps {
  row: UserJobRow;
  /** What its number is. */
  heading: string;
  categoryNames: CategoryNames;
}

function Row({ row, heading, categoryNames }: RowProps) {
  return (
    <TableRow>
      <Td label={heading} numeric className="align-top!">
        {row.number}
      </Td>
      <RowTitle className="align-top!">
        <JobRowName row={row} />
      </RowTitle>
      <Td label={columns.steps} className="align-top!">
        <Steps row={row} categoryNames={categoryNames} />
      </Td>
      <Td label={columns.state} className="align-top!">
        <JobRowOutcome row={row} />
      </Td>
    </TableRow>
  );
}

function Steps({ row, categoryNames }: { row: UserJobRow; categoryNames: CategoryNames }) {
  if (row.steps.length === 0) {
    const isSo = row.state === "same" && row.problem === null;
    return <span className="text-muted-foreground">{isSo ? text.nothing : commonText.none}</span>;
  }
  return (
    <ul className="grid gap-0.5 max-sm:text-end">
      {row.steps.map((step, place) => {
        const { text: said, gaid } = stepWords(step, categoryNames);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a row never change their order
          <li key={place} className="max-sm:justify-end flex flex-wrap items-center gap-x-1.5">
            {said}
            {gaid && <CopyId value={gaid} label={words.gaid} className="-my-0.5" />}
            {row.results[place] === "already" && (
              <span className="text-muted-foreground text-xs">{words.already}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
