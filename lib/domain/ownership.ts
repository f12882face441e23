import type { ListPage } from "@/lib/contracts/list";

/** `treasury` the issuer's own; `user` a registered user; `account` a GAID without a record. */
export type HolderKind = "treasury" | "user" | "account";

/** One owner with everything that owner holds of one asset. */
export interface Holder {
  /** Stable among the holders of one asset. */
  id: string;
  kind: HolderKind;
  name: string | null;
  userId: number | null;
  /** The wallets it lies in; empty for the treasury. */
  gaids: { gaid: string; amountSats: bigint }[];
  amountSats: bigint;
}

/** AMP's row per owner and GAID: `owner` is a user id as text, null for a holder without a record. */
export interface OwnedPart {
  owner: string | null;
  gaid: string | null;
  amount: bigint;
}

/** Puts a holder's GAIDs together, largest holder first. `issuer` is the user id that stands for the treasury. */
export function toHolders(
  parts: readonly OwnedPart[],
  issuer: number,
  names: ReadonlyMap<number, string>,
): Holder[] {
  const holders = new Map<string, Holder>();
  for (const part of parts) {
    if (part.amount === 0n) continue;
    const holder = holderOf(part, issuer, names);
    const known = holders.get(holder.id) ?? holder;
    known.amountSats += part.amount;
    if (part.gaid !== null) known.gaids.push({ gaid: part.gaid, amountSats: part.amount });
    holders.set(holder.id, known);
  }
  return [...holders.values()].sort(byAmount);
}

function holderOf({ owner, gaid }: OwnedPart, issuer: number, names: ReadonlyMap<number, string>): Holder {
  const empty = { name: null, userId: null, gaids: [], amountSats: 0n };
  if (owner === String(issuer) && gaid === null) return { ...empty, id: "treasury", kind: "treasury" };
  if (owner === null) return { ...empty, id: `account:${gaid ?? ""}`, kind: "account" };
  const userId = Number(owner);
  return { ...empty, id: `user:${owner}`, kind: "user", userId, name: names.get(userId) ?? null };
}

const byAmount = (a: Holder, b: Holder) =>
  a.amountSats < b.amountSats ? 1 : a.amountSats > b.amountSats ? -1 : a.id.localeCompare(b.id, "en");

/** What an asset's ownership adds up to, in sats. */
interface OwnershipFigures {
  /** Issued and reissued, less burned. */
  supplySats: bigint;
  /** What AMP attributes to somebody; less than the supply while something is on its way. */
  ownedSats: bigint;
  treasurySats: bigint;
  /** Owners other than the treasury. */
  holderCount: number;
}

export function addUp(holders: readonly Holder[], supplySats: bigint): OwnershipFigures {
  const sum = (some: readonly Holder[]) => some.reduce((total, holder) => total + holder.amountSats, 0n);
  const treasury = holders.filter((holder) => holder.kind === "treasury");
  return {
    supplySats,
    ownedSats: sum(holders),
    treasurySats: sum(treasury),
    holderCount: holders.length - treasury.length,
  };
}

/** The chart's bars: treasury and largest holders by name, everybody else in one. */
interface LargestHolders {
  shown: Holder[];
  rest: { count: number; amountSats: bigint };
}

export function largestHolders(holders: readonly Holder[], count: number): LargestHolders {
  const treasury = holders.filter((holder) => holder.kind === "treasury");
  const others = holders.filter((holder) => holder.kind !== "treasury");
  const rest = others.slice(count);
  return {
    shown: [...treasury, ...others.slice(0, count)],
    rest: { count: rest.length, amountSats: rest.reduce((sum, holder) => sum + holder.amountSats, 0n) },
  };
}

export interface OwnershipView {
  asset: { ticker: string | null; precision: number };
  figures: OwnershipFigures;
  largest: LargestHolders;
  page: ListPage<Holder>;
}
