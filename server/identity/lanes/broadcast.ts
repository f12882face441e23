import { type Hex, keccak256 } from "viem";
import { log } from "@/server/platform/log";
import { readRefusal } from "./chain-errors";
import type { LaneContext } from "./context";
import type { Fees } from "./fees";
import { markSent, type NewBroadcast } from "./lane-store";

export interface Draft {
  to: Hex;
  data: Hex;
  gas: bigint;
  nonce: bigint;
}

export async function sign(
  { account, chainId }: LaneContext,
  draft: Draft,
  fees: Fees,
): Promise<NewBroadcast> {
  const { isDynamic, maxFeePerGas, maxPriorityFeePerGas } = fees;
  const common = { ...draft, nonce: Number(draft.nonce), chainId: Number(chainId), value: 0n };
  const raw = await account.signTransaction(
    isDynamic
      ? { ...common, type: "eip1559", maxFeePerGas, maxPriorityFeePerGas }
      : { ...common, type: "legacy", gasPrice: maxFeePerGas },
  );
  return { hash: keccak256(raw), raw, maxFeePerGas, maxPriorityFeePerGas };
}

/** Gives a stored transaction to the node. A node that has it already, or refuses it, is asked about it at the next look. */
export async function broadcast(context: LaneContext, { hash, raw }: Pick<NewBroadcast, "hash" | "raw">) {
  const { identity, chainId } = context;
  try {
    await identity.chains.client(chainId).sendRawTransaction({ serializedTransaction: raw as Hex });
    await markSent(identity.database.db, hash as Hex);
  } catch (error) {
    log.warn("identity.broadcast-failed", { chainId, hash, reason: readRefusal(error).reason });
  }
}
