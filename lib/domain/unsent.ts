/** What the wallet showed in the moment before it was told to send. */
export interface BeforeSend {
  /** The batch it was written down for. */
  batch: number;
  /** The node's chain. */
  height: number;
  /** Of the asset, unconfirmed coins included. */
  balanceSats: bigint;
  /** When the node was told; without its answer, when the wait for it ended. */
  at: Date;
  /** The same of an earlier attempt of this batch that nobody has explained. */
  earlier?: Omit<BeforeSend, "earlier">;
}

/** How long what was written down before a payment holds: the node is told within it, or everything is looked at anew. */
const HOLDS_MS = 3_000;

/** Whether the call still belongs to what was written down; a clock that went back makes it doubtful as well. */
export const stillHolds = ({ at }: BeforeSend, now: Date): boolean => {
  const ageMs = now.getTime() - at.getTime();
  return ageMs >= 0 && ageMs <= HOLDS_MS;
};

/** A shared clock that was put back must not make anybody wait until it is there again: from now on, and whole. */
export const notAfter = (at: Date, now: Date): Date => (at > now ? now : at);

/** What the node shows when it is looked at after a payment that gave no answer. */
interface AfterSend {
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
type SendVerdict = "sent" | "wait" | "unsent" | "unclear";

/** @param settleMs how long an effect may come after the call; from the last of the calls on */
export function judgeSend(before: BeforeSend, after: AfterSend, settleMs: number): SendVerdict {
  if (after.isTagged) return "sent";
  // A node that went back in time does not know yet what its wallet did.
  if (after.isRunning || after.height < before.height) return "wait";
  if (after.balanceSats !== before.balanceSats) return "unclear";
  return after.at.getTime() - before.at.getTime() < settleMs ? "wait" : "unsent";
}
