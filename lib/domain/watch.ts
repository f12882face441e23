/** What the watch finds when AMP's books, the node's wallet and the chain are laid side by side. */

import { supplyOf } from "./supply";

export type AlertKind =
  /** The treasury's coin or reissuance token was spent by a transaction that no order asked for. */
  | "moved"
  /** AMP can no longer follow an output of the treasury. */
  | "lost"
  /** A transaction of an operation lost against another one, or is gone. */
  | "conflict"
  /** The wallet holds a coin of the asset that AMP does not know. */
  | "untracked"
  /** A transaction of an operation was in a block and waits again. */
  | "reorganised"
  /** The wallet has fewer reissuance tokens than AMP counts, and the desk does not know where the others are. */
  | "tokens"
  /** issued + reissued − burned is not what holders, treasury and lost outputs add up to. */
  | "supply";

/** Nothing of the asset is sent while one of these is open. */
export const BLOCKING_ALERTS = ["moved", "lost", "conflict"] as const satisfies AlertKind[];
export const isBlocking = (kind: AlertKind): boolean => (BLOCKING_ALERTS as readonly string[]).includes(kind);

/** AMP's own answers tell these; all others take a wallet to lay beside them. */
export const isOfBooks = (kind: AlertKind): boolean => kind === "lost" || kind === "supply";

/** Told on the asset's page of lost outputs, which says what to do. */
export const isOfLostOutputs = (kind: AlertKind): boolean => kind === "lost" || kind === "moved";

/** `acknowledged`: a person looked, said why operations may go on, and the cause is still there. */
export type AlertState = "open" | "acknowledged" | "closed";

/** One thing that does not add up. */
export interface Finding {
  kind: AlertKind;
  /** Outpoint `txid:vout`, txid, or the words `supply` and `tokens`: the same thing has the same subject in every look. */
  subject: string;
  /** The transaction that did it, where it is known. */
  txid: string | null;
  operationId: string | null;
  isToken: boolean;
}

export interface WatchAlert extends Finding {
  id: string;
  assetUuid: string;
  assetName: string;
  state: AlertState;
  raisedAt: Date;
  /** The last look that found it. */
  seenAt: Date;
  acknowledgedBy: string | null;
  /** Why operations may go on, in the words of the person. */
  reason: string | null;
  closedAt: Date | null;
}

/** The last good look at an asset; sats, except the two counts of coins. */
export interface WatchFigures {
  issuedSats: bigint;
  reissuedSats: bigint;
  burnedSats: bigint;
  /** Of all holders; `blacklistedSats` is a part of it or of the treasury. */
  holdersSats: bigint;
  blacklistedSats: bigint;
  treasurySats: bigint;
  /** null: AMP does not tell how much its lost outputs held. */
  lostSats: bigint | null;
  /** Of the asset in the node's wallet, unconfirmed coins included. Nothing where no wallet is watched. */
  walletSats: bigint;
  /** Treasury coins that AMP tracks, and those that the wallet can spend. */
  trackedCoins: number;
  walletCoins: number;
  /** Reissuance tokens as AMP counts them, and those in the wallet. */
  ampTokens: bigint;
  walletTokens: bigint;
}

export interface WatchedAsset {
  assetUuid: string;
  name: string;
  ticker: string | null;
  precision: number;
  lookedAt: Date;
  /** The last look that could see everything; null before the first. */
  goodAt: Date | null;
  /** Why the last look could not see everything. */
  problem: string | null;
  figures: WatchFigures | null;
}

/** Why a round could not see everything. */
export type UnwatchedReason =
  /** AMP or the node did not answer. */
  | "away"
  | "node-behind"
  /** AMP refuses the stored token. */
  | "signed-out"
  /** Only some of the assets could not be looked at. */
  | "partly"
  | "failed";

export interface WatchView {
  /** Whether a wallet is laid beside AMP's books: not without a treasury node for the account. */
  hasWallet: boolean;
  /** null before the first look. */
  lookedAt: Date | null;
  goodAt: Date | null;
  problem: string | null;
  everySeconds: number;
  assets: WatchedAsset[];
  /** Not closed ones first, newest first. */
  alerts: WatchAlert[];
}

/** issued + reissued − burned */
export const supplySats = ({
  issuedSats: issued,
  reissuedSats: reissued,
  burnedSats: burned,
}: Pick<WatchFigures, "issuedSats" | "reissuedSats" | "burnedSats">) =>
  supplyOf({ issued, reissued, burned });

/** What the supply is short of or exceeds what is accounted for; null when the lost amount is not known. */
export const supplyGapSats = (figures: WatchFigures): bigint | null =>
  figures.lostSats === null
    ? null
    : supplySats(figures) - figures.holdersSats - figures.treasurySats - figures.lostSats;

/** A treasury that could not be looked at for so long needs a person; a restart does not. */
const UNWATCHED_MS = 15 * 60_000;
const MISSED_ROUNDS = 5;

interface LastRound {
  lookedAt: Date;
  goodAt: Date | null;
  problem: string | null;
  reason: UnwatchedReason | null;
}

/** Nothing has been concluded since; `resting`: because nobody has looked, good or bad. */
export interface Unwatched {
  reason: UnwatchedReason | "resting";
  since: Date;
}

/** Whether the last round says that nobody watches. @param everySeconds between rounds; 0: none are wanted */
export function unwatchedBy(round: LastRound | null, everySeconds: number, now: Date): Unwatched | null {
  if (!round) return null;
  const { lookedAt, goodAt, problem, reason } = round;
  const isOver = (since: Date, ms: number) => now.getTime() - since.getTime() >= ms;
  if (problem !== null && goodAt && isOver(goodAt, UNWATCHED_MS))
    return { reason: reason ?? "away", since: goodAt };
  const isResting =
    everySeconds > 0 && isOver(lookedAt, Math.max(UNWATCHED_MS, MISSED_ROUNDS * everySeconds * 1_000));
  return isResting ? { reason: "resting", since: lookedAt } : null;
}
