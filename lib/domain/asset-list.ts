import type { Route } from "next";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { ListPage } from "@/lib/contracts/list";

/** What a row of the list can show besides the asset's name. */
export const ASSET_COLUMNS = [
  "ticker",
  "kind",
  "state",
  "registry",
  "reissuable",
  "supply",
  "holders",
  "alerts",
  "precision",
  "domain",
  "assetId",
  "assetUuid",
] as const;
export type AssetColumn = (typeof ASSET_COLUMNS)[number];

export const USUAL_ASSET_COLUMNS = [
  "ticker",
  "kind",
  "state",
  "registry",
  "supply",
  "holders",
  "alerts",
] as const satisfies AssetColumn[];

export const ASSET_SORTS = [
  "name",
  "ticker",
  "kind",
  "state",
  "registry",
  "reissuable",
  "supply",
  "holders",
  "alerts",
  "precision",
] as const;

/** Whether AMP has the blinders of the treasury's outputs, as far as they are looked for: it does not tell with the list. */
export const BLINDERS_FILTERS = ["missing", "complete", "unknown"] as const;

/** What needs a person, besides the state that has a column of its own. */
export interface AssetAlert {
  id: string;
  title: string;
  /** Nothing of the asset is sent before it is settled. */
  isUrgent: boolean;
  /** Where it is settled. */
  href: Route;
}

export interface AssetRow extends Asset {
  /** Most urgent first; empty for whom the treasury is none of their business. */
  alerts: AssetAlert[];
  /** Those that the list is ordered by, null where they are not known; without such an order they come after it. */
  figures?: AssetFigures | null;
  /** Treasury outputs without blinders, where they are looked for; null: not known. */
  lacking?: number | null;
}

/** Of an export, which has the figures too. */
export interface ExportedAsset extends AssetRow {
  /** Null where AMP does not tell them. */
  figures: AssetFigures | null;
}

/** A page of the list. */
export interface AssetsPage extends ListPage<AssetRow> {
  /** Granted assets that are in no row, because AMP has no answer about them now. */
  unreadable: string[];
  /** Of how many of those found that is not known which the list is ordered or narrowed by. */
  unknown: number;
}

/** AMP gives them one asset at a time, so a list paints without them and fills them in; null: not readable now. */
export interface AssetFigures {
  supplySats: bigint;
  holders: number;
}
export type AssetFiguresByUuid = Record<string, AssetFigures | null>;
