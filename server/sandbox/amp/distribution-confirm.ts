import { eq } from "drizzle-orm";
import type { DistributionConfirm } from "@/lib/contracts/amp/distributions";
import type { NodeDetail } from "@/lib/contracts/amp/node-entries";
import { now } from "@/server/platform/clock";
import { distributions } from "../db/amp-tables";
import type { Unit } from "../world";
import type { AssetRow } from "./asset-store";
import { type AssignmentRow, assignmentsOfDistributions, markDistributed } from "./assignment-store";
import { type NewOutput, trackTransaction } from "./books";
import {
  changeOutputs,
  checkBlinders,
  confirmedTransaction,
  detailsOf,
  refuse,
  refuseWaitingChange,
} from "./confirm-rules";
import type { DistributionRow } from "./distribution-store";
import { distributionProblem, hiddenProblem, type Movement, readMovement } from "./movement";
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
  const tx = await confirmedTransaction(unit, asset, txData.txid, {
    details: txData.details,
    change: changeData,
  });
  const ordered = await assignmentsOfDistributions(unit.db, [distribution.uuid]);
  const movement = await readMovement(unit, asset, tx);
  await refuseWaitingChange(unit, asset, movement);
  refuse(distributionProblem(unit, movement, ordered) ?? hiddenProblem(movement));
  const details = detailsOf(asset, tx, txData.details);
  const payments = await matchPayments(unit, movement, ordered, details);
  const change = await changeOutputs(unit, asset, movement, changeData, details);
  await trackTransaction(unit, asset, tx, "distribution", [...payments.values(), ...change]);
  await markDistributed(
    unit.db,
    [...payments].map(([{ id }, { vout }]) => ({ id, vout })),
  );
  await unit.db
    .update(distributions)
    .set({ txid: tx.txid, confirmedAt: tx.block?.time ?? now() })
    .where(eq(distributions.uuid, distribution.uuid));
}

/** Finds each assignment's payment among the details, by script: details carry unconfidential addresses. */
async function matchPayments(
  unit: Unit,
  { payments: outputs }: Movement,
  ordered: AssignmentRow[],
  details: NodeDetail[],
): Promise<Payments> {
  const { ledger } = unit;
  const sends = new Map(
    details.filter(({ category }) => category === "send").map((detail) => [detail.vout, detail]),
  );
  const outputByScript = new Map(outputs.map((output) => [output.scriptHex, output]));
  const payments: Payments = new Map();
  for (const assignment of ordered) {
    const { receivingAddress, amountSats } = assignment;
    const script = ledger.scriptOf(receivingAddress ?? "");
    const output = outputByScript.get(script);
    const send = output && sends.get(output.vout);
    if (!output || !send?.address || ledger.scriptOf(send.address) !== script)
      throw refused(`The transaction details do not pay ${receivingAddress}.`);
    if (send.amount !== -amountSats)
      throw refused(`The transaction details do not pay the ordered amount to ${receivingAddress}.`);
    await checkBlinders(unit, output, send);
    payments.set(assignment, { vout: output.vout, gaid: assignment.receivingGaid, isNews: true });
  }
  return payments;
}
