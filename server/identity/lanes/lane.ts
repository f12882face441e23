import type { Address, Hex, Log } from "viem";
import type { IdentityDb } from "../db/client";

/*
 * How a queue sends, in the default mode (lanes/with-lane.ts):
 *
 *   await withLane(identity, chainId, "autoInvest", async (lane) => {
 *     const seen = await lane.look(jobId);      // what became of it, also after a crash; null = nothing was ever signed
 *     const state = await lane.send({ id: jobId, kind: "auto_invest", to, data, gasLimit, isStillWanted });
 *   });
 *
 * A lane is one operator's key on one chain; `withLane` gives undefined while another process, or another feature with
 * the same key, holds it. Store the job's id (a uuid) beside the rows it is about before `send`: sending the same id
 * again sends nothing again, unless its transaction has reverted or was dropped for good. In strict mode
 * lanes/original.ts sends as the original did.
 */

export type LaneKind = "whitelist" | "faucet" | "auto_invest";

export interface LaneJob {
  /** A uuid; one transaction for each. */
  id: string;
  kind: LaneKind;
  to: Address;
  data: Hex;
  /** At most; what is needed is estimated. */
  gasLimit: bigint;
  /**
   * Whether the rows that the job is about still carry it; locks them. Asked in the transaction that stores what was
   * signed: a process that lost its lane without noticing must not carry out again what another one took over.
   */
  isStillWanted(tx: IdentityDb): Promise<boolean>;
}

export type SendState =
  /** The lane's transaction before this one is still open; nothing was signed. */
  | { state: "waiting" }
  /** The chain would revert it, or it needs more gas than allowed; nothing was signed. */
  | { state: "refused"; reason: string }
  /** The node does not answer, or not as it must; nothing was signed. */
  | { state: "away"; reason: string }
  /** Signed and stored, given to a node as often as it takes. */
  | { state: "sent"; hash: Hex }
  /** As deep as the chain's settings ask. */
  | { state: "confirmed"; hash: Hex; logs: Log[] }
  /** As above, but without effect. */
  | { state: "reverted"; hash: Hex; reason: string }
  /** Something else than this service used the nonce up, or the chain began anew: it can never take effect. */
  | { state: "dropped"; hash: Hex; reason: string; isNewChain: boolean };

export interface Lane {
  /** The operator. */
  sender: Address;
  send(job: LaneJob): Promise<SendState>;
  /** @returns null for a job that nothing was ever signed for */
  look(jobId: string): Promise<SendState | null>;
  /** Like `look`, and asks the chain once more about what was dropped: its node may have been behind. */
  lookAgain(jobId: string): Promise<SendState | null>;
}
