import type { Freshness, ListPage } from "@/lib/contracts/list";
import type { Concentration } from "./concentration";
import type { Lorenz } from "./lorenz";
import type { MomentView } from "./moment";

/** `treasury` the issuer's own; `user` a registered user; `account` a GAID without a record. */
export type HolderKind = "treasury" | "user" | "account";

/** `user` puts a registered user's wallets together, `gaid` shows each wallet as an owner of its own. */
export const OWNERS_BY = ["user", "gaid"] as const;
export type OwnersBy = (typeof OWNERS_BY)[number];

export const ownersBy = (text: string | undefined): OwnersBy => (text === "gaid" ? "gaid" : "user");

/** Who an owner is. */
export interface HolderKey {
  /** Stable among the holders of one asset. */
  id: string;
  kind: HolderKind;
  name: string | null;
  userId: number | null;
}

/** One owner with everything that owner holds of one asset. */
export interface Holder extends HolderKey {
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

/** Whose a row is. @param issuer the user id that stands for the treasury */
export function holderOf(
  { owner, gaid }: OwnedPart,
  issuer: number,
  names: ReadonlyMap<number, string>,
): Holder {
  const empty = { name: null, userId: null, gaids: [], amountSats: 0n };
  if (owner === String(issuer) && gaid === null) return { ...empty, id: "treasury", kind: "treasury" };
  if (owner === null) return { ...empty, id: `account:${gaid ?? ""}`, kind: "account" };
  const userId = Number(owner);
  return { ...empty, id: `user:${owner}`, kind: "user", userId, name: names.get(userId) ?? null };
}

/** What an asset's ownership adds up to, in sats. */
export interface OwnershipFigures {
  /** Issued and reissued, less burned. */
  supplySats: bigint;
  /** What AMP attributes to somebody; less than the supply while something is on its way. */
  ownedSats: bigint;
  treasurySats: bigint;
  /** Owners other than the treasury. */
  holderCount: number;
}

/** Bars of the chart beside the treasury's and the rest's. */
export const LARGEST = 10;

/** The chart's bars: treasury and largest holders by name, everybody else in one. */
export interface LargestHolders {
  shown: Holder[];
  rest: { count: number; amountSats: bigint };
}

/** What only today's answers tell; AMP knows neither for an earlier block. */
export interface TodayOnly {
  /** Of holders and treasury: it stays in the supply and can be neither moved nor burned. */
  blacklistedSats: bigint;
  /** Outputs AMP can no longer follow. */
  lostOutputs: number;
}

/** An owner in the list. */
export interface ListedHolder extends Holder {
  /** Of the amount; null where the desk does not know it. */
  blacklistedSats: bigint | null;
}

/** What the owners' blacklisted amounts stand on: AMP's list of unspent outputs, which is read apart from the owners. */
export interface BlacklistedBasis {
  /** null: the outputs could not be read, so nobody's blacklisted amount is known. */
  asOf: Date | null;
  /** The outputs are from before the owners. */
  isOlder: boolean;
}

/** @param owners when they were read @param outputs when those were; null when they could not be */
export function blacklistedBasis(owners: Freshness, outputs: Freshness | null): BlacklistedBasis {
  if (outputs === null) return { asOf: null, isOlder: false };
  // Both were asked for by one page: a moment between them is none.
  const areTogether = owners.source === "amp" && outputs.source === "amp";
  return { asOf: outputs.asOf, isOlder: !areTogether && outputs.asOf < owners.asOf };
}

export interface OwnershipView {
  asset: { ticker: string | null; precision: number };
  by: OwnersBy;
  /** null: now. */
  moment: MomentView | null;
  figures: OwnershipFigures;
  today: TodayOnly | null;
  largest: LargestHolders;
  concentration: Concentration;
  lorenz: Lorenz;
  /** null for an earlier moment: AMP tells no outputs of then. */
  blacklisted: BlacklistedBasis | null;
  page: ListPage<ListedHolder>;
}
