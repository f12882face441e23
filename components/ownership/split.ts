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

type Told = Pick<OwnershipView, "figures" | "today">;

/** Blacklisted outputs are holders'; what is blacklisted beyond their amount lies in the treasury. */
export function heldBlacklisted({ figures: { ownedSats, treasurySats }, today }: Told): bigint {
  const held = ownedSats - treasurySats;
  const blacklisted = today?.blacklistedSats ?? 0n;
  return blacklisted < held ? blacklisted : held;
}

/** The parts of the supply that are not empty. */
export function splitOf(told: Told): SplitPart[] {
  const { supplySats, ownedSats, treasurySats } = told.figures;
  const held = ownedSats - treasurySats;
  const blacklisted = told.today?.blacklistedSats ?? 0n;
  const ofHolders = heldBlacklisted(told);
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
