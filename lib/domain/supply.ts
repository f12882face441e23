import type { Asset } from "@/lib/contracts/amp/assets";
import type { AssetSummary } from "@/lib/contracts/amp/summary";
import type { Check } from "./distribution";
import type { SupplyIntent } from "./intent";

export type SupplyKind = "reissuance" | "burn";

/** What a reissuance or a burn of this amount would do, and whether anything stands in the way. All amounts in sats. */
export interface SupplyPreview {
  kind: SupplyKind;
  asset: Asset;
  intent: SupplyIntent;
  /** SHA-256 of the intent; a person approves exactly this. */
  intentHash: string;
  checks: Check[];
  canStart: boolean;
  openOperationId: string | null;
  supplyAfterSats: bigint;
  /** Of the asset in the treasury's wallet; null when the node cannot be asked. */
  treasurySats: bigint | null;
  /** Blacklisted amounts stay in the supply and cannot be burned. */
  blacklistedSats: bigint;
  holders: number;
}

/** The supply by AMP's summary, in sats: issued + reissued − burned. */
export const supplyOf = ({
  issued,
  reissued,
  burned,
}: Pick<AssetSummary, "issued" | "reissued" | "burned">): bigint => issued + reissued - burned;

/** The supply that comes of an approved intent, in sats. */
export const supplyAfter = (kind: SupplyKind, { supplySats, totalSats }: SupplyIntent): bigint =>
  kind === "reissuance" ? supplySats + totalSats : supplySats - totalSats;
