import ListChecks from "lucide-react/icons/list-checks";
import type { ReactNode } from "react";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import type { ListPage } from "@/lib/contracts/list";
import type { UserJobRow } from "@/lib/domain/user-jobs";
import { isFiltered, type ListState } from "@/lib/list-state";
import { userJobsText } from "@/lib/messages/user-jobs";
import { routes } from "@/lib/routes";
import { ROW_TONES } from "./job-words";

/** What the rows of every job of the worker have in common. */

const { rows: text, rowStates } = userJobsText;
const filterFields = () => [{ name: "state", label: text.filter, options: optionsOf(rowStates) }];

interface JobRowsFrameProps<Row> {
  state: ListState;
  page: ListPage<Row>;
  search: string;
  /** What saves the list, and how old it is where nothing above says so. */
  tools: ReactNode;
  head: ReactNode;
  row: (row: Row) => ReactNode;
}

export const JobRowsFrame = <Row,>({ state, page, search, tools, head, row }: JobRowsFrameProps<Row>) => (
  <Card>
    <CardHeader title={text.title} className="border-b-0" />
    <FilterBar state={state} search={search} filters={filterFields()}>
      {tools}
    </FilterBar>
    <ListTable
      state={state}
      page={page}
      caption={text.title}
      empty={
        <EmptyState icon={<ListChecks aria-hidden />} title={isFiltered(state) ? text.filtered : text.none} />
      }
      head={head}
      row={row}
    />
  </Card>
);

/** Whom a row is about; no link for a user who is not registered yet. */
export const JobRowName = ({ row: { userId, name } }: { row: { userId: number | null; name: string } }) =>
  userId === null ? (
    name
  ) : (
    <Link href={routes.user(userId)} className="hover:underline">
      {name}
    </Link>
  );

/** What became of a row, and why. */
export const JobRowOutcome = ({
  row: { state, problem },
}: {
  row: Pick<UserJobRow, "state" | "problem">;
}) => (
  <div className="max-sm:text-end">
    <Status tone={ROW_TONES[state]}>{rowStates[state]}</Status>
    {problem && <p className="max-w-prose text-muted-foreground text-xs">{problem}</p>}
  </div>
);
