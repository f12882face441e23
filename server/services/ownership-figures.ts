import { type Concentration, hhiOf } from "@/lib/domain/concentration";
import {
  type Holder,
  type HolderKind,
  LARGEST,
  type LargestHolders,
  type OwnersBy,
  type OwnershipFigures,
} from "@/lib/domain/ownership";
import { ownershipText } from "@/lib/messages/ownership";
import type { HolderFigures } from "@/server/mirror/holders";
import { largestOwners, ownersPage } from "@/server/mirror/owners";
import type { OwnersSource } from "@/server/mirror/owners-store";

/** What owners add up to, now or at an earlier moment, as a page shows it. */
export function figuresFrom(
  { aggregates }: Pick<HolderFigures, "aggregates">,
  supplySats: bigint,
): { figures: OwnershipFigures; concentration: Concentration } {
  const { kinds, heldSats, holderCount, topSats, holdersToHalf, squaresSum } = aggregates;
  const treasurySats = kinds.find(({ kind }) => kind === "treasury")?.sumSats ?? 0n;
  const hhi = hhiOf(squaresSum, heldSats);
  return {
    figures: { supplySats, ownedSats: heldSats + treasurySats, treasurySats, holderCount },
    concentration: { holders: holderCount, totalSats: heldSats, topSats, holdersToHalf, hhi },
  };
}

/** The chart's parts: the treasury, the largest owners or wallets, and all others in one. */
export async function largestShown(
  source: OwnersSource,
  by: OwnersBy,
  { figures, concentration }: ReturnType<typeof figuresFrom>,
): Promise<LargestHolders> {
  const { totalSats: heldSats } = concentration;
  if (by === "user") {
    const largest = await largestOwners(source, LARGEST);
    return largestOf(largest, largest, { heldSats, count: figures.holderCount });
  }
  const [treasury, wallets] = await Promise.all([
    largestOwners(source, 0),
    ownersPage(source, { limit: LARGEST + 1, filters: {}, by }),
  ]);
  const count = (wallets.total ?? 0) - (figures.treasurySats > 0n ? 1 : 0);
  return largestOf(wallets.rows, treasury, { heldSats, count });
}

/** The treasury and the largest of the others, and what that leaves of all others. */
function largestOf(
  rows: readonly Holder[],
  withTreasury: readonly Holder[],
  all: { heldSats: bigint; count: number },
): LargestHolders {
  const others = rows.filter(({ kind }) => kind !== "treasury").slice(0, LARGEST);
  const shownSats = others.reduce((sum, { amountSats }) => sum + amountSats, 0n);
  return {
    shown: [...withTreasury.filter(({ kind }) => kind === "treasury"), ...others],
    rest: { count: all.count - others.length, amountSats: all.heldSats - shownSats },
  };
}

/** Kinds whose name on the page holds the words. */
export function kindsNamed(q: string | undefined): HolderKind[] {
  const needle = q?.trim().toLowerCase();
  if (!needle) return [];
  const named: [HolderKind, string][] = [
    ["treasury", ownershipText.treasury],
    ["account", ownershipText.withoutRecord],
  ];
  return named.filter(([, name]) => name.toLowerCase().includes(needle)).map(([kind]) => kind);
}
