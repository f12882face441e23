"use client";

import ArrowLeftRight from "lucide-react/icons/arrow-left-right";
import { ErrorAlert } from "@/components/data/error-alert";
import { optionsOf } from "@/components/data/list-table";
import { useLive } from "@/components/data/use-live";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { Pagination } from "@/components/ui/pagination";
import { SortTh } from "@/components/ui/sort-th";
import { Table, TableBody, TableHead, Th } from "@/components/ui/table";
import { type ActivityView, heightProblem } from "@/lib/domain/activities";
import { isFiltered, type ListState, listHref } from "@/lib/list-state";
import { activityText } from "@/lib/messages/activity";
import { ActivityRow } from "./activity-row";
import { HeightRange } from "./height-range";

const { columns, empty } = activityText;
const SORTS = optionsOf(activityText.sorts);

export function ActivityTable({ state, initial }: { state: ListState; initial: ActivityView }) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  const { page, asset } = data;
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <Card>
        <h2 className="sr-only">{activityText.title}</h2>
        <FilterBar state={state} sorts={SORTS}>
          <div className="flex flex-wrap items-center justify-end gap-2">
            <HeightRange state={state} />
            <Freshness freshness={page.freshness} onRefresh={refresh} />
          </div>
        </FilterBar>
        {page.rows.length === 0 ? (
          <NoActivity state={state} />
        ) : (
          <Table caption={activityText.caption}>
            <TableHead>
              <SortTh state={state} column="blockheight" first="descending">
                {columns.when}
              </SortTh>
              <SortTh state={state} column="type">
                {columns.type}
              </SortTh>
              <Th>{columns.party}</Th>
              <SortTh state={state} column="amount" first="descending" numeric>
                {columns.amount}
              </SortTh>
              <Th>{columns.output}</Th>
            </TableHead>
            <TableBody>
              {page.rows.map((row) => (
                <ActivityRow key={`${row.txid}:${row.vout}`} row={row} asset={asset} />
              ))}
            </TableBody>
          </Table>
        )}
        <Pagination state={state} shown={page.rows.length} total={page.total} nextCursor={page.nextCursor} />
      </Card>
    </div>
  );
}

function NoActivity({ state }: { state: ListState }) {
  const icon = <ArrowLeftRight aria-hidden />;
  const problem = heightProblem(state.query.filters);
  if (problem)
    return (
      <EmptyState icon={icon} title={activityText.heights.problem}>
        {activityText.heightProblems[problem]}
      </EmptyState>
    );
  if (state.query.cursor !== undefined) return <EmptyState icon={icon} title={empty.lastPage} />;
  if (isFiltered(state))
    return (
      <EmptyState icon={icon} title={empty.filtered}>
        {empty.filteredText}
      </EmptyState>
    );
  return (
    <EmptyState icon={icon} title={empty.title}>
      {empty.text}
    </EmptyState>
  );
}
