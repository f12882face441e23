import { NodeDetail, type NodeEntry, NodeUnspent } from "@/lib/contracts/amp/node-entries";
import type { LedgerOutput, LedgerTransaction } from "../ledger/port";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import { decodeShape } from "./body";
import { CONFIRMATIONS, findTransactionKind, type NewOutput } from "./books";
import { lookOutside } from "./lost-outputs";
import type { Movement } from "./movement";
import { refused } from "./refusal";
import { learnTold, type ToldEntries } from "./told";

/**
 * The transaction a confirm names, which the books do not have yet, as far as what it tells opens it.
 * @throws AmpRefusal when it is unknown, too young or already in the books
 */
export async function confirmedTransaction(
  unit: Unit,
  asset: AssetRow,
  txid: string,
  told: ToldEntries,
): Promise<LedgerTransaction> {
  const { db, ledger } = unit;
  if (await findTransactionKind(db, asset.uuid, txid))
    throw refused("The transaction already belongs to another entry of AMP.");
  await learnTold(unit, txid, told);
  const tx = await ledger.transaction(txid);
  if (!tx) throw refused("The transaction is unknown.");
  if (tx.conflictedHeight !== null) throw refused("The transaction lost against another one.");
  if (tx.confirmations < CONFIRMATIONS)
    throw refused(`The transaction needs ${CONFIRMATIONS} confirmations, it has ${tx.confirmations}.`);
  return tx;
}

/**
 * The details of `gettransaction` that tell of the asset or its token.
 * @throws AmpRefusal when one of them tells of an output that the transaction does not have
 */
export function detailsOf(asset: AssetRow, tx: LedgerTransaction, entries: NodeEntry[]): NodeDetail[] {
  const details = entries
    .map((entry) => decodeShape(NodeDetail, entry) as NodeDetail)
    .filter((detail) => detail.asset === asset.assetId || detail.asset === asset.tokenId);
  for (const { vout, asset: assetId } of details) {
    const output = tx.outputs.find((candidate) => candidate.vout === vout);
    if (output?.assetId !== assetId)
      throw refused(`The details tell of an output ${vout} that the transaction does not have.`);
  }
  return details;
}

/**
 * The outputs of the asset that go back to the treasury, as `change_data` names them. One that was spent again
 * already cannot stand in `listunspent` any more: it may be left out, and AMP knows its blinders later or never. One to
 * a treasury address of another wallet stands in the details of what was sent instead.
 * @throws AmpRefusal when an unspent one is not named, something else is, or the blinders do not open it
 */
export async function changeOutputs(
  unit: Unit,
  asset: AssetRow,
  { tx, change }: Movement,
  entries: NodeEntry[],
  details: NodeDetail[] = [],
): Promise<NewOutput[]> {
  const told = new Map(
    entries.map((entry) => {
      const unspent = decodeShape(NodeUnspent, entry) as NodeUnspent;
      checkIsChange(asset, tx, change, unspent);
      return [unspent.vout, unspent];
    }),
  );
  const outputs: NewOutput[] = [];
  for (const output of change) {
    const { vout } = output;
    const unspent = told.get(vout) ?? sentOutput(output, details);
    if (unspent) await checkBlinders(unit, output, unspent);
    else if (!output.spentBy)
      throw refused(`Output ${vout} of the transaction is neither in the order nor in change_data.`);
    outputs.push({ vout, gaid: null, isNews: false, hasUnknownBlinders: !unspent });
  }
  return outputs;
}

function sentOutput({ vout, amountSats }: LedgerOutput, details: NodeDetail[]): NodeDetail | undefined {
  return details.find(
    (detail) => detail.category === "send" && detail.vout === vout && detail.amount === -amountSats,
  );
}

function checkIsChange(
  asset: AssetRow,
  tx: LedgerTransaction,
  change: LedgerOutput[],
  told: NodeUnspent,
): void {
  const output = change.find(({ vout }) => vout === told.vout);
  if (told.txid !== tx.txid || told.asset !== asset.assetId || !output)
    throw refused(`change_data names ${told.txid}:${told.vout}, which is no change of the asset.`);
  if (told.amount !== output.amountSats)
    throw refused(`change_data tells another amount of output ${told.vout} than the transaction has.`);
}

export async function checkBlinders(
  { ledger }: Unit,
  output: LedgerOutput,
  told: { assetblinder: string; amountblinder: string },
): Promise<void> {
  const blinders = { assetBlinder: told.assetblinder, amountBlinder: told.amountblinder };
  if (!(await ledger.opensOutput(output, blinders)))
    throw refused(`The blinders of output ${output.vout} do not open it.`);
}

/**
 * Confirms go in the order of the payments: before it, the change that the next one spends is not in the books.
 * @throws AmpRefusal when the movement spends the change of a transaction that has carried out an open order
 */
export async function refuseWaitingChange(
  unit: Unit,
  asset: AssetRow,
  { isFromTreasury, spent, spentTokens }: Movement,
): Promise<void> {
  if (isFromTreasury) return;
  const { explained } = await lookOutside(unit, asset);
  const waiting = [...spent, ...spentTokens].find(({ txid }) => explained.has(txid));
  if (waiting)
    throw refused(`The transaction spends the change of ${waiting.txid}, which waits for its confirm.`);
}

/** @throws AmpRefusal with the problem, if there is one */
export function refuse(problem: string | null): void {
  if (problem !== null) throw refused(problem);
}
