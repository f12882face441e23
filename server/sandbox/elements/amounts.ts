import { LosslessNumber } from "lossless-json";
import { printUnits } from "@/lib/domain/units";

/** Label under which the node shows the policy asset. */
export const POLICY_LABEL = "bitcoin";

/** Sats as the exact decimal that goes into the answer. */
export const decimal = (sats: bigint): LosslessNumber => new LosslessNumber(printUnits(sats, 8));

/** asset id → sats, as the node prints it: the policy asset first and always there. */
export function amountMap(sums: ReadonlyMap<string, bigint>, policyAsset: string, keepZeros = false) {
  const entries = [...sums].filter(
    ([assetId, sats]) => assetId !== policyAsset && (keepZeros || sats !== 0n),
  );
  return Object.fromEntries([
    [POLICY_LABEL, decimal(sums.get(policyAsset) ?? 0n)],
    ...entries.map(([assetId, sats]) => [assetId, decimal(sats)] as const),
  ]);
}

/** Sums per asset id. */
export function sumByAsset(coins: { assetId: string; amountSats: bigint }[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { assetId, amountSats } of coins) sums.set(assetId, (sums.get(assetId) ?? 0n) + amountSats);
  return sums;
}
