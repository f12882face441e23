/** AMP's order is run elsewhere: on another node, by the official client. While this stands the worker sends nothing. */
export interface ByHand {
  /** The wallet before the order was handed out; until then there is nothing to download, unless `isBlind`. */
  before?: BeforeHandOut;
  /** Of an order that was taken over: the wallet before an earlier operation, closed since, sent it or handed it out. */
  since?: BeforeHandOut;
  /** It is handed out although the node was away: whether the wallet pays it will never be certain. */
  isBlind?: boolean;
  /** Who has downloaded the order. */
  taken?: Taken[];
  /** A person said that nobody runs the order any more; it is looked whether that is so before anything else follows. */
  leaving?: { to: "ordered" | "cancelling"; at: Date };
  /** Why the last way back was not taken, for people. */
  refusal?: string;
}

/** What stays known of an order that came back: somebody may still have the file. */
export type HandedOut = Pick<ByHand, "before" | "taken">;

export interface Taken {
  by: string;
  at: Date;
}

export interface BeforeHandOut {
  at: Date;
  /** The node's chain. */
  height: number;
  /** Of the asset, unconfirmed coins included. */
  balanceSats: bigint;
  /** The treasury's outputs of the asset in AMP's eyes, of whatever wallet. */
  coins?: { txid: string; vout: number }[];
}

/** The file is out, and what the wallet was before is not known. */
export const wasTakenBlind = ({ before, isBlind, taken = [] }: ByHand): boolean =>
  before === undefined && isBlind === true && taken.length > 0;
