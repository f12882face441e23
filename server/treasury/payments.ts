import { unconfidentialAddress } from "@/lib/domain/liquid-address";
import type { NodeClient } from "@/server/elements/rpc";
import { searchWallet } from "@/server/elements/wallet";

/** The transaction that carries this wallet comment, unconfirmed ones included; null when the wallet shows none. */
export const findTagged = (node: NodeClient, tag: string): Promise<string | null> =>
  searchWallet(node, (entry) => entry.comment === tag);

/**
 * A transaction of the wallet that pays one of these addresses. AMP hands each address out once, so such a payment
 * means that the order is paid. The node prints addresses in their unconfidential form.
 */
export function findPayment(node: NodeClient, addresses: string[]): Promise<string | null> {
  const plain = new Set(addresses.map(unconfidentialAddress));
  return searchWallet(node, (entry) => entry.category === "send" && plain.has(entry.address ?? ""));
}
