"use client";

import ListChecks from "lucide-react/icons/list-checks";
import { ErrorAlert } from "@/components/data/error-alert";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { BlockTime } from "@/components/ui/block-time";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { Link } from "@/components/ui/link";
import { SortTh } from "@/components/ui/sort-th";
import { Status } from "@/components/ui/status";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { ListPage } from "@/lib/contracts/list";
import { isMoving, progressOf, type UserJob } from "@/lib/domain/user-jobs";
import { isFiltered, type ListState, listHref } from "@/lib/list-state";
import { userImportText } from "@/lib/messages/user-import";
import { userJobsText } from "@/lib/messages/user-jobs";
import { routes } from "@/lib/routes";
import { type CategoryNames, JOB_TONES, jobTitle } from "./job-words";

const { columns, states, empty, progress } = userJobsText;
const filterFields = () => [
  { name: "state", label: columns.state, options: optionsOf(states) },
  { name: "kind", label: columns.what, options: optionsOf(userJobsText.kinds) },
];
const sortOptions = () => optionsOf(userJobsText.sorts);
const LOOK_MS = 2_000;

interface UserJobsTableProps {
  state: ListState;
  initial: ListPage<UserJob>;
  categoryNames: CategoryNames;
}

export function UserJobsTable({ state, initial, categoryNames }: UserJobsTableProps) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial, {
    everyMs: ({ rows }) => (rows.some((job) => isMoving(job.state)) ? LOOK_MS : false),
  });
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <Card>
        <FilterBar state={state} search={userJobsText.search} filters={filterFields()} sorts={sortOptions()}>
          <Freshness freshness={data.freshness} onRefresh={refresh} />
          <ExportButton list="user-jobs" state={state} />
        </FilterBar>
        <ListTable
          state={state}
          page={data}
          caption={userJobsText.title}
          empty={isFiltered(state) ? <EmptyState title={empty.filtered} /> : <NoJobs />}
          head={
            <>
              <Th>{columns.what}</Th>
              <Th>{columns.state}</Th>
              <Th numeric>{columns.progress}</Th>
              <Th>{columns.person}</Th>
              <SortTh state={state} column="created" first="descending">
                {columns.created}
              </SortTh>
            </>
          }
          row={(job) => <JobRow key={job.id} job={job} title={jobTitle(job.about, categoryNames)} />}
        />
      </Card>
    </div>
  );
}

function JobRow({ job, title }: { job: UserJob; title: string }) {
  const { done, total } = progressOf(job);
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.userJob(job.id)} className="break-words font-medium hover:underline">
          {title}
        </Link>
      </RowTitle>
      <Td label={columns.state}>
        <Status tone={JOB_TONES[job.state]}>{states[job.state]}</Status>
      </Td>
      <Td label={columns.progress} numeric>
        {progress.figure(done, total)}
      </Td>
      <Td label={columns.person}>{job.requestedBy}</Td>
      <Td label={columns.created}>
        <BlockTime at={job.createdAt} />
      </Td>
    </TableRow>
  );
}

const NoJobs = () => (
  <EmptyState
    icon={<ListChecks aria-hidden />}
    title={empty.title}
    action={
      <ButtonLink variant="primary" href={routes.importUsers}>
        {userImportText.title}
      </ButtonLink>
    }
  >
    {empty.text}
  </EmptyState>
);
