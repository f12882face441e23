import { Transaction } from "liquidjs-lib";
import type { SandboxDb } from "../db/client";
import type { Coin } from "./coin";
import { withWaitingAncestors } from "./conflict-store";
import { LedgerError } from "./port";
import { waitingDescendants } from "./spendable-store";
import { measure } from "./weight";

/** A node's limits on transactions that wait for one another. */
const MOST_RELATIVES = 25;
const MOST_VBYTES = 101_000;

/**
 * What a node says against one more transaction in a chain of waiting ones; null when nothing.
 * Measured: one of 60 confidential recipients may follow another, a third may not, six of 10 may. So the new one
 * counts with its discounted size, those that wait with their whole.
 */
export async function chainLimit(
  db: SandboxDb,
  transaction: Transaction,
  inputs: Coin[],
): Promise<string | null> {
  const parents = inputs.filter(({ blockHeight }) => blockHeight === null).map(({ txid }) => txid);
  if (parents.length === 0) return null;
  const ancestors = await withWaitingAncestors(db, [...new Set(parents)]);
  const sizes = new Map<string, number>();
  const families = new Map(ancestors.map((txid) => [txid, { count: 0, vbytes: 0 }]));
  for (const { root, txid, hex } of await waitingDescendants(db, ancestors)) {
    const size = sizes.get(txid) ?? measure(Transaction.fromHex(hex)).vsize;
    sizes.set(txid, size);
    const family = families.get(root);
    if (!family) continue;
    family.count += 1;
    family.vbytes += size;
  }
  const { discountVsize } = measure(transaction);
  for (const [txid, { count, vbytes }] of families) {
    if (vbytes + discountVsize > MOST_VBYTES)
      return `exceeds descendant size limit for tx ${txid} [limit: ${MOST_VBYTES}]`;
    if (count + 1 > MOST_RELATIVES) return `too many descendants for tx ${txid} [limit: ${MOST_RELATIVES}]`;
  }
  if (ancestors.length + 1 > MOST_RELATIVES)
    return `too many unconfirmed ancestors [limit: ${MOST_RELATIVES}]`;
  const above = ancestors.reduce((total, txid) => total + (sizes.get(txid) ?? 0), discountVsize);
  return above > MOST_VBYTES ? `exceeds ancestor size limit [limit: ${MOST_VBYTES}]` : null;
}

/** As a wallet says it before it sends. @throws LedgerError "limit" */
export async function checkChain(db: SandboxDb, transaction: Transaction, inputs: Coin[]): Promise<void> {
  const refusal = await chainLimit(db, transaction, inputs);
  if (refusal) throw new LedgerError("limit", `possibly ${refusal}`);
}
