"use client";

import Receipt from "lucide-react/icons/receipt";
import Link from "next/link";
import { ErrorAlert } from "@/components/data/error-alert";
import { optionsOf } from "@/components/data/list-table";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { Amount } from "@/components/ui/amount";
import { BlockTime } from "@/components/ui/block-time";
import { Card } from "@/components/ui/card";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { Pagination } from "@/components/ui/pagination";
import { SortTh } from "@/components/ui/sort-th";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { AssetUnit, TransactionRow, TransactionsView } from "@/lib/domain/transactions";
import { shortenMiddle } from "@/lib/format/ids";
import { type ListState, listHref } from "@/lib/list-state";
import { outputsText } from "@/lib/messages/outputs";
import { transactionsText as text } from "@/lib/messages/transactions";
import { routes } from "@/lib/routes";
import { HeightRange } from "./height-range";
import { KindBadge } from "./kind-badge";
import { LookedThrough } from "./looked-through";
import { NoRowsBetween } from "./no-rows-between";

const { columns } = text;
const SORTS = optionsOf(text.sorts);
const FILTERS = [{ name: "type", label: text.filters.type, options: optionsOf(outputsText.kinds) }];

interface TransactionsTableProps {
  state: ListState;
  initial: TransactionsView;
  assetUuid: string;
}

export function TransactionsTable({ state, initial, assetUuid }: TransactionsTableProps) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  const { page, asset, lookedThrough } = data;
  return (
    <div className="grid gap-5">
      {error && <ErrorAlert error={error} />}
      <Card>
        <h2 className="sr-only">{text.title}</h2>
        <FilterBar state={state} search={text.search} filters={FILTERS} sorts={SORTS}>
          <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
            <HeightRange state={state} />
            <Freshness freshness={page.freshness} onRefresh={refresh} />
            <ExportButton list="transactions" state={state} />
          </div>
        </FilterBar>
        {page.rows.length === 0 ? (
          <NoRowsBetween
            state={state}
            icon={<Receipt aria-hidden />}
            lookedThrough={lookedThrough}
            texts={text.empty}
          />
        ) : (
          <Table caption={text.caption}>
            <TableHead>
              <SortTh state={state} column="blockheight" first="descending">
                {columns.when}
              </SortTh>
              <Th>{columns.type}</Th>
              <Th>{columns.txid}</Th>
              <Th numeric>{columns.moved}</Th>
              <Th numeric>{columns.receivers}</Th>
              <Th numeric>{columns.sides}</Th>
            </TableHead>
            <TableBody>
              {page.rows.map((row) => (
                <Row key={row.txid} row={row} asset={asset} assetUuid={assetUuid} />
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

function Row({ row, asset, assetUuid }: { row: TransactionRow; asset: AssetUnit; assetUuid: string }) {
  return (
    <TableRow>
      <Td label={columns.when}>
        <BlockTime at={row.blockheight > 0 ? row.datetime : null} height={row.blockheight} />
      </Td>
      <Td label={columns.type}>
        <KindBadge kind={row.kind} />
      </Td>
      <Td label={columns.txid}>
        <Link
          href={routes.transaction(assetUuid, row.txid)}
          title={row.txid}
          className="inline-block min-h-6 font-mono text-link text-xs leading-6 underline-offset-2 hover:underline"
        >
          {shortenMiddle(row.txid, 8)}
        </Link>
      </Td>
      <Td label={columns.moved} numeric>
        <Amount sats={row.movedSats} precision={asset.precision} ticker={asset.ticker} />
      </Td>
      <Td label={columns.receivers} numeric>
        {row.receivers}
      </Td>
      <Td label={columns.sides} numeric>
        <span aria-hidden>{text.sidesOf(row.inputs, row.outputs)}</span>
        <span className="sr-only">{text.sidesLabel(row.inputs, row.outputs)}</span>
      </Td>
    </TableRow>
  );
}
