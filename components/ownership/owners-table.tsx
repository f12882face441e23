"use client";

import Users from "lucide-react/icons/users";
import { optionsOf } from "@/components/data/list-table";
import { ExportButton } from "@/components/export/export-button";
import { Amount } from "@/components/ui/amount";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { Pagination } from "@/components/ui/pagination";
import { SortTh } from "@/components/ui/sort-th";
import { Status } from "@/components/ui/status";
import { RowTitle, Table, TableBody, TableFoot, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { OwnershipView } from "@/lib/domain/ownership";
import { formatAmount, formatShare } from "@/lib/format/amounts";
import { isFiltered, type ListState } from "@/lib/list-state";
import { ownershipText } from "@/lib/messages/ownership";
import { OwnerRow } from "./owner-row";
import { OwnersBySwitch } from "./owners-by";

const { columns, list, empty } = ownershipText;
const FILTERS = [{ name: "kind", label: list.kind, options: optionsOf(list.kinds) }];
const SORTS = optionsOf(list.sorts);

interface OwnersTableProps {
  state: ListState;
  view: OwnershipView;
  onRefresh: () => Promise<unknown>;
}

export function OwnersTable({ state, view, onRefresh }: OwnersTableProps) {
  const { asset, figures, page } = view;
  return (
    <Card>
      <h2 className="sr-only">{list.title}</h2>
      <FilterBar state={state} search={list.search} filters={FILTERS} sorts={SORTS}>
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
            <Th numeric>{columns.share}</Th>
          </TableHead>
          <TableBody>
            {page.rows.map((holder) => (
              <OwnerRow key={holder.id} holder={holder} asset={asset} supplySats={figures.supplySats} />
            ))}
          </TableBody>
          <Total view={view} />
        </Table>
      )}
      <Unattributed view={view} />
      <Pagination state={state} shown={page.rows.length} total={page.total} nextCursor={page.nextCursor} />
    </Card>
  );
}

/** Over all owners, whatever page or filter is shown. */
function Total({ view: { asset, figures } }: { view: OwnershipView }) {
  return (
    <TableFoot>
      <TableRow>
        <RowTitle colSpan={2}>{ownershipText.total}</RowTitle>
        <Td label={columns.amount} numeric>
          <Amount sats={figures.ownedSats} precision={asset.precision} ticker={asset.ticker} />
        </Td>
        <Td label={columns.share} numeric>
          {ownershipText.percent(formatShare(figures.ownedSats, figures.supplySats))}
        </Td>
      </TableRow>
    </TableFoot>
  );
}

/** What AMP attributes to nobody, or attributes beyond what there is. */
function Unattributed({ view: { asset, figures } }: { view: OwnershipView }) {
  const missing = figures.supplySats - figures.ownedSats;
  if (missing === 0n) return null;
  const amount = formatAmount(missing, asset.precision, { ticker: asset.ticker });
  return (
    <p className="border-border border-t px-4 py-2.5 text-sm">
      <Status tone={missing > 0n ? "waiting" : "danger"} wraps>
        {missing > 0n ? ownershipText.unattributed(amount) : ownershipText.tooMuch}
      </Status>
    </p>
  );
}

function NoOwners({ isSearch, isEarlier }: { isSearch: boolean; isEarlier: boolean }) {
  if (isSearch) return <EmptyState icon={<Users aria-hidden />} title={empty.filtered} />;
  return (
    <EmptyState icon={<Users aria-hidden />} title={isEarlier ? empty.earlier : empty.title}>
      {empty.text}
    </EmptyState>
  );
}
