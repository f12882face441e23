"use client";

import ArrowLeftRight from "lucide-react/icons/arrow-left-right";
import { optionsOf } from "@/components/data/list-table";
import { ExportButton } from "@/components/export/export-button";
import { Amount } from "@/components/ui/amount";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { LongTableBody } from "@/components/ui/long-table-body";
import { Pagination } from "@/components/ui/pagination";
import { SortTh } from "@/components/ui/sort-th";
import { RowTitle, Table, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { ChangeKind, DifferenceView, HolderChange } from "@/lib/domain/ownership-difference";
import { isFiltered, type ListState } from "@/lib/list-state";
import { commonText } from "@/lib/messages/common";
import { ownershipText } from "@/lib/messages/ownership";
import { differenceText } from "@/lib/messages/ownership-difference";
import { OwnerName } from "./owner-name";
import { OwnersBySwitch } from "./owners-by";

const { columns, list } = differenceText;
const filterFields = () => [{ name: "change", label: list.change, options: optionsOf(list.changes) }];
const sortOptions = () => optionsOf(list.sorts);
const TONES: Record<ChangeKind, Tone> = { came: "info", left: "neutral", gained: "ok", fell: "waiting" };

/** Everybody whose holding changed, before and after. */
export function DifferenceTable({ state, view }: { state: ListState; view: DifferenceView }) {
  const { page, asset } = view;
  const isNarrowed = isFiltered(state);
  return (
    <Card>
      <h2 className="sr-only">{list.title}</h2>
      <FilterBar state={state} search={list.search} filters={filterFields()} sorts={sortOptions()}>
        <OwnersBySwitch state={state} by={view.by} />
        <ExportButton list="changes" state={state} />
      </FilterBar>
      {page.rows.length === 0 ? (
        <EmptyState
          icon={<ArrowLeftRight aria-hidden />}
          title={isNarrowed ? list.filtered : differenceText.same}
        >
          {isNarrowed ? undefined : differenceText.sameText}
        </EmptyState>
      ) : (
        <Table caption={list.title}>
          <TableHead>
            <SortTh state={state} column="owner">
              {columns.owner}
            </SortTh>
            <Th>{ownershipText.columns.gaid}</Th>
            <Th>{columns.what}</Th>
            <SortTh state={state} column="before" first="descending" numeric>
              {columns.before}
            </SortTh>
            <SortTh state={state} column="after" first="descending" numeric>
              {columns.after}
            </SortTh>
            <SortTh state={state} column="change" first="descending" numeric>
              {columns.change}
            </SortTh>
          </TableHead>
          <LongTableBody>
            {page.rows.map((row) => (
              <ChangeRow key={row.id} row={row} asset={asset} />
            ))}
          </LongTableBody>
        </Table>
      )}
      <Pagination state={state} shown={page.rows.length} total={page.total} nextCursor={page.nextCursor} />
    </Card>
  );
}

function ChangeRow({ row, asset }: { row: HolderChange; asset: DifferenceView["asset"] }) {
  const { precision, ticker } = asset;
  return (
    <TableRow>
      <RowTitle>
        <OwnerName holder={row} gaids={row.gaids} />
      </RowTitle>
      <Td label={ownershipText.columns.gaid}>
        <span className="grid gap-0.5">
          {row.gaids.length === 0 && commonText.none}
          {row.gaids.map((gaid) => (
            <CopyId key={gaid} value={gaid} label={ownershipText.columns.gaid} />
          ))}
        </span>
      </Td>
      <Td label={columns.what}>
        <Badge tone={TONES[row.change]}>{list.changes[row.change]}</Badge>
      </Td>
      <Td label={columns.before} numeric>
        <Amount sats={row.beforeSats} precision={precision} ticker={ticker} />
      </Td>
      <Td label={columns.after} numeric>
        <Amount sats={row.afterSats} precision={precision} ticker={ticker} />
      </Td>
      <Td label={columns.change} numeric>
        <Amount sats={row.changeSats} precision={precision} ticker={ticker} signed />
      </Td>
    </TableRow>
  );
}
