import { randomUUID } from "node:crypto";
import type { Hex } from "viem";
import { broadcast, type Draft, sign } from "./broadcast";
import { readRefusal } from "./chain-errors";
import type { LaneContext } from "./context";
import { currentFees, type Fees } from "./fees";
import type { LaneJob, SendState } from "./lane";
import { findOpen, lastNonce, storeSigned } from "./lane-store";
import { isOtherNetwork, look, OTHER_NETWORK } from "./look";

/** Decides, records, sends: what is stored goes out again until the chain has it, and never with another nonce. */
export async function send(context: LaneContext, job: LaneJob): Promise<SendState> {
  const earlier = await look(context, job.id);
  if (earlier && earlier.state !== "reverted" && earlier.state !== "dropped") return earlier;
  const { database } = context.identity;
  const open = await findOpen(database.db, context);
  // its own queue looks after it; a lane whose queue is gone is looked after here
  if (open && (await isStillOpen(context, open.job))) return { state: "waiting" };
  const prepared = await prepare(context, job);
  if ("state" in prepared) return prepared;
  const signed = await sign(context, prepared.draft, prepared.fees);
  const { to: recipient, ...draft } = prepared.draft;
  const { chainId, sender } = context;
  await context.assertHeld();
  await storeSigned(
    database,
    {
      uuid: randomUUID(),
      chainId,
      sender,
      genesis: prepared.genesis,
      kind: job.kind,
      job: job.id,
      recipient,
      ...draft,
    },
    signed,
    job.isStillWanted,
  );
  await broadcast(context, signed);
  return { state: "sent", hash: signed.hash as Hex };
}

async function isStillOpen(context: LaneContext, job: string): Promise<boolean> {
  await look(context, job);
  return (await findOpen(context.identity.database.db, context)) !== null;
}

type Prepared = { draft: Draft; fees: Fees; genesis: string };

/** Tries the call out, and finds the nonce and the fees; nothing is stored yet. */
async function prepare(context: LaneContext, job: LaneJob): Promise<Prepared | SendState> {
  const { identity, chainId, account, capGwei } = context;
  const client = identity.chains.client(chainId);
  try {
    if (await isOtherNetwork(context)) return { state: "away", reason: OTHER_NETWORK };
    const { to, data } = job;
    const estimate = await client.estimateGas({ account: account.address, to, data });
    if (estimate > job.gasLimit) return { state: "refused", reason: "It needs more gas than is allowed." };
    const [first, count] = await Promise.all([
      client.getBlock({ blockNumber: 0n }),
      client.getTransactionCount({ address: account.address }),
    ]);
    const genesis = first.hash;
    const last = await lastNonce(identity.database.db, context, genesis);
    // a node that does not know our last one yet would have its nonce used twice
    if (last !== null && BigInt(count) <= last)
      return { state: "away", reason: "The chain's node is behind." };
    const fees = await currentFees(client, capGwei);
    if (!fees) return { state: "away", reason: "The chain asks for more than the highest fee allowed." };
    const gas = roomFor(estimate, job.gasLimit);
    return { draft: { to, data, gas, nonce: BigInt(count) }, fees, genesis };
  } catch (error) {
    if (!(error instanceof Error && "shortMessage" in error)) throw error;
    const { isRefused, reason } = readRefusal(error);
    return { state: isRefused ? "refused" : "away", reason };
  }
}

/** A third more than estimated: what the chain does until then may cost a little more. */
const roomFor = (estimate: bigint, limit: bigint): bigint => {
  const wanted = (estimate * 4n) / 3n;
  return wanted < limit ? wanted : limit;
};
