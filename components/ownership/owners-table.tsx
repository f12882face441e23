"use client";

import { optionsOf } from "@/components/data/list-table";
import { ExportButton } from "@/components/export/export-button";
import { Amount } from "@/components/ui/amount";
import { Card } from "@/components/ui/card";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { late } from "@/components/ui/late";
import { LongTableBody } from "@/components/ui/long-table-body";
import { Pagination } from "@/components/ui/pagination";
import { SortTh } from "@/components/ui/sort-th";
import { RowTitle, Table, TableFoot, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { OwnershipView } from "@/lib/domain/ownership";
import { shownShare } from "@/lib/format/amounts";
import { isFiltered, type ListState } from "@/lib/list-state";
import { ownershipText } from "@/lib/messages/ownership";
import { Blacklisted, OwnerRow } from "./owner-row";
import { OwnersBySwitch } from "./owners-by";

/** What few lists have to say. */
const NoOwners = late(() => import("./owners-notes").then((file) => file.NoOwners));
const Unattributed = late(() => import("./owners-notes").then((file) => file.Unattributed));
const BlacklistedNote = late(() => import("./owners-notes").then((file) => file.BlacklistedNote));

const { columns, list } = ownershipText;
const filterFields = () => [{ name: "kind", label: list.kind, options: optionsOf(list.kinds) }];
const sortOptions = () => optionsOf(list.sorts);

interface OwnersTableProps {
  state: ListState;
  view: OwnershipView;
  onRefresh: () => Promise<unknown>;
}

export function OwnersTable({ state, view, onRefresh }: OwnersTableProps) {
  const { asset, blacklisted, figures, page } = view;
  return (
    <Card>
      <h2 className="sr-only">{list.title}</h2>
      <FilterBar state={state} search={list.search} filters={filterFields()} sorts={sortOptions()}>
        <OwnersBySwitch state={state} by={view.by} />
        <Freshness freshness={page.freshness} onRefresh={onRefresh} />
        <ExportButton list="owners" state={state} />
      </FilterBar>
      {page.rows.length === 0 ? (
        <NoOwners isSearch={isFiltered(state)} isEarlier={view.moment !== null} />
      ) : (
        <Table caption={list.title}>
          <TableHead>
            <SortTh state={state} column="owner">
              {columns.owner}
            </SortTh>
            <Th>{columns.gaid}</Th>
            <SortTh state={state} column="amount" first="descending" numeric>
              {columns.amount}
            </SortTh>
            {blacklisted && <Th numeric>{columns.blacklisted}</Th>}
            <Th numeric>{columns.share}</Th>
          </TableHead>
          <LongTableBody>
            {page.rows.map((holder) => (
              <OwnerRow
                key={holder.id}
                holder={holder}
                hasBlacklisted={blacklisted !== null}
                asset={asset}
                supplySats={figures.supplySats}
              />
            ))}
          </LongTableBody>
          <Total view={view} />
        </Table>
      )}
      {figures.supplySats !== figures.ownedSats && <Unattributed view={view} />}
      {blacklisted && (blacklisted.isOlder || !blacklisted.asOf) && <BlacklistedNote basis={blacklisted} />}
      <Pagination state={state} shown={page.rows.length} total={page.total} nextCursor={page.nextCursor} />
    </Card>
  );
}

/** Over all owners, whatever page or filter is shown; what is blacklisted of them by AMP's own sum. */
function Total({ view: { asset, figures, today } }: { view: OwnershipView }) {
  return (
    <TableFoot>
      <TableRow>
        <RowTitle colSpan={2}>{ownershipText.total}</RowTitle>
        <Td label={columns.amount} numeric>
          <Amount sats={figures.ownedSats} precision={asset.precision} ticker={asset.ticker} />
        </Td>
        {today && <Blacklisted sats={today.blacklistedSats} asset={asset} />}
        <Td label={columns.share} numeric>
          {ownershipText.percent(shownShare(figures.ownedSats, figures.supplySats))}
        </Td>
      </TableRow>
    </TableFoot>
  );
}
