import type { CategoryName } from "./eligibility";

/** A category with the number of its members instead of their list, which may be everybody. */
export interface CategorySummary {
  id: number;
  name: string;
  description: string | null;
  memberCount: number;
  /** UUIDs of the assets that require it. */
  assets: string[];
}

/** An asset that requires a category, as the category's page shows it. */
export interface RequiringAsset {
  assetUuid: string;
  name: string;
  ticker: string | null;
  transferRestricted: boolean;
  /** True when an issuer authorization endpoint decides transfers between investors. */
  hasEndpoint: boolean;
  otherRequirements: CategoryName[];
  eligible: number;
}

export interface CategoryDetails {
  category: CategorySummary;
  /** Registered users of the workspace. */
  users: number;
  assets: RequiringAsset[];
  /** Assets that require it but are not granted to this manager. */
  hiddenAssets: number;
  /** Granted ones that require it, and about which AMP has no answer now. */
  unreadable: string[];
  /** Transfer-restricted assets that do not require it yet; empty for managers. */
  attachable: Omit<RequiringAsset, "eligible">[];
}
