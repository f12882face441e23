import { type OutputOwner, ownerKey } from "./output-owner";
import { ownersOf, sumOf, type UtxoRow } from "./utxos";

/** What the unspent outputs of one owner add up to, in sats. */
export interface OwnerOutputs {
  /** As `ownerKey` has it. */
  key: string;
  totalSats: bigint;
  blacklistedSats: bigint;
}

/** The same of some owners, and of everybody: what AMP lists as unspent is the supply that it keeps track of. */
export interface OutputsOfOwners {
  owners: OwnerOutputs[];
  supplySats: bigint;
  blacklistedSats: bigint;
}

/** What is left of what one owner has, or several together. */
export interface OwnerImpact {
  /** All that they have. */
  totalSats: bigint;
  /** What stays as it was: free when some is blacklisted, blacklisted when some is taken off. */
  stayingSats: bigint;
}

export interface ChosenOwner {
  owner: OutputOwner;
  /** What is chosen. */
  changedSats: bigint;
  /** null where the outputs that are listed now do not have what is chosen. */
  impact: OwnerImpact | null;
}

/**
 * Each owner of the chosen outputs once, whoever has most of them first.
 * @param rows all of them in the other state
 * @param told null while nobody has counted
 */
export function chosenOwners(
  rows: readonly UtxoRow[],
  isBlacklisted: boolean,
  told: OutputsOfOwners | null,
): ChosenOwner[] {
  const known = new Map(told?.owners.map((one) => [one.key, one]));
  return ownersOf(rows)
    .map((owner) => {
      const key = ownerKey(owner);
      const { amountSats } = sumOf(rows.filter((row) => ownerKey(row.owner) === key));
      return { owner, changedSats: amountSats, impact: impactOf(amountSats, known.get(key), isBlacklisted) };
    })
    .sort((a, b) => Number(b.changedSats > a.changedSats) - Number(b.changedSats < a.changedSats));
}

function impactOf(
  changedSats: bigint,
  outputs: OwnerOutputs | undefined,
  isBlacklisted: boolean,
): OwnerImpact | null {
  if (outputs === undefined) return null;
  const { totalSats, blacklistedSats } = outputs;
  const stayingSats = (isBlacklisted ? totalSats - blacklistedSats : blacklistedSats) - changedSats;
  return stayingSats < 0n ? null : { totalSats, stayingSats };
}

/** Several as one; the figures are null where one of them is not known. */
export function together(owners: readonly ChosenOwner[]): Omit<ChosenOwner, "owner"> {
  const changedSats = owners.reduce((sum, one) => sum + one.changedSats, 0n);
  const impact: OwnerImpact = { totalSats: 0n, stayingSats: 0n };
  for (const one of owners) {
    if (one.impact === null) return { changedSats, impact: null };
    impact.totalSats += one.impact.totalSats;
    impact.stayingSats += one.impact.stayingSats;
  }
  return { changedSats, impact };
}

/** What of the supply is blacklisted after the change; null where the outputs that are listed now do not have what is chosen. */
export function blacklistedAfter(
  rows: readonly UtxoRow[],
  isBlacklisted: boolean,
  { supplySats, blacklistedSats }: OutputsOfOwners,
): bigint | null {
  const { amountSats } = sumOf(rows);
  const after = isBlacklisted ? blacklistedSats + amountSats : blacklistedSats - amountSats;
  return after < 0n || after > supplySats ? null : after;
}
