import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssetSummary } from "@/lib/contracts/amp/summary";
import type { KycAlertRow } from "./requests";
import type { OperationRow } from "./treasury";
import type { WatchAlert } from "./watch";

/** What needs a person, most urgent first. */
export type OverviewAlert =
  | { kind: "unauthorized" | "locked"; asset: Asset }
  | { kind: "operation"; operation: OperationRow }
  | { kind: "watch"; alert: WatchAlert }
  | { kind: "kyc"; request: KycAlertRow }
  | { kind: "low-fee"; policySats: bigint }
  | { kind: "node"; message: string };

export interface OverviewData {
  rows: { asset: Asset; summary: AssetSummary | null }[];
  total: number;
  operations: OperationRow[];
  /** null when the role has no treasury or its node cannot be read. */
  policySats: bigint | null;
  alerts: OverviewAlert[];
  asOf: Date;
}
