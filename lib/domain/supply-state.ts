import type { Asset } from "@/lib/contracts/amp/assets";
import type { Freshness, ListPage } from "@/lib/contracts/list";
import { supplyOf } from "./supply";
import type { OperationRow } from "./treasury";

/** issued + reissued − burned = holders (of which blacklisted) + treasury + lost, in sats. */
export interface SupplyFigures {
  /** The first issuance only. */
  issuedSats: bigint;
  reissuedSats: bigint;
  burnedSats: bigint;
  supplySats: bigint;
  holdersSats: bigint;
  /** Part of what holders own: it stays in the supply and can be neither moved nor burned. */
  blacklistedSats: bigint;
  treasurySats: bigint;
  /** Reserved for users, not yet distributed: a part of the treasury. */
  assignedSats: bigint;
  /** What AMP attributes to nobody; below zero when it attributes more than there is. */
  restSats: bigint;
  /** Owners beside the treasury. */
  holders: number;
  /** Outputs of the asset and of its reissuance token that AMP can no longer follow. */
  lostOutputs: number;
}

interface SupplyParts {
  summary: { issued: bigint; reissued: bigint; burned: bigint; blacklisted: bigint; assigned: bigint };
  owned: { ownedSats: bigint; treasurySats: bigint; holderCount: number };
  lostOutputs: number;
}

export function toSupplyFigures({ summary, owned, lostOutputs }: SupplyParts): SupplyFigures {
  const supplySats = supplyOf(summary);
  return {
    issuedSats: summary.issued,
    reissuedSats: summary.reissued,
    burnedSats: summary.burned,
    supplySats,
    holdersSats: owned.ownedSats - owned.treasurySats,
    blacklistedSats: summary.blacklisted,
    treasurySats: owned.treasurySats,
    assignedSats: summary.assigned,
    restSats: supplySats - owned.ownedSats,
    holders: owned.holderCount,
    lostOutputs,
  };
}

/** `on-its-way`: not attributed to anybody, yet AMP reports nothing lost; `too-much`: more owners than supply. */
type SupplyBalance = "equal" | "on-its-way" | "lost" | "too-much";

/** Whether both sides of the equation agree, and if not, in which way. */
export function balanceOf({ restSats, lostOutputs }: SupplyFigures): SupplyBalance {
  if (lostOutputs > 0) return "lost";
  if (restSats < 0n) return "too-much";
  return restSats === 0n ? "equal" : "on-its-way";
}

export interface SupplyPageData {
  asset: Asset;
  figures: SupplyFigures;
  /** Of the list of owners: all else was asked for just now. */
  freshness: Freshness;
  isReissuable: boolean;
  /** The asset's open treasury operation, of whatever kind: one runs at a time. */
  open: Pick<OperationRow, "id" | "kind" | "assetUuid"> | null;
  history: ListPage<OperationRow>;
}
