import { Transaction } from "liquidjs-lib";
import { blindOutputs, newNonce } from "./blinding";
import { fromHex, idToBytes } from "./bytes";
import type { BuiltOutput, Coin, Draft, IssuanceDraft, ReissuanceDraft } from "./coin";
import { ABSENT, explicitAsset, explicitValue } from "./fields";
import { issuanceField, issuedOpenings, issueOn, tokenOf } from "./issuance-fields";
import type { LedgerIssuance } from "./port";
import type { Zkp } from "./zkp";

export interface BuiltTransaction {
  transaction: Transaction;
  outputs: BuiltOutput[];
  issuances: LedgerIssuance[];
}

/** What is issued, for outputs that are named once its ids are known. */
export interface IssuedIds {
  assetId: string;
  tokenId: string;
}

/** Set in an input's index when an issuance follows it. */
export const ISSUANCE_FLAG = 0x8000_0000;
const REPLACEABLE = 0xffff_fffd;

/**
 * An unsigned Elements transaction whose commitments balance. Range and surjection proofs are left out of the
 * witness: they cost seconds per output and prove to strangers what the sandbox, which knows every blinder, needs no
 * proof of. Weights and fees count them (`weight.ts`).
 */
export function buildTransaction(
  zkp: Zkp,
  inputs: Coin[],
  drafts: (issued: IssuedIds | null) => Draft[],
  issuanceDraft?: IssuanceDraft | ReissuanceDraft,
): BuiltTransaction {
  const transaction = new Transaction();
  transaction.version = 2;
  const issuance = issuanceDraft ? issueOn(inputs, issuanceDraft) : null;
  for (const [vin, coin] of inputs.entries()) {
    const carries = issuance?.vin === vin && issuanceDraft;
    const field = carries ? issuanceField(zkp, inputs, issuance, issuanceDraft) : undefined;
    const index = field ? (coin.vout | ISSUANCE_FLAG) >>> 0 : coin.vout;
    transaction.addInput(idToBytes(coin.txid), index, REPLACEABLE, undefined, field);
  }
  const issued = issuance && {
    assetId: issuance.assetId,
    tokenId: tokenOf(issuance.entropy, issuanceDraft?.isConfidential ?? true),
  };
  const funds = [...inputs, ...(issuance ? issuedOpenings(issuance) : [])];
  const outputs = blindOutputs(zkp, funds, drafts(issued));
  for (const output of outputs) addOutput(zkp, transaction, output);
  return { transaction, outputs, issuances: issuance ? [issuance] : [] };
}

function addOutput(zkp: Zkp, transaction: Transaction, output: BuiltOutput): void {
  const script = fromHex(output.scriptHex);
  if (!output.assetCommitment || !output.amountCommitment) {
    transaction.addOutput(script, explicitValue(output.amountSats), explicitAsset(output.assetId), ABSENT);
    return;
  }
  const [value, asset] = [fromHex(output.amountCommitment), fromHex(output.assetCommitment)];
  transaction.addOutput(script, value, asset, newNonce(zkp));
}
