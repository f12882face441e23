/** What the wallet showed in the moment before it was told to send. */
export interface BeforeSend {
  /** The batch it was written down for. */
  batch: number;
  /** The node's chain. */
  height: number;
  /** Of the asset, unconfirmed coins included. */
  balanceSats: bigint;
  at: Date;
}

/** What the node shows when it is looked at after a payment that gave no answer. */
export interface AfterSend {
  /** The wallet has a transaction with the operation's tag. */
  isTagged: boolean;
  /** A `sendmany` is being carried out this moment, whoever asked for it. */
  isRunning: boolean;
  balanceSats: bigint;
  height: number;
  at: Date;
}

/**
 * `sent`: found. `wait`: its effect may still come. `unsent`: nothing happened and nothing will. `unclear`: the balance
 * changed and no tag explains it, as in a wallet restored without its comments; a person has to look.
 */
export type SendVerdict = "sent" | "wait" | "unsent" | "unclear";

/** @param settleMs how long an effect may come after the call; from the last of the calls on */
export function judgeSend(before: BeforeSend, after: AfterSend, settleMs: number): SendVerdict {
  if (after.isTagged) return "sent";
  // A node that went back in time does not know yet what its wallet did.
  if (after.isRunning || after.height < before.height) return "wait";
  if (after.balanceSats !== before.balanceSats) return "unclear";
  return after.at.getTime() - before.at.getTime() < settleMs ? "wait" : "unsent";
}
