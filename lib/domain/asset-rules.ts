import type { Asset } from "@/lib/contracts/amp/assets";
import type { EnvironmentName } from "./actor";
import type { CategorySummary } from "./categories";
import type { DecisionRow } from "./sandbox";

/** Who decides on an asset's transfers between holders. */
export interface AssetRules {
  asset: Asset;
  environment: EnvironmentName;
  /** All that a holder must have. */
  categories: CategorySummary[];
  /** What the sandbox decided last; null elsewhere, where nobody tells. */
  decisions: DecisionRow[] | null;
}
