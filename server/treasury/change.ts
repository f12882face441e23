import type { NodeEntry } from "@/lib/contracts/amp/node-entries";
import type { OperationFacts } from "@/lib/domain/operation";
import { parseExactJson, printExactJson } from "@/lib/exact-json";
import type { NodeClient } from "@/server/elements/rpc";
import { readChange } from "@/server/elements/wallet";
import type { Operation } from "./store";

/**
 * AMP's confirm wants the change with its blinders, and the wallet lists it only while it is unspent: it is written down
 * as soon as the transaction is seen. RPC listunspent
 */
export async function withChange(
  { kind, facts, intent }: Operation,
  node: NodeClient,
): Promise<OperationFacts> {
  if (kind === "reissuance" || facts.changeData !== undefined) return facts;
  const change = await readChange(node, facts.txid ?? "", intent.assetId);
  return change.length === 0 ? facts : { ...facts, changeData: printExactJson(change) };
}

/** The change as the wallet lists it now, and what was spent of it since. RPC listunspent */
export async function changeFor({ facts, intent }: Operation, node: NodeClient): Promise<NodeEntry[]> {
  const unspent: NodeEntry[] = await readChange(node, facts.txid ?? "", intent.assetId);
  const stored = facts.changeData === undefined ? [] : (parseExactJson(facts.changeData) as NodeEntry[]);
  return [...unspent, ...stored.filter((entry) => !unspent.some(({ vout }) => vout === entry.vout))];
}
