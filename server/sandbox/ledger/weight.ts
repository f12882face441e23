import type { Transaction } from "liquidjs-lib";
import type { Coin, Draft, IssuanceDraft, ReissuanceDraft } from "./coin";
import { isCommitment } from "./fields";

/** Elements' standard limit of one transaction. */
export const MAX_WEIGHT = 400_000;

const HEADER = 44;
const KEY_HASH_INPUT = 275;
const GAID_INPUT = 527;
/** Signature and key in the script, where every byte counts four times. */
const LEGACY_INPUT = 596;
/** Nonce, entropy and two amounts of an issuance, and what a node reckons besides. */
const ISSUANCE_FIELDS = 4 * (32 + 32);
const ISSUANCE_SURPLUS = 90;
const [EXPLICIT_AMOUNT, COMMITMENT, NOTHING] = [9, 33, 1];
/** Range proof and surjection proof of an output, measured on a node: 4765 in all for a key-hash script. */
const PROOFS = 4275;
const RANGE_PROOF = 4176;

/**
 * What a node's coin selection reckons for one recipient before it looks for inputs: measured, 70 recipients are
 * taken and 71 refused, though 71 would weigh only about 348 600.
 */
const RESERVED_PER_RECIPIENT = 5_650;

export function exceedsStandardWeight(recipients: Pick<Draft, "scriptHex" | "blindingKey">[]): boolean {
  const reserved = recipients.map((output) =>
    output.blindingKey ? RESERVED_PER_RECIPIENT : outputWeight(output),
  );
  return sum(reserved) > MAX_WEIGHT;
}

const sum = (weights: number[]): number => weights.reduce((total, weight) => total + weight, 0);

const outputWeight = ({ scriptHex, blindingKey }: Pick<Draft, "scriptHex" | "blindingKey">): number => {
  const script = 1 + scriptHex.length / 2;
  return blindingKey ? 4 * (33 + 33 + 33 + script) + 2 + PROOFS : 4 * (33 + 9 + 1 + script) + 2;
};

const inputWeight = ({ scriptHex }: Pick<Coin, "scriptHex">): number => {
  if (scriptHex.startsWith("0014")) return KEY_HASH_INPUT;
  // A wrapped key-hash input is lighter than a GAID's; its wallet pays a few sats more than it must.
  return scriptHex.startsWith("76a914") ? LEGACY_INPUT : GAID_INPUT;
};

function issuanceWeight(draft: IssuanceDraft | ReissuanceDraft): number {
  const amounts = [draft.amountSats, "tokenSats" in draft ? draft.tokenSats : 0n];
  const issued = draft.isConfidential ? 4 * COMMITMENT + RANGE_PROOF : 4 * EXPLICIT_AMOUNT;
  return ISSUANCE_FIELDS + ISSUANCE_SURPLUS + sum(amounts.map((sats) => (sats > 0n ? issued : 4 * NOTHING)));
}

/** Weight that a transaction will have once it is signed, in the network's units, the proofs counted. */
export function transactionWeight(
  inputs: Pick<Coin, "scriptHex">[],
  outputs: Pick<Draft, "scriptHex" | "blindingKey">[],
  issuance?: IssuanceDraft | ReissuanceDraft,
): number {
  const extra = issuance ? issuanceWeight(issuance) : 0;
  return HEADER + extra + sum(inputs.map(inputWeight)) + sum(outputs.map(outputWeight));
}

/** Bytes of a witness item's count or length. */
const prefixBytes = (length: number): number => (length < 0xfd ? 1 : length <= 0xffff ? 3 : 5);
/** Two proofs, the pegin witness and the script witness of an input; two proofs of an output: each at least a count. */
const [INPUT_WITNESS, OUTPUT_WITNESS] = [4, 2];

/** Sizes of a finished transaction as the network counts them: its proofs are reckoned in, our hex leaves them out. */
export function measure(transaction: Transaction) {
  const unsigned = transaction.clone();
  for (const input of unsigned.ins) input.witness = [];
  const stripped = unsigned.toBuffer().length;
  const blinded = transaction.outs.filter(({ value }) => isCommitment(value)).length;
  const issued = transaction.ins.flatMap(({ issuance }) =>
    issuance ? [issuance.assetAmount, issuance.tokenAmount].filter(isCommitment) : [],
  );
  const items = transaction.ins.flatMap(({ witness }) => witness);
  const proofs = blinded * PROOFS + issued.length * RANGE_PROOF;
  const hasWitness = items.length > 0 || proofs > 0;
  const places = transaction.ins.length * INPUT_WITNESS + transaction.outs.length * OUTPUT_WITNESS;
  const witness = hasWitness ? places + proofs + sum(items.map(sizeOfItem)) : 0;
  const weight = 4 * stripped + witness;
  const discount = blinded * (PROOFS + 4 * (COMMITMENT - EXPLICIT_AMOUNT) + 4 * (COMMITMENT - NOTHING));
  return {
    weight,
    size: stripped + witness,
    vsize: Math.ceil(weight / 4),
    /** What counts for the relay fee: confidential outputs are as cheap as explicit ones. */
    discountVsize: Math.ceil((weight - discount) / 4),
  };
}

const sizeOfItem = (item: Buffer): number => prefixBytes(item.length) + item.length;

/** Sats per 1000 virtual bytes that a node with default settings pays and wants. */
export const DEFAULT_FEE_RATE = 100n;

export const feeForSize = (vsize: number, feeRate = DEFAULT_FEE_RATE): bigint =>
  (BigInt(vsize) * feeRate + 999n) / 1000n;

export const feeForWeight = (weight: number, feeRate = DEFAULT_FEE_RATE): bigint =>
  feeForSize(Math.ceil(weight / 4), feeRate);
