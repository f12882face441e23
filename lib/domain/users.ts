import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { ListPage } from "@/lib/contracts/list";
import type { CategoryName } from "./eligibility";
import type { MatrixRule } from "./eligibility-matrix";
import type { BlacklistedPart } from "./utxos";

/** A registered user with the names of its categories. */
export interface UserRow extends RegisteredUser {
  categoryNames: CategoryName[];
  /** Put aside in the desk. */
  isArchived: boolean;
}

/**
 * How a user's identity stands by the portal: accepted there and in order, accepted and no longer so, named by a request
 * that waits for a decision (also of somebody accepted before), or none of these.
 */
export const KYC_FILTERS = ["portal", "lapsed", "pending", "none"] as const;
/** Whether a user owns something of an asset, by the desk's copies of its owners. */
export const BALANCE_FILTERS = ["some", "none"] as const;

/** What a filter by balance rests on: the desk's copies of assets' owners, each as old as it is. */
export interface BalanceBasis {
  /** Every asset there is, to choose one from. */
  assets: { assetUuid: string; name: string }[];
  /** How many of them are asked about. */
  asked: number;
  /** When the oldest of the copies was asked for; null when there is none. */
  oldestAt: Date | null;
  /** Those asked about whose owners were never read, or not since this desk changed something of the asset. */
  unread: { assetUuid: string; name: string }[];
}

export interface UsersPage extends ListPage<UserRow> {
  /** null for a list that is not filtered by balance. */
  balances: BalanceBasis | null;
}

/** What one registered user has of one asset, in sats. */
export interface UserHolding {
  assetUuid: string;
  name: string;
  ticker: string | null;
  precision: number;
  balance: bigint;
  /** Of the balance; null where no copy of the asset's outputs tells. */
  blacklisted: BlacklistedPart | null;
  /** Assigned and not distributed yet. */
  assigned: bigint;
  openAssignments: number;
  distributed: bigint;
  receive: Receivability;
}

/** Whoever has or is owed units is not deleted. */
export const isOwed = ({ balance, openAssignments }: UserHolding): boolean =>
  balance > 0n || openAssignments > 0;

/** Whether a distribution of the asset can reach the user now, and every rule that fails. */
export interface Receivability {
  /** Yes whatever the categories: the asset is issuer-tracked. */
  state: "yes" | "unrestricted" | "no";
  /** That something is blacklisted keeps from sending alone. It is told by copies of outputs, where there are such. */
  failing: MatrixRule[];
  /** The categories that are missing. */
  missing: CategoryName[];
}

/** What the desk itself keeps of a registered user; AMP never hears of it. */
export interface UserNote {
  text: string;
  /** Set for a user who was put aside. */
  archivedAt: Date | null;
  /** The categories of that moment. */
  archivedCategories: number[];
  updatedBy: string;
  updatedAt: Date;
}
