import type { DecodedTransaction, SpendableCoin } from "@/lib/contracts/elements";
import { lbtcWorksText } from "@/lib/messages/lbtc-works";
import { outpointKey } from "../supply/verify";

export interface ApprovedPayment {
  /** The recipient's output script, hex. */
  scriptHex: string;
  amountSats: bigint;
  /** Of L-BTC. */
  assetId: string;
}

interface Surroundings {
  /** The wallet's coins by `outpointKey`. */
  coins: Map<string, SpendableCoin>;
  /** Addresses among the outputs whose keys the wallet has. */
  own: Set<string>;
}

const { why } = lbtcWorksText;

/**
 * Whether the open draft of a payment in L-BTC is what was approved; pure. It spends L-BTC of the wallet alone, so no
 * asset of AMP's and no reissuance token can leave with it.
 * @returns what is strange about it, for people; null when it is what was approved
 */
export function findStrangePayment(
  { scriptHex, amountSats, assetId }: ApprovedPayment,
  { vin, vout }: DecodedTransaction,
  { coins, own }: Surroundings,
): string | null {
  const spent = vin.flatMap((input) => coins.get(outpointKey(input)) ?? []);
  if (spent.length !== vin.length) return why.unknownInput;
  if (spent.some(({ asset }) => asset !== assetId)) return why.otherAsset;
  if (vin.some(({ issuance }) => issuance !== undefined)) return why.issuance;
  if (vout.some(({ asset, value }) => asset !== assetId || value === undefined)) return why.otherAsset;
  const payments = vout.filter(({ scriptPubKey }) => scriptPubKey.hex === scriptHex);
  if (payments.length !== 1 || payments[0]?.value !== amountSats) return why.payment;
  const fees = vout.filter(({ scriptPubKey }) => scriptPubKey.type === "fee");
  if (fees.length !== 1) return why.fee;
  const others = vout.filter((output) => !payments.includes(output) && !fees.includes(output));
  const isOwn = others.every(({ scriptPubKey: { address } }) => address !== undefined && own.has(address));
  return isOwn ? null : why.foreignOutput;
}
