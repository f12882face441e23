import type { Hex } from "viem";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { sign } from "./broadcast";
import type { LaneContext } from "./context";
import { currentFees, raisedFees } from "./fees";
import { type Broadcast, type LaneRow, type NewBroadcast, storeReplacement } from "./lane-store";

/**
 * A version of the same nonce that pays more, once the newest one has waited for the mining period.
 * @returns null while there is no need for one, or no more may be paid
 */
export async function replaceIfStuck(
  context: LaneContext,
  row: LaneRow,
  newest: Broadcast,
): Promise<NewBroadcast | null> {
  const { identity, chainId, capGwei } = context;
  const waitedMs = now().getTime() - newest.createdAt.getTime();
  if (row.status !== "SIGNED" || waitedMs <= identity.config.queue.miningPeriodMs) return null;
  const current = await currentFees(identity.chains.client(chainId), capGwei);
  const fees = current && raisedFees(current, newest, capGwei);
  if (!fees) return null;
  const draft = { to: row.recipient as Hex, data: row.data as Hex, gas: row.gas, nonce: row.nonce };
  const signed = await sign(context, draft, fees);
  await storeReplacement(identity.database, row.uuid, signed);
  log.warn("identity.transaction-replaced", { chainId, nonce: row.nonce, hash: signed.hash });
  return signed;
}
