import type { Ownership } from "@/lib/contracts/amp/ownerships";
import type { Account, Balances } from "./movements";
import { abs } from "./ownership-difference";

/**
 * What AMP's own answer for a block says beside what the movements add up to. `lost`: AMP tells less of some accounts, more
 * of none, and reports as many outputs that it lost; `today`: AMP answered with what is owned now; `refused`: it knows no heights.
 */
export type HeightVerdict = "agrees" | "lost" | "today" | "differs" | "refused";

export interface AccountDifference {
  gaid: Account;
  ampSats: bigint;
  movedSats: bigint;
}

export interface HeightCheck {
  height: number;
  verdict: HeightVerdict;
  /** Accounts about which the two disagree; the largest differences are named. */
  accounts: number;
  largest: AccountDifference[];
}

const NAMED = 5;

export function balancesOf(owned: readonly Pick<Ownership, "gaid" | "amount">[]): Balances {
  const balances = new Map<Account, bigint>();
  for (const { gaid, amount } of owned)
    if (amount !== 0n) balances.set(gaid, (balances.get(gaid) ?? 0n) + amount);
  return balances;
}

/** Every account about which two balances disagree, the largest difference first. */
export function disagreements(amp: Balances, moved: Balances): AccountDifference[] {
  const size = ({ ampSats, movedSats }: AccountDifference) => abs(ampSats - movedSats);
  return [...new Set([...amp.keys(), ...moved.keys()])]
    .map((gaid) => ({ gaid, ampSats: amp.get(gaid) ?? 0n, movedSats: moved.get(gaid) ?? 0n }))
    .filter(({ ampSats, movedSats }) => ampSats !== movedSats)
    .sort((one, other) => (size(one) < size(other) ? 1 : size(one) > size(other) ? -1 : 0));
}

interface Compared {
  height: number;
  /** AMP's answer for the height; null when it refused the question. */
  amp: Balances | null;
  /** AMP's answer without a height. */
  today: Balances;
  moved: Balances;
  /** Outputs that AMP reports as lost. */
  lostOutputs: number;
}

export function checkOf({ height, amp, today, moved, lostOutputs }: Compared): HeightCheck {
  if (amp === null) return { height, verdict: "refused", accounts: 0, largest: [] };
  const differences = disagreements(amp, moved);
  const verdict = verdictOf(differences, { amp, today, lostOutputs });
  return { height, verdict, accounts: differences.length, largest: differences.slice(0, NAMED) };
}

function verdictOf(
  differences: AccountDifference[],
  { amp, today, lostOutputs }: Pick<Compared, "today" | "lostOutputs"> & { amp: Balances },
): HeightVerdict {
  if (differences.length === 0) return "agrees";
  const areShort = differences.every(({ ampSats, movedSats }) => ampSats < movedSats);
  if (areShort && differences.length <= lostOutputs) return "lost";
  return disagreements(amp, today).length === 0 ? "today" : "differs";
}
