import { formatShare } from "@/lib/format/amounts";

export type Dilution =
  | { way: "falls" | "rises"; share: string }
  /** It changes, but two decimals do not show it. */
  | { way: "falls-hardly" | "rises-hardly" };

const WHOLE = "100.00";

/**
 * What a change of the supply does to the share of somebody who keeps the same units: 100 → 110 leaves "90.91"
 * percent of the share. Exact, in sats.
 * @returns null where there is no share to speak of: nothing changes, or there is no supply before or afterwards
 */
export function dilutionOf(beforeSats: bigint, afterSats: bigint): Dilution | null {
  if (beforeSats <= 0n || afterSats <= 0n || beforeSats === afterSats) return null;
  const way = afterSats > beforeSats ? "falls" : "rises";
  const share = formatShare(beforeSats, afterSats);
  return share === WHOLE ? { way: `${way}-hardly` } : { way, share };
}
