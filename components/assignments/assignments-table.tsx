"use client";

import ListChecks from "lucide-react/icons/list-checks";
import type { ComponentProps, ReactNode } from "react";
import { CopyFreshness } from "@/components/data/copy-freshness";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { useLive } from "@/components/data/use-live";
import { type Selection, useSelection } from "@/components/data/use-selection";
import { ExportButton } from "@/components/export/export-button";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { onceShown } from "@/components/ui/late";
import { Link } from "@/components/ui/link";
import { SortTh } from "@/components/ui/sort-th";
import { Status } from "@/components/ui/status";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { ListPage } from "@/lib/contracts/list";
import { isChangeable, type ListedAssignment } from "@/lib/domain/assignment";
import { isFiltered, type ListState, listHref } from "@/lib/list-state";
import { assignmentsText } from "@/lib/messages/assignments";
import { commonText } from "@/lib/messages/common";
import { routes } from "@/lib/routes";
import { AssignmentActions } from "./assignment-actions";
import { BlockerMarks } from "./blocker-marks";
import { TONES } from "./tones";

interface AssignmentsTableProps {
  asset: Asset;
  state: ListState;
  initial: ListPage<ListedAssignment>;
  /** Labels of the orders. */
  sorts: Readonly<Record<string, string>>;
  filters: ComponentProps<typeof FilterBar>["filters"];
  /** The filters that a link has set, in words. */
  only: ReactNode;
  canWrite: boolean;
  canDistribute: boolean;
}

const { columns, states, empty } = assignmentsText;
const SelectionBar = onceShown(() =>
  import("./selection/selection-bar").then((module) => module.SelectionBar),
);

export function AssignmentsTable(props: AssignmentsTableProps) {
  const { asset, state, initial, sorts, filters, only, canWrite, canDistribute } = props;
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  const selectable = canWrite ? data.rows.filter(isChangeable) : [];
  const selection = useSelection(selectable.map(({ id }) => id));
  return (
    <Card>
      <FilterBar state={state} search={assignmentsText.search} filters={filters} sorts={optionsOf(sorts)}>
        {only}
        <CopyFreshness
          freshness={data.freshness}
          of={{ list: "assignments", assetUuid: asset.assetUuid }}
          onRefresh={refresh}
        />
        <ExportButton list="assignments" state={state} />
        {canDistribute && (
          <ButtonLink size="sm" href={routes.distributions(asset.assetUuid)}>
            {assignmentsText.toDistribute}
          </ButtonLink>
        )}
      </FilterBar>
      <SelectionBar
        asset={asset}
        state={state}
        total={data.total}
        shown={data.rows.length}
        isPageWhole={selection.isAll}
        rows={selectable.filter(({ id }) => selection.has(id))}
        onClear={selection.clear}
      />
      <ListTable
        state={state}
        page={data}
        error={error}
        caption={assignmentsText.title}
        empty={
          <EmptyState
            icon={<ListChecks aria-hidden />}
            title={isFiltered(state) ? empty.filtered : empty.title}
          >
            {!isFiltered(state) && empty.text}
          </EmptyState>
        }
        head={
          <>
            {canWrite && (
              <Th fit>
                <Checkbox
                  aria-label={assignmentsText.selection.all}
                  checked={selection.isAll}
                  disabled={selectable.length === 0}
                  onChange={selection.toggleAll}
                />
              </Th>
            )}
            <SortTh state={state} column="user">
              {columns.user}
            </SortTh>
            <SortTh state={state} column="amount" first="descending" numeric>
              {columns.amount}
            </SortTh>
            <SortTh state={state} column="state">
              {columns.state}
            </SortTh>
            <SortTh state={state} column="vests">
              {columns.vests}
            </SortTh>
            <SortTh state={state} column="id" first="descending" numeric>
              {columns.id}
            </SortTh>
            {canWrite && <Th fit>{columns.actions}</Th>}
          </>
        }
        row={(row) => <Row key={row.id} row={row} asset={asset} canWrite={canWrite} selection={selection} />}
      />
    </Card>
  );
}

interface RowProps {
  row: ListedAssignment;
  asset: Asset;
  canWrite: boolean;
  selection: Selection<number>;
}

function Row({ row, asset, canWrite, selection }: RowProps) {
  return (
    <TableRow>
      {canWrite && (
        <Td label={assignmentsText.selection.column} fit>
          <Checkbox
            aria-label={assignmentsText.selection.one(row.userName, row.id)}
            checked={selection.ids.includes(row.id)}
            disabled={!isChangeable(row)}
            onChange={() => selection.toggle(row.id)}
          />
        </Td>
      )}
      <RowTitle>
        <Link href={routes.user(row.registeredUser)} className="font-medium hover:underline">
          {row.userName}
        </Link>
        <BlockerMarks assetUuid={asset.assetUuid} userId={row.registeredUser} blockers={row.blockers} />
      </RowTitle>
      <Td label={columns.amount} numeric>
        <Amount sats={row.amount} precision={asset.precision} ticker={asset.ticker} />
      </Td>
      <Td label={columns.state}>
        <Status tone={TONES[row.state]}>{states[row.state]}</Status>
      </Td>
      <Td label={columns.vests}>
        {row.vestingTimestamp ? <BlockTime at={row.vestingTimestamp} /> : commonText.none}
      </Td>
      <Td label={columns.id} numeric>
        <Link
          href={routes.assignment(asset.assetUuid, row.id)}
          className="text-link underline-offset-2 hover:underline"
        >
          {row.id}
        </Link>
      </Td>
      {canWrite && (
        <Td label={columns.actions} fit>
          <AssignmentActions row={row} asset={asset} />
        </Td>
      )}
    </TableRow>
  );
}
