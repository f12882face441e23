"use client";

import { useQuery } from "@tanstack/react-query";
import { getJson } from "@/components/data/get-json";
import { ListTable, optionsOf } from "@/components/data/list-table";
import { useColumns } from "@/components/data/use-columns";
import { useLive } from "@/components/data/use-live";
import { ExportButton } from "@/components/export/export-button";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { ColumnMenu } from "@/components/ui/column-menu";
import { FilterBar } from "@/components/ui/filter-bar";
import { Freshness } from "@/components/ui/freshness";
import { SortTh } from "@/components/ui/sort-th";
import {
  ASSET_COLUMNS,
  ASSET_SORTS,
  type AssetFiguresByUuid,
  type AssetRow,
  type AssetsPage,
} from "@/lib/domain/asset-list";
import { isFiltered, type ListState, listHref } from "@/lib/list-state";
import { assetsText } from "@/lib/messages/assets";
import { AssetTableRow, assetHead } from "./asset-columns";
import { NoAssets } from "./no-assets";
import { UnreadableAssets } from "./unreadable-assets";

interface AssetsTableProps {
  state: ListState;
  initial: AssetsPage;
  canIssue: boolean;
  /** Whether alerts are any business of this person. */
  hasAlerts: boolean;
  /** Whether this person could tell AMP blinders. */
  hasBlinders: boolean;
}

const { columns, filters, kinds, states, registry, supplies, attention, blinders, sorts, unknown } =
  assetsText;
const filterFields = (hasAlerts: boolean, hasBlinders: boolean) => [
  { name: "kind", label: filters.kind, options: optionsOf(kinds) },
  { name: "state", label: filters.state, options: optionsOf(states) },
  { name: "registry", label: filters.registry, options: optionsOf(registry) },
  { name: "supply", label: filters.supply, options: optionsOf(supplies) },
  ...(hasAlerts ? [{ name: "attention", label: filters.attention, options: optionsOf(attention) }] : []),
  ...(hasBlinders ? [{ name: "blinders", label: filters.blinders, options: optionsOf(blinders) }] : []),
];

/** Every order that a head gives, or choosing a filter would lose it. */
const sortOptions = (hasAlerts: boolean) =>
  ASSET_SORTS.filter((column) => column !== "alerts" || hasAlerts).flatMap((column) => [
    { value: column, label: sorts.ascending(columns[column]) },
    { value: `-${column}`, label: sorts.descending(columns[column]) },
  ]);

const FIGURES_MS = 60_000;

export function AssetsTable({ state, initial, canIssue, hasAlerts, hasBlinders }: AssetsTableProps) {
  const { data, refresh, error } = useLive(`/api${listHref(state, state.query)}`, initial);
  const { shown, choose, reset } = useColumns("assets", state);
  const possible = ASSET_COLUMNS.filter((column) => column !== "alerts" || hasAlerts);
  const chosen = possible.filter((column) => shown.includes(column));
  const needsFigures = chosen.includes("supply") || chosen.includes("holders");
  const figures = useFigures(needsFigures ? data.rows.filter((row) => row.figures === undefined) : []);
  return (
    <Card>
      <FilterBar
        state={state}
        search={assetsText.search}
        filters={filterFields(hasAlerts, hasBlinders)}
        sorts={sortOptions(hasAlerts)}
      >
        <ColumnMenu
          labels={possible.map((column) => [column, columns[column]] as const)}
          shown={chosen}
          onChange={choose}
          onReset={reset}
        />
        <Freshness freshness={data.freshness} onRefresh={refresh} />
        <ExportButton list="assets" state={state} />
      </FilterBar>
      {data.unreadable.length > 0 && (
        <div className="px-4 pt-4">
          <UnreadableAssets assetUuids={data.unreadable} />
        </div>
      )}
      {data.unknown > 0 && (
        <div className="px-4 pt-4">
          <Alert tone="waiting" title={unknown.title(data.unknown)}>
            {state.query.filters.blinders ? unknown.blinders : unknown.order}
          </Alert>
        </div>
      )}
      <ListTable
        state={state}
        page={data}
        error={error}
        caption={assetsText.title}
        empty={<NoAssets isSearch={isFiltered(state)} canIssue={canIssue} />}
        head={
          <>
            <SortTh state={state} column="name">
              {columns.name}
            </SortTh>
            {chosen.map((column) => assetHead(column, state))}
          </>
        }
        row={(asset) => (
          <AssetTableRow
            key={asset.assetUuid}
            asset={asset}
            columns={chosen}
            figures={asset.figures === undefined ? figures?.[asset.assetUuid] : asset.figures}
          />
        )}
      />
    </Card>
  );
}

/** Undefined while AMP is asked, one asset after another; the list does not wait for it. */
function useFigures(rows: readonly AssetRow[]): AssetFiguresByUuid | undefined {
  const path = `/api/assets/figures?assets=${rows.map((row) => row.assetUuid).join(",")}`;
  const { data, isError } = useQuery<AssetFiguresByUuid>({
    queryKey: [path],
    queryFn: () => getJson<AssetFiguresByUuid>(path, { isPoll: true }),
    enabled: rows.length > 0,
    // A call of AMP for each asset: not at every return to the window.
    staleTime: FIGURES_MS,
  });
  return isError ? Object.fromEntries(rows.map((row) => [row.assetUuid, null])) : data;
}
