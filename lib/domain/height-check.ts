import type { Account } from "./movements";

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

/** Accounts about which the two disagree; the largest differences are named. */
export interface Disagreement {
  accounts: number;
  largest: AccountDifference[];
}

export interface HeightCheck extends Disagreement {
  height: number;
  verdict: HeightVerdict;
}

/** @param areShort AMP tells less than what has moved of every account in question */
export const isByLoss = (
  { accounts, areShort }: { accounts: number; areShort: boolean },
  lostOutputs: number,
): boolean => areShort && accounts <= lostOutputs;
