import type { SandboxDb } from "../db/client";
import type { Opening } from "../ledger/commitments";
import { readTransaction as parse } from "../ledger/finished";
import { createOwner, findOwner } from "../ledger/keyring";
import { opensCommitments } from "../ledger/opening";
import { NO_BLINDER, type Told, UNKNOWN_SATS } from "../ledger/port";
import { commitmentOf } from "../ledger/read-issuance";
import { findTransaction, type OutputRow } from "../ledger/store";
import { adoptOutputs } from "../ledger/wallet-index";
import { loadZkp } from "../ledger/zkp";
import { insertScript, openIssuance, openOutput } from "./mirror-store";

/** Scripts that issuers have called their own: AMP sees no wallet but its own. */
export const TREASURIES = "treasury:told";

/** Of all that is told only what makes the commitments of the chain; the rest may be a mistake or a lie. */
export async function learn(db: SandboxDb, txid: string, { outputs, issuances }: Told): Promise<void> {
  const known = await findTransaction(db, txid);
  if (!known) return;
  const zkp = await loadZkp();
  for (const { isOwn, ...told } of outputs) {
    const output = known.outputs.find(({ vout }) => vout === told.vout);
    if (output?.kind !== "payment") continue;
    const isHidden = output.assetCommitment !== null && output.amountCommitment !== null;
    if (isHidden ? !opensCommitments(zkp, commitmentsOf(output), told) : !isSame(output, told)) continue;
    if (isHidden) await openOutput(db, { txid, vout: told.vout }, told);
    if (isOwn) await claimScript(db, output.scriptHex);
  }
  const { ins } = parse(known.transaction.hex) ?? { ins: [] };
  for (const told of issuances) {
    const issuance = known.issuances.find(({ vin }) => vin === told.vin);
    const amount = ins[told.vin]?.issuance?.assetAmount;
    if (!amount || issuance?.amountSats !== UNKNOWN_SATS) continue;
    const { assetId } = issuance;
    const { amountSats, amountBlinder } = told;
    const opening = { assetId, amountSats, assetBlinder: NO_BLINDER, amountBlinder };
    if (opensCommitments(zkp, commitmentOf(zkp, assetId, amount), opening))
      await openIssuance(db, txid, { vin: told.vin, amountSats, assetAmountBlinder: amountBlinder });
  }
}

const commitmentsOf = ({ assetCommitment, amountCommitment }: OutputRow) => ({
  assetCommitment: assetCommitment ?? "",
  amountCommitment: amountCommitment ?? "",
});

const isSame = (output: OutputRow, told: Opening): boolean =>
  output.assetId === told.assetId && output.amountSats === told.amountSats;

/** A script of a holder's stays the holder's. */
export async function claimScript(db: SandboxDb, scriptHex: string): Promise<void> {
  if (!(await findOwner(db, TREASURIES))) await createOwner(db, TREASURIES);
  await insertScript(db, { scriptHex, owner: TREASURIES, address: "", blindingPublicKey: "" });
  await adoptOutputs(db, TREASURIES, scriptHex);
}
