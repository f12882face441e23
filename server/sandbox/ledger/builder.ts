import { randomBytes } from "node:crypto";
import { ElementsValue, issuance as rule, Transaction } from "liquidjs-lib";
import { bytesToId, fromHex, idToBytes, toHex } from "./bytes";
import type { BuiltOutput, Coin, Draft, IssuanceDraft } from "./coin";
import { assetCommitment, closingBlinder, valueCommitment } from "./commitments";
import { type LedgerIssuance, NO_BLINDER } from "./port";
import type { Zkp } from "./zkp";

export interface BuiltTransaction {
  transaction: Transaction;
  outputs: BuiltOutput[];
  issuance: Omit<LedgerIssuance, "vin"> | null;
}

/** Reissuable inputs carry their issuance at this position. */
export const ISSUANCE_VIN = 0;
const ISSUANCE_FLAG = 0x8000_0000;
const EXPLICIT_ASSET = Buffer.from([1]);
const NOTHING = Buffer.from([0]);

/**
 * An unsigned Elements transaction whose commitments balance. Range and surjection proofs are left out of the
 * witness: they cost seconds per output and prove to strangers what the sandbox, which knows every blinder, needs no
 * proof of. Weights and fees count them (`weight.ts`).
 */
export function buildTransaction(
  zkp: Zkp,
  inputs: Coin[],
  drafts: (issued: { assetId: string; tokenId: string } | null) => Draft[],
  issuanceDraft?: IssuanceDraft,
): BuiltTransaction {
  const transaction = new Transaction();
  transaction.version = 2;
  const issuance = issuanceDraft && inputs[ISSUANCE_VIN] ? issue(inputs[ISSUANCE_VIN], issuanceDraft) : null;
  for (const [vin, coin] of inputs.entries()) {
    const field = vin === ISSUANCE_VIN && issuance ? issuanceField(zkp, issuance, issuanceDraft) : undefined;
    const index = field ? (coin.vout | ISSUANCE_FLAG) >>> 0 : coin.vout;
    transaction.addInput(idToBytes(coin.txid), index, 0xffff_fffd, undefined, field);
  }
  const issued = issuance && { assetId: issuance.assetId, tokenId: issuance.tokenId ?? "" };
  const outputs = blind(zkp, inputs, drafts(issued), issuance);
  for (const output of outputs) addOutput(zkp, transaction, output);
  return { transaction, outputs, issuance };
}

function issue(coin: Coin, draft: IssuanceDraft): Omit<LedgerIssuance, "vin"> {
  const prevout = { txHash: idToBytes(coin.txid), vout: coin.vout };
  const entropy = rule.generateEntropy(prevout, idToBytes(draft.contractHash));
  const token = rule.calculateReissuanceToken(entropy, draft.isConfidential);
  const blinder = () => (draft.isConfidential ? toHex(randomBytes(32)) : NO_BLINDER);
  return {
    isReissuance: false,
    entropy: bytesToId(entropy),
    assetId: bytesToId(rule.calculateAsset(entropy)),
    amountSats: draft.amountSats,
    assetAmountBlinder: blinder(),
    tokenId: draft.tokenSats > 0n ? bytesToId(token) : null,
    tokenAmountSats: draft.tokenSats,
    tokenAmountBlinder: draft.tokenSats > 0n ? blinder() : NO_BLINDER,
  };
}

function issuanceField(zkp: Zkp, issuance: Omit<LedgerIssuance, "vin">, draft?: IssuanceDraft) {
  const amount = (assetId: string | null, sats: bigint, blinder: string) => {
    if (sats === 0n || !assetId) return NOTHING;
    if (blinder === NO_BLINDER) return explicitValue(sats);
    return valueCommitment(zkp, {
      assetId,
      amountSats: sats,
      assetBlinder: NO_BLINDER,
      amountBlinder: blinder,
    });
  };
  return {
    assetBlindingNonce: Buffer.alloc(32),
    assetEntropy: idToBytes(draft?.contractHash ?? NO_BLINDER),
    assetAmount: amount(issuance.assetId, issuance.amountSats, issuance.assetAmountBlinder),
    tokenAmount: amount(issuance.tokenId, issuance.tokenAmountSats, issuance.tokenAmountBlinder),
  };
}

/** Gives every confidential output its blinders; the last one takes what closes the balance. */
function blind(
  zkp: Zkp,
  inputs: Coin[],
  drafts: Draft[],
  issuance: Omit<LedgerIssuance, "vin"> | null,
): BuiltOutput[] {
  const last = drafts.findLastIndex((draft) => draft.blindingKey !== null);
  const secret = (draft: Draft) => (draft.blindingKey ? toHex(randomBytes(32)) : NO_BLINDER);
  const opened = drafts.map((draft, index) => ({
    ...draft,
    assetBlinder: secret(draft),
    amountBlinder: index === last ? NO_BLINDER : secret(draft),
  }));
  const closing = opened[last];
  if (closing)
    closing.amountBlinder = closingBlinder(zkp, [...inputs, ...issuedValues(issuance)], opened, last);
  return opened.map((output) => ({
    ...output,
    assetCommitment: output.blindingKey ? toHex(assetCommitment(zkp, output)) : null,
    amountCommitment: output.blindingKey ? toHex(valueCommitment(zkp, output)) : null,
  }));
}

function issuedValues(issuance: Omit<LedgerIssuance, "vin"> | null) {
  if (!issuance) return [];
  const { amountSats, assetAmountBlinder, tokenAmountSats, tokenAmountBlinder } = issuance;
  return [
    { amountSats, assetBlinder: NO_BLINDER, amountBlinder: assetAmountBlinder },
    { amountSats: tokenAmountSats, assetBlinder: NO_BLINDER, amountBlinder: tokenAmountBlinder },
  ];
}

function addOutput(zkp: Zkp, transaction: Transaction, output: BuiltOutput): void {
  const script = fromHex(output.scriptHex);
  if (!output.assetCommitment || !output.amountCommitment) {
    const asset = Buffer.concat([EXPLICIT_ASSET, idToBytes(output.assetId)]);
    transaction.addOutput(script, explicitValue(output.amountSats), asset, NOTHING);
    return;
  }
  const nonce = zkp.ecc.pointFromScalar(randomBytes(32), true);
  if (!nonce) throw new Error("An ephemeral key is outside the curve's order.");
  const [value, asset] = [fromHex(output.amountCommitment), fromHex(output.assetCommitment)];
  transaction.addOutput(script, value, asset, Buffer.from(nonce));
}

const explicitValue = (sats: bigint): Buffer => ElementsValue.fromNumber(Number(sats)).bytes;
