import { type PublicClient, parseGwei } from "viem";
import type { Broadcast } from "./lane-store";

export interface Fees {
  /** Without it the chain knows nothing but a gas price, which is `maxFeePerGas` then. */
  isDynamic: boolean;
  /** Wei per gas. */
  maxFeePerGas: bigint;
  maxPriorityFeePerGas: bigint;
}

/**
 * What the chain asks for now, with room for six full blocks.
 * @param capGwei the most that is paid @returns null while the chain asks for more
 */
export async function currentFees(client: PublicClient, capGwei: number | undefined): Promise<Fees | null> {
  const { baseFeePerGas } = await client.getBlock();
  const cap = capGwei === undefined ? null : parseGwei(`${capGwei}`);
  const isDynamic = typeof baseFeePerGas === "bigint";
  const tip = isDynamic ? await client.estimateMaxPriorityFeePerGas() : 0n;
  const base = isDynamic ? baseFeePerGas : await client.getGasPrice();
  if (cap !== null && base + tip > cap) return null;
  const wanted = isDynamic ? base * 2n + tip : base;
  return {
    isDynamic,
    maxFeePerGas: cap !== null && wanted > cap ? cap : wanted,
    maxPriorityFeePerGas: tip,
  };
}

/** Nodes take a replacement that pays an eighth more; a quarter leaves no doubt. */
const raise = (fee: bigint) => (fee * 5n) / 4n + 1n;
const higher = (a: bigint, b: bigint) => (a > b ? a : b);

/** Fees that replace those of `last`. @returns null when that is more than may be paid */
export function raisedFees(current: Fees, last: Broadcast, capGwei: number | undefined): Fees | null {
  const raised = {
    isDynamic: current.isDynamic,
    maxFeePerGas: higher(current.maxFeePerGas, raise(last.maxFeePerGas)),
    maxPriorityFeePerGas: higher(current.maxPriorityFeePerGas, raise(last.maxPriorityFeePerGas)),
  };
  const isTooMuch = capGwei !== undefined && raised.maxFeePerGas > parseGwei(`${capGwei}`);
  return isTooMuch ? null : raised;
}
