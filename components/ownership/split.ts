import type { OwnershipView } from "@/lib/domain/ownership";

export interface SplitPart {
  kind: "treasury" | "holders" | "blacklisted" | "lost";
  sats: bigint;
  /** In millionths of the whole: only for drawing. */
  weight: number;
  fill: string;
}

const FILLS: Record<SplitPart["kind"], string> = {
  treasury: "var(--chart-2)",
  holders: "var(--chart-1)",
  blacklisted: "var(--chart-5)",
  lost: "var(--chart-6)",
};

/**
 * The parts of the supply that are not empty. Blacklisted outputs are holders'; what is blacklisted beyond their amount
 * lies in the treasury.
 */
export function splitOf({ figures, today }: Pick<OwnershipView, "figures" | "today">): SplitPart[] {
  const { supplySats, ownedSats, treasurySats } = figures;
  const held = ownedSats - treasurySats;
  const blacklisted = today?.blacklistedSats ?? 0n;
  const ofHolders = blacklisted < held ? blacklisted : held;
  const parts: [SplitPart["kind"], bigint][] = [
    ["treasury", treasurySats - (blacklisted - ofHolders)],
    ["holders", held - ofHolders],
    ["blacklisted", blacklisted],
    ["lost", supplySats - ownedSats],
  ];
  const whole = parts.reduce((sum, [, sats]) => (sats > 0n ? sum + sats : sum), 0n);
  return parts
    .filter(([, sats]) => sats > 0n)
    .map(([kind, sats]) => ({ kind, sats, weight: Number((sats * 1_000_000n) / whole), fill: FILLS[kind] }));
}
