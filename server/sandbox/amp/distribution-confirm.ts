import { eq } from "drizzle-orm";
import type { DistributionConfirm } from "@/lib/contracts/amp/distributions";
import type { NodeDetail } from "@/lib/contracts/amp/node-entries";
import { now } from "@/server/platform/clock";
import { distributions } from "../db/amp-tables";
import type { LedgerTransaction } from "../ledger/port";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import { type AssignmentRow, assignmentsOfDistributions, markDistributed } from "./assignment-store";
import { findTransactionKind, type NewOutput, trackTransaction } from "./books";
import {
  changeOutputs,
  checkBlinders,
  checkTreasuryInputs,
  confirmedTransaction,
  detailsOf,
} from "./confirm-rules";
import type { DistributionRow } from "./distribution-store";
import { refused } from "./refusal";

type Payments = Map<AssignmentRow, NewOutput>;

/**
 * Takes over what the node sent for an order. The same transaction again changes nothing.
 * @throws AmpRefusal when the transaction is too young or is not what the order asked for
 */
export async function confirmDistribution(
  unit: Unit,
  asset: AssetRow,
  distribution: DistributionRow,
  { txData, changeData }: DistributionConfirm,
): Promise<void> {
  if (distribution.txid === txData.txid) return;
  if (distribution.txid !== null)
    throw refused("The distribution is already confirmed by another transaction.");
  if (await findTransactionKind(unit.db, asset.uuid, txData.txid))
    throw refused("The transaction already belongs to another entry of AMP.");
  const tx = await confirmedTransaction(unit, txData.txid);
  const ordered = await assignmentsOfDistributions(unit.db, [distribution.uuid]);
  const payments = matchPayments(unit, asset, tx, ordered, detailsOf(txData.details));
  await checkTreasuryInputs(unit, asset, tx, asset.assetId);
  const paid = [...payments.values()];
  const change = changeOutputs(asset, tx, new Set(paid.map(({ vout }) => vout)), changeData);
  await trackTransaction(unit, asset, tx, "distribution", [...paid, ...change]);
  await markDistributed(
    unit.db,
    [...payments].map(([{ id }, { vout }]) => ({ id, vout })),
  );
  await unit.db
    .update(distributions)
    .set({ txid: tx.txid, confirmedAt: tx.block?.time ?? now() })
    .where(eq(distributions.uuid, distribution.uuid));
}

/** Finds each assignment's payment on chain and among the details, by script: details carry unconfidential addresses. */
function matchPayments(
  { ledger }: Unit,
  asset: AssetRow,
  tx: LedgerTransaction,
  ordered: AssignmentRow[],
  details: NodeDetail[],
): Payments {
  const sends = details.filter((detail) => detail.category === "send" && detail.asset === asset.assetId);
  const sendByVout = new Map(sends.map((detail) => [detail.vout, detail]));
  const outputByScript = new Map(
    tx.outputs
      .filter((output) => output.assetId === asset.assetId)
      .map((output) => [output.scriptHex, output]),
  );
  const payments: Payments = new Map();
  for (const assignment of ordered) {
    const { receivingAddress, amountSats } = assignment;
    const script = ledger.scriptOf(receivingAddress ?? "");
    const output = outputByScript.get(script);
    const send = output && sendByVout.get(output.vout);
    if (!output || !send?.address || ledger.scriptOf(send.address) !== script)
      throw refused(`The transaction details do not pay ${receivingAddress}.`);
    if (output.amountSats !== amountSats || send.amount !== -amountSats)
      throw refused(`The transaction details do not pay the ordered amount to ${receivingAddress}.`);
    checkBlinders(output, send);
    payments.set(assignment, { vout: output.vout, gaid: assignment.receivingGaid, isNews: true });
  }
  return payments;
}
