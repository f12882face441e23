import { z } from "zod";
import {
  DecodedTransaction,
  FundedTransaction,
  MempoolTest,
  SignedTransaction,
} from "@/lib/contracts/elements";
import { elementsAmount, hex64 } from "@/lib/contracts/wire";
import type { Outpoint } from "@/lib/domain/operation";
import { type NodeClient, RpcError } from "./rpc";

/** Transactions made by hand: created, funded, given a reissuance, blinded, signed, decoded, sent. Hex in, hex out. */

/** The node's own limit for the fee rate, 0.1 for 1000 virtual bytes, named because the one for burning comes after it. */
const MAX_FEE_RATE = 10_000_000n;
const HELP = -1;

/** Numbers, as rawreissueasset takes no text; printed digit by digit. */
const units = (sats: bigint) => z.encode(elementsAmount, sats);

export type RawOutput =
  | { address: string; assetId: string; amountSats: bigint }
  | { burn: true; assetId: string; amountSats: bigint };

/** Not replaceable, so that its txid stays what it is. RPC createrawtransaction */
export function createRaw(node: NodeClient, inputs: Outpoint[], outputs: RawOutput[]): Promise<string> {
  const places = outputs.map((output) => ({
    ["address" in output ? output.address : "burn"]: units(output.amountSats),
    asset: output.assetId,
  }));
  const [locktime, isReplaceable] = [0, false];
  return node.call("createrawtransaction", [inputs, places, locktime, isReplaceable], z.string());
}

/** Adds inputs, change and fee; locks nothing. RPC fundrawtransaction @throws RpcError −4 too few coins */
export async function fundRaw(node: NodeClient, hex: string): Promise<string> {
  return (await node.call("fundrawtransaction", [hex, { replaceable: false }], FundedTransaction)).hex;
}

/** Puts a reissuance on the input that spends the token. RPC rawreissueasset */
export async function addReissuance(
  node: NodeClient,
  hex: string,
  reissuance: { vin: number; address: string; amountSats: bigint; entropy: string; tokenBlinder: string },
): Promise<string> {
  const { vin, address, amountSats, entropy, tokenBlinder } = reissuance;
  const line = {
    asset_amount: units(amountSats),
    asset_address: address,
    input_index: vin,
    asset_blinder: tokenBlinder,
    entropy,
  };
  return (await node.call("rawreissueasset", [hex, [line]], z.object({ hex: z.string() }))).hex;
}

/** RPC blindrawtransaction; what cannot be blinded is refused instead of left open. */
export function blindRaw(
  node: NodeClient,
  hex: string,
  options: { blindsIssuances: boolean },
): Promise<string> {
  // an empty list, as Elements takes no null in this place
  const [ignoresFailure, assetCommitments] = [false, []];
  const params = options.blindsIssuances
    ? [hex, ignoresFailure]
    : [hex, ignoresFailure, assetCommitments, options.blindsIssuances];
  return node.call("blindrawtransaction", params, z.string());
}

/** RPC signrawtransactionwithwallet @throws RpcError −13 locked */
export const signRaw = (node: NodeClient, hex: string) =>
  node.call("signrawtransactionwithwallet", [hex], SignedTransaction);

/** RPC decoderawtransaction */
export const decodeRaw = (node: NodeClient, hex: string) =>
  node.call("decoderawtransaction", [hex], DecodedTransaction);

/** Why the mempool would not take a finished transaction now, null when it would. RPC testmempoolaccept */
export async function findRejection(node: NodeClient, hex: string): Promise<string | null> {
  const [tested] = await node.call("testmempoolaccept", [[hex]], z.array(MempoolTest));
  return tested?.allowed ? null : (tested?.["reject-reason"] ?? "");
}

/**
 * Hands a finished transaction to the network; one that it has already is as good. RPC sendrawtransaction
 * @param burnSats what an unspendable output may hold
 * @returns its txid
 * @throws RpcError −27 in a block already, −25 and −26 refused
 */
export async function sendRaw(node: NodeClient, hex: string, burnSats: bigint | null): Promise<string> {
  if (burnSats === null) return node.call("sendrawtransaction", [hex], hex64);
  try {
    return await node.call("sendrawtransaction", [hex, units(MAX_FEE_RATE), units(burnSats)], hex64);
  } catch (error) {
    // Nodes before 25.0 know no limit for burning and refuse the parameter; the transaction is the same.
    if (!(error instanceof RpcError && error.code === HELP)) throw error;
    return node.call("sendrawtransaction", [hex], hex64);
  }
}
