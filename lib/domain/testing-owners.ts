import { type Concentration, hhiOf, TOP } from "./concentration";
import { giniOf, LORENZ_STEPS, type Lorenz } from "./lorenz";
import { type Holder, holderOf, type OwnedPart, type OwnersBy } from "./ownership";

/** What PostgreSQL adds up of owners, once more as plainly as it can be said. */

/**
 * The owners, largest first: a registered user's GAIDs put together, or each by itself. `issuer` is the user id that
 * stands for the treasury.
 */
export function toHolders(
  parts: readonly OwnedPart[],
  issuer: number,
  names: ReadonlyMap<number, string>,
  by: OwnersBy = "user",
): Holder[] {
  const holders = new Map<string, Holder>();
  for (const part of parts) {
    if (part.amount === 0n) continue;
    const holder = holderOf(part, issuer, names);
    if (by === "gaid" && part.gaid !== null) holder.id = `gaid:${part.gaid}`;
    const known = holders.get(holder.id) ?? holder;
    known.amountSats += part.amount;
    if (part.gaid !== null) known.gaids.push({ gaid: part.gaid, amountSats: part.amount });
    holders.set(holder.id, known);
  }
  return [...holders.values()].sort(byAmount);
}

const byAmount = (a: Holder, b: Holder) =>
  a.amountSats < b.amountSats ? 1 : a.amountSats > b.amountSats ? -1 : a.id < b.id ? -1 : 1;

/** @param amounts sats of each holder, in any order; the treasury's is not among them */
export function concentrationOf(amounts: readonly bigint[]): Concentration {
  const held = amounts.filter((sats) => sats > 0n).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  const totalSats = sum(held);
  return {
    holders: held.length,
    totalSats,
    topSats: sum(held.slice(0, TOP)),
    holdersToHalf: countToHalf(held, totalSats),
    hhi: hhiOf(
      held.reduce((squares, sats) => squares + sats * sats, 0n),
      totalSats,
    ),
  };
}

function countToHalf(largestFirst: readonly bigint[], totalSats: bigint): number {
  let reached = 0n;
  let count = 0;
  for (const sats of largestFirst) {
    if (reached * 2n >= totalSats) break;
    reached += sats;
    count += 1;
  }
  return count;
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, sats) => total + sats, 0n);

/** @param amounts sats of each holder, in any order; the treasury's is not among them */
export function lorenzOf(amounts: readonly bigint[]): Lorenz {
  const held = amounts.filter((sats) => sats > 0n).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const sums = [0n];
  for (const sats of held) sums.push((sums.at(-1) ?? 0n) + sats);
  const steps = Math.min(held.length, LORENZ_STEPS);
  const points = Array.from({ length: steps === 0 ? 0 : steps + 1 }, (_, step) => {
    const holders = Math.floor((step * held.length) / steps);
    return { holders, sats: sums[holders] ?? 0n };
  });
  const ranked = held.reduce((sum, sats, at) => sum + sats * BigInt(at + 1), 0n);
  return { points, gini: giniOf(ranked, held.length, sums.at(-1) ?? 0n) };
}
