import { type ListPage, MAX_LIMIT } from "@/lib/contracts/list";
import { type OutputOwner, type OwnerKind, ownerKey } from "./output-owner";
import type { AssetUnit } from "./transactions";

/** AMP lists what is unspent; `blacklisted` is what Green refuses to spend. */
export const UTXO_STATES = ["free", "blacklisted"] as const;
export type UtxoState = (typeof UTXO_STATES)[number];

/** Whose unspent outputs AMP lists; it says of each that is nobody's that it is the treasury's. */
export const UTXO_OWNERS = ["user", "account", "treasury"] as const satisfies OwnerKind[];

/** How many outputs one change takes at most: as many as a page shows. */
export const MOST_OUTPUTS = MAX_LIMIT;

export interface UtxoRef {
  txid: string;
  vout: number;
}

export interface UtxoRow extends UtxoRef {
  amountSats: bigint;
  owner: OutputOwner;
  state: UtxoState;
}

/** Outputs and what they add up to. */
export interface UtxoSum {
  count: number;
  amountSats: bigint;
}

/** What of an amount is blacklisted, as a copy of the asset's outputs told when it was asked for. */
export interface BlacklistedPart {
  sats: bigint;
  asOf: Date;
}

/** AMP's balance of one wallet beside what its outputs add up to: they must be equal before all of it is blacklisted. */
export interface WalletCheck {
  gaid: string;
  balanceSats: bigint;
  listed: UtxoSum;
}

export interface UtxosView {
  asset: AssetUnit & { name: string };
  page: ListPage<UtxoRow>;
  all: UtxoSum;
  blacklisted: UtxoSum;
  /** What the search and the filters leave of all. */
  matching: UtxoSum;
  /** For a list of one GAID; null without one, and for whom AMP refuses the balance. */
  wallet: WalletCheck | null;
}

/** What became of a change. */
export interface BlacklistResult {
  changed: UtxoSum;
  /** Outputs that were so already. */
  already: number;
}

export const utxoKey = ({ txid, vout }: UtxoRef): string => `${txid}:${vout}`;

export const sumOf = (rows: readonly { amountSats: bigint }[]): UtxoSum => ({
  count: rows.length,
  amountSats: rows.reduce((sum, row) => sum + row.amountSats, 0n),
});

/** Of the chosen rows those that a change would change. A treasury output is spent by the node and asks nobody. */
export const changeable = (rows: readonly UtxoRow[], isBlacklisted: boolean): UtxoRow[] =>
  rows.filter((row) =>
    isBlacklisted ? row.state === "free" && row.owner.kind !== "treasury" : row.state === "blacklisted",
  );

/** Whose outputs these are, each once. */
export const ownersOf = (rows: readonly { owner: OutputOwner }[]): OutputOwner[] => [
  ...new Map(rows.map(({ owner }) => [ownerKey(owner), owner])).values(),
];
