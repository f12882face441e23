import type { ReactNode } from "react";
import { Amount } from "@/components/ui/amount";
import { CopyId } from "@/components/ui/copy-id";
import { Link } from "@/components/ui/link";
import { Skeleton } from "@/components/ui/skeleton";
import { SortTh } from "@/components/ui/sort-th";
import { Status } from "@/components/ui/status";
import { RowTitle, TableRow, Td, Th } from "@/components/ui/table";
import { ASSET_SORTS, type AssetColumn, type AssetFigures, type AssetRow } from "@/lib/domain/asset-list";
import { groupDigits } from "@/lib/format/amounts";
import type { ListState } from "@/lib/list-state";
import { assetsText } from "@/lib/messages/assets";
import { commonText } from "@/lib/messages/common";
import { routes } from "@/lib/routes";
import { AssetAlerts } from "./asset-alerts";
import { AssetStatus } from "./asset-status";

const { columns, kinds, registry } = assetsText;

const SORTED: readonly string[] = ASSET_SORTS;
/** Whoever sorts by these looks for the most of them. */
const MOST_FIRST: readonly AssetColumn[] = ["supply", "holders", "alerts"];
const NUMERIC: readonly AssetColumn[] = ["supply", "holders", "precision"];

export function assetHead(column: AssetColumn, state: ListState): ReactNode {
  const numeric = NUMERIC.includes(column);
  if (!SORTED.includes(column)) {
    return (
      <Th key={column} numeric={numeric}>
        {columns[column]}
      </Th>
    );
  }
  return (
    <SortTh
      key={column}
      state={state}
      column={column}
      numeric={numeric}
      first={MOST_FIRST.includes(column) ? "descending" : "ascending"}
    >
      {columns[column]}
    </SortTh>
  );
}

interface AssetTableRowProps {
  asset: AssetRow;
  columns: readonly AssetColumn[];
  /** Undefined while they are on their way; null when AMP cannot tell. */
  figures: AssetFigures | null | undefined;
}

export function AssetTableRow({ asset, columns: shown, figures }: AssetTableRowProps) {
  return (
    <TableRow>
      <RowTitle>
        <Link href={routes.asset(asset.assetUuid)} className="font-medium hover:underline">
          {asset.name}
        </Link>
      </RowTitle>
      {shown.map((column) => (
        <Td key={column} label={columns[column]} numeric={NUMERIC.includes(column)}>
          {cellOf(column, asset, figures)}
        </Td>
      ))}
    </TableRow>
  );
}

function cellOf(column: AssetColumn, asset: AssetRow, figures: AssetTableRowProps["figures"]): ReactNode {
  switch (column) {
    case "ticker":
      return asset.ticker ?? commonText.none;
    case "kind":
      return asset.transferRestricted ? kinds.restricted : kinds.tracked;
    case "state":
      return <AssetStatus asset={asset} />;
    case "registry":
      return (
        <Status tone={asset.isRegistered ? "ok" : "neutral"}>
          {asset.isRegistered ? registry.registered : registry.unregistered}
        </Status>
      );
    case "reissuable":
      return asset.reissuanceTokenId === null ? commonText.no : commonText.yes;
    case "supply":
      return (
        <Figure figures={figures}>
          {({ supplySats }) => <Amount sats={supplySats} precision={asset.precision} ticker={asset.ticker} />}
        </Figure>
      );
    case "holders":
      return <Figure figures={figures}>{({ holders }) => groupDigits(String(holders))}</Figure>;
    case "alerts":
      return <AssetAlerts alerts={asset.alerts} />;
    case "precision":
      return asset.precision;
    case "domain":
      return asset.domain ?? commonText.none;
    case "assetId":
    case "assetUuid":
      return <CopyId value={asset[column]} label={columns[column]} />;
  }
}

function Figure({
  figures,
  children,
}: {
  figures: AssetTableRowProps["figures"];
  children: (figures: AssetFigures) => ReactNode;
}) {
  if (figures === undefined) return <Skeleton className="ms-auto inline-block h-3 w-16" />;
  if (figures === null) return <span className="text-muted-foreground">{assetsText.figuresUnknown}</span>;
  return children(figures);
}
