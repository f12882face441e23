import type { Activity } from "@/lib/contracts/amp/activities";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssetSummary } from "@/lib/contracts/amp/summary";
import type { KycAlertRow } from "./requests";
import type { OperationRow } from "./treasury";
import type { Work } from "./unfinished-work";
import type { Unwatched, WatchAlert, WatchedAsset } from "./watch";

/** What is not looked for each time somebody reads the page. */
interface AssetCount {
  asset: Pick<Asset, "assetUuid" | "name">;
  count: number;
  /** When it was counted; null: it is not known any more. */
  asOf: Date | null;
}

/** Something in words that the desk knows by itself. */
export type OverviewWork = Pick<Work, "id" | "tone" | "title" | "detail" | "href">;

/** What needs a person, most urgent first. */
export type OverviewAlert =
  | { kind: "unauthorized" | "locked"; asset: Asset }
  /** AMP lacks the blinders of so many treasury outputs. */
  | ({ kind: "blinders" } & AssetCount)
  /** AMP keeps so many distributions open that nobody here carries out. */
  | ({ kind: "foreign-orders" } & AssetCount)
  | { kind: "operation"; operation: OperationRow }
  | { kind: "watch"; alert: WatchAlert }
  | { kind: "work"; work: OverviewWork }
  | { kind: "kyc"; request: KycAlertRow }
  | { kind: "low-fee"; policySats: bigint }
  | ({ kind: "unwatched" } & Unwatched)
  | { kind: "node"; message: string }
  | { kind: "node-behind"; blocks: number; headers: number };

/** What could be done now, and nothing is wrong without it. */
export type NextStep =
  | { kind: "distribute"; asset: Asset; readySats: bigint }
  | { kind: "requests"; count: number }
  | { kind: "notifications" };

export interface OverviewRow {
  asset: Asset;
  summary: AssetSummary | null;
  /** By the watch's last good look; null where nobody watches. */
  treasurySats: bigint | null;
}

export interface OverviewData {
  /** The first ones of them all. */
  rows: OverviewRow[];
  total: number;
  /** Granted assets that are in no figure, because AMP has no answer about them now. */
  unreadable: string[];
  /** Accounts that hold something, asset by asset: one that holds two assets counts twice. */
  holders: number;
  /** How old the treasury's figures of the rows are, in words; null where there are none. */
  treasuryAge: string | null;
  /** Assets whose figures are known; the others follow. */
  counted: number;
  /** The latest ones, open ones first. */
  operations: OperationRow[];
  /** Of all. */
  openOperations: number;
  /** null when the role has no treasury or its node cannot be read. */
  policySats: bigint | null;
  alerts: OverviewAlert[];
  steps: NextStep[];
  asOf: Date;
}

/** What the desk knows by itself while AMP tells nothing of any asset. */
export interface OverviewAway
  extends Pick<OverviewData, "operations" | "openOperations" | "policySats" | "alerts" | "steps"> {
  /** By the watch's last good look; none where nobody watches. */
  watched: WatchedAsset[];
}

/** A movement with the asset it is of. */
export interface LatestActivity
  extends Pick<Activity, "type" | "datetime" | "blockheight" | "txid" | "vout"> {
  assetUuid: string;
  assetName: string;
  ticker: string | null;
  precision: number;
  amountSats: bigint;
}

export interface LatestActivities {
  rows: LatestActivity[];
  /** Assets whose movements AMP told, of so many. */
  told: number;
  total: number;
  /** Not younger than what was read. */
  asOf: Date;
}
