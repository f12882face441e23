"use client";

import ArrowLeftRight from "lucide-react/icons/arrow-left-right";
import { ErrorAlert } from "@/components/data/error-alert";
import { optionsOf } from "@/components/data/list-table";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { HeightRange } from "@/components/transactions/height-range";
import { LookedThrough } from "@/components/transactions/looked-through";
import { NoRowsBetween } from "@/components/transactions/no-rows-between";
import { Card } from "@/components/ui/card";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { Pagination } from "@/components/ui/pagination";
import { SortTh } from "@/components/ui/sort-th";
import { Table, TableBody, TableHead, Th } from "@/components/ui/table";
import type { ActivityView } from "@/lib/domain/activities";
import { type ListState, listHref } from "@/lib/list-state";
import { activityText } from "@/lib/messages/activity";
import { outputsText } from "@/lib/messages/outputs";
import { ActivityRow } from "./activity-row";

const { columns, empty } = activityText;
const SORTS = optionsOf(activityText.sorts);
const FILTERS = [{ name: "type", label: activityText.filters.type, options: optionsOf(outputsText.kinds) }];

interface ActivityTableProps {
  state: ListState;
  initial: ActivityView;
  /** For whom transactions are: the asset they are listed under. */
  assetUuid: string | null;
}

export function ActivityTable({ state, initial, assetUuid }: ActivityTableProps) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  const { page, asset, lookedThrough } = data;
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <Card>
        <h2 className="sr-only">{activityText.title}</h2>
        <FilterBar state={state} search={activityText.search} filters={FILTERS} sorts={SORTS}>
          <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
            <HeightRange state={state} />
            <Freshness freshness={page.freshness} onRefresh={refresh} />
            <ExportButton list="activity" state={state} />
          </div>
        </FilterBar>
        {page.rows.length === 0 ? (
          <NoRowsBetween
            state={state}
            icon={<ArrowLeftRight aria-hidden />}
            lookedThrough={lookedThrough}
            texts={empty}
          />
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
                <ActivityRow key={`${row.txid}:${row.vout}`} row={row} asset={asset} assetUuid={assetUuid} />
              ))}
            </TableBody>
          </Table>
        )}
        <LookedThrough rows={lookedThrough} />
        <Pagination state={state} shown={page.rows.length} total={page.total} nextCursor={page.nextCursor} />
      </Card>
    </div>
  );
}
