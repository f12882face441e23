import { NodeDetail, type NodeEntry, NodeUnspent } from "@/lib/contracts/amp/node-entries";
import type { LedgerOutput, LedgerTransaction } from "../ledger/port";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import { decodeShape } from "./body";
import { CONFIRMATIONS, findOutputs, type NewOutput } from "./books";
import { refused } from "./refusal";

/** The transaction a confirm names. @throws AmpRefusal when it is unknown or too young */
export async function confirmedTransaction({ ledger }: Unit, txid: string): Promise<LedgerTransaction> {
  const tx = await ledger.transaction(txid);
  if (!tx) throw refused("The transaction is unknown.");
  if (tx.confirmations < CONFIRMATIONS)
    throw refused(`The transaction needs ${CONFIRMATIONS} confirmations, it has ${tx.confirmations}.`);
  return tx;
}

export const detailsOf = (entries: NodeEntry[]): NodeDetail[] =>
  entries.map((entry) => decodeShape(NodeDetail, entry) as NodeDetail);

/** Every input of the asset, or of its token, must be an unspent output of the treasury in AMP's books. */
export async function checkTreasuryInputs(
  { db }: Unit,
  asset: AssetRow,
  tx: LedgerTransaction,
  assetId: string,
): Promise<void> {
  const spent = tx.inputs.filter(({ prevout }) => prevout.assetId === assetId).map(({ prevout }) => prevout);
  const tracked = await findOutputs(db, asset.uuid, spent);
  const isTreasury = tracked.every((output) => output.gaid === null && output.spentTxid === null);
  if (spent.length === 0 || tracked.length !== spent.length || !isTreasury)
    throw refused("The transaction does not spend tracked outputs of the treasury.");
}

/**
 * The outputs of the asset that go back to the treasury, as `change_data` names them.
 * @param known vouts whose owner the order has settled already
 * @throws AmpRefusal when an output is in neither or the blinders do not open it
 */
export function changeOutputs(
  asset: AssetRow,
  tx: LedgerTransaction,
  known: ReadonlySet<number>,
  entries: NodeEntry[],
): NewOutput[] {
  const change = entries.map((entry) => decodeShape(NodeUnspent, entry) as NodeUnspent);
  return tx.outputs
    .filter((output) => output.assetId === asset.assetId && !known.has(output.vout))
    .map((output) => {
      const told = change.find((entry) => entry.txid === tx.txid && entry.vout === output.vout);
      if (!told || told.asset !== output.assetId || told.amount !== output.amountSats)
        throw refused(`Output ${output.vout} of the transaction is neither in the order nor in change_data.`);
      checkBlinders(output, told);
      return { vout: output.vout, gaid: null, isNews: false };
    });
}

export function checkBlinders(
  output: LedgerOutput,
  told: { assetblinder: string; amountblinder: string },
): void {
  if (told.assetblinder !== output.assetBlinder || told.amountblinder !== output.amountBlinder)
    throw refused(`The blinders of output ${output.vout} do not open it.`);
}
