import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { CategoryName } from "./eligibility";

/** A registered user with the names of its categories. */
export interface UserRow extends RegisteredUser {
  categoryNames: CategoryName[];
  /** Put aside in the desk. */
  isArchived: boolean;
}

/** What one registered user has of one asset, in sats. */
export interface UserHolding {
  assetUuid: string;
  name: string;
  ticker: string | null;
  precision: number;
  balance: bigint;
  /** Assigned and not distributed yet. */
  assigned: bigint;
  openAssignments: number;
  distributed: bigint;
  receive: Receivability;
}

/** Whether a distribution of the asset can reach the user now, and if not, why. */
export type Receivability =
  | { state: "yes" | "unrestricted" | "noWallet" | "unauthorized" | "locked" }
  | { state: "missing"; categories: CategoryName[] };

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
