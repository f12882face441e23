import { LosslessNumber } from "lossless-json";
import { printUnits } from "@/lib/domain/units";

/** Label under which the node shows the policy asset. */
export const POLICY_LABEL = "bitcoin";

/** Sats as the exact decimal that goes into the answer. */
export const decimal = (sats: bigint): LosslessNumber => new LosslessNumber(printUnits(sats, 8));

interface Printing {
  /** Label → asset id: an asset that has a label is shown under it, and not under its id. */
  labels?: Readonly<Record<string, string>>;
  keepZeros?: boolean;
}

/** asset id → sats, as the node prints it: the policy asset first and always there. */
export function amountMap(
  sums: ReadonlyMap<string, bigint>,
  policyAsset: string,
  { labels = {}, keepZeros = false }: Printing = {},
) {
  const labelOf = new Map(Object.entries(labels).map(([label, assetId]) => [assetId, label]));
  const entries = [...sums].filter(
    ([assetId, sats]) => assetId !== policyAsset && (keepZeros || sats !== 0n),
  );
  return Object.fromEntries([
    [POLICY_LABEL, decimal(sums.get(policyAsset) ?? 0n)],
    ...entries.map(([assetId, sats]) => [labelOf.get(assetId) ?? assetId, decimal(sats)] as const),
  ]);
}
