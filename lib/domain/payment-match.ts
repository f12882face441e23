import { byHandText } from "@/lib/messages/by-hand";
import { unconfidentialAddress } from "./liquid-address";
import type { StoredOrder } from "./stored-order";

/** An output of a wallet's transaction as RPC gettransaction tells it: a send is negative, a burn has no address. */
export interface PaidOutput {
  category: string;
  address?: string | undefined;
  amount: bigint;
  asset: string;
  vout: number;
  amountblinder: string;
  assetblinder: string;
}

const ZEROS = /^0*$/;

/** What left the wallet: a payment to itself stands as `send` and as `receive`. */
export function paidToOthers<O extends PaidOutput>(details: readonly O[]): O[] {
  const own = new Set(details.filter(({ category }) => category === "receive").map(({ vout }) => vout));
  return details.filter(({ category, vout }) => category === "send" && !own.has(vout));
}

/**
 * Whether a transaction pays an order: each address once, its exact amount in the order's asset, and nothing else of
 * that asset to anybody. The node prints addresses in their unconfidential form, the order carries confidential ones.
 * @returns what differs, for people; empty when it pays the order
 */
export function paymentDifferences(order: StoredOrder, details: readonly PaidOutput[]): string[] {
  const outputs = paidToOthers(details);
  const wanted = new Map(
    Object.entries(order.amounts).map(([address, sats]) => [unconfidentialAddress(address), sats]),
  );
  const differences = [...wanted].flatMap(([address, sats]) => {
    const paid = outputs.filter((output) => output.address === address);
    return differenceAt(address, sats, order.assetId, paid) ?? [];
  });
  const strange = outputs.filter(
    ({ asset, address }) => asset === order.assetId && !wanted.has(address ?? ""),
  );
  const strangers = strange.map(({ address, amount }) => byHandText.why.stranger(address ?? null, -amount));
  return [...differences, ...strangers];
}

function differenceAt(address: string, sats: bigint, assetId: string, paid: PaidOutput[]): string | null {
  const { why } = byHandText;
  const [output, ...more] = paid;
  if (!output) return why.notPaid(address, sats);
  if (more.length > 0) return why.paidTwice(address);
  if (output.asset !== assetId) return why.otherAsset(address);
  if (-output.amount !== sats) return why.otherAmount(address, -output.amount, sats);
  // Without them AMP could not follow the coins.
  const isOpen = ZEROS.test(output.amountblinder) || ZEROS.test(output.assetblinder);
  return isOpen ? why.noBlinders(address) : null;
}
