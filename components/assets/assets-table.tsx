"use client";

import Link from "next/link";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { useLive } from "@/components/data/use-live";
import { Card } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { SortTh } from "@/components/ui/sort-th";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { ListPage } from "@/lib/contracts/list";
import { isFiltered, type ListState, listHref } from "@/lib/list-state";
import { assetsText } from "@/lib/messages/assets";
import { commonText } from "@/lib/messages/common";
import { routes } from "@/lib/routes";
import { AssetStatus } from "./asset-status";
import { NoAssets } from "./no-assets";

interface AssetsTableProps {
  state: ListState;
  initial: ListPage<Asset>;
  canIssue: boolean;
}

const { columns, filters, kinds, states } = assetsText;
const FILTERS = [
  {
    name: "kind",
    label: filters.kind,
    options: optionsOf(kinds),
  },
  {
    name: "state",
    label: filters.state,
    options: optionsOf(states),
  },
];

export function AssetsTable({ state, initial, canIssue }: AssetsTableProps) {
  const { data, refresh } = useLive(`/api${listHref(state, state.query)}`, initial);
  return (
    <Card>
      <FilterBar state={state} search={assetsText.search} filters={FILTERS}>
        <Freshness freshness={data.freshness} onRefresh={refresh} />
      </FilterBar>
      <ListTable
        state={state}
        page={data}
        caption={assetsText.title}
        empty={<NoAssets isSearch={isFiltered(state)} canIssue={canIssue} />}
        head={
          <>
            <SortTh state={state} column="name">
              {columns.name}
            </SortTh>
            <SortTh state={state} column="ticker">
              {columns.ticker}
            </SortTh>
            <Th>{columns.kind}</Th>
            <Th>{columns.state}</Th>
            <Th numeric>{columns.precision}</Th>
            <Th>{columns.assetId}</Th>
          </>
        }
        row={(asset) => <AssetRow key={asset.assetUuid} asset={asset} />}
      />
    </Card>
  );
}

function AssetRow({ asset }: { asset: Asset }) {
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.asset(asset.assetUuid)} className="font-medium hover:underline">
          {asset.name}
        </Link>
      </RowTitle>
      <Td label={columns.ticker}>{asset.ticker ?? commonText.none}</Td>
      <Td label={columns.kind}>{asset.transferRestricted ? kinds.restricted : kinds.tracked}</Td>
      <Td label={columns.state}>
        <AssetStatus asset={asset} />
      </Td>
      <Td label={columns.precision} numeric>
        {asset.precision}
      </Td>
      <Td label={columns.assetId}>
        <CopyId value={asset.assetId} label={columns.assetId} />
      </Td>
    </TableRow>
  );
}
