"use client";

import Coins from "lucide-react/icons/coins";
import Link from "next/link";
import { useLive } from "@/components/data/use-live";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyId } from "@/components/ui/copy-id";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { Pagination } from "@/components/ui/pagination";
import { SortTh } from "@/components/ui/sort-th";
import { RowTitle, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/ui/table";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { ListPage } from "@/lib/contracts/list";
import { isFiltered, type ListState, listHref } from "@/lib/list-state";
import { assetsText } from "@/lib/messages/assets";
import { commonText } from "@/lib/messages/common";
import { routes } from "@/lib/routes";
import { AssetStatus } from "./asset-status";

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
    options: Object.entries(kinds).map(([value, label]) => ({ value, label })),
  },
  {
    name: "state",
    label: filters.state,
    options: Object.entries(states).map(([value, label]) => ({ value, label })),
  },
];

export function AssetsTable({ state, initial, canIssue }: AssetsTableProps) {
  const { data, refresh } = useLive(`/api${listHref(state, state.query)}`, initial);
  return (
    <Card>
      <FilterBar state={state} search={assetsText.search} filters={FILTERS}>
        <Freshness freshness={data.freshness} onRefresh={refresh} />
      </FilterBar>
      {data.rows.length === 0 ? (
        <NoAssets isSearch={isFiltered(state)} canIssue={canIssue} />
      ) : (
        <>
          <Table caption={assetsText.title}>
            <TableHead>
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
            </TableHead>
            <TableBody>
              {data.rows.map((asset) => (
                <AssetRow key={asset.assetUuid} asset={asset} />
              ))}
            </TableBody>
          </Table>
          <Pagination
            state={state}
            shown={data.rows.length}
            total={data.total}
            nextCursor={data.nextCursor}
          />
        </>
      )}
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

function NoAssets({ isSearch, canIssue }: { isSearch: boolean; canIssue: boolean }) {
  if (isSearch) return <EmptyState icon={<Coins aria-hidden />} title={assetsText.empty.filtered} />;
  return (
    <EmptyState
      icon={<Coins aria-hidden />}
      title={assetsText.empty.title}
      action={
        canIssue && (
          <ButtonLink variant="primary" href={routes.newAsset}>
            {assetsText.issue}
          </ButtonLink>
        )
      }
    >
      {canIssue ? assetsText.empty.text : assetsText.empty.manager}
    </EmptyState>
  );
}
