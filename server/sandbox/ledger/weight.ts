import type { Coin, Draft } from "./coin";

/** Elements' standard limit of one transaction. */
export const MAX_WEIGHT = 400_000;

const HEADER = 44;
const KEY_HASH_INPUT = 275;
const GAID_INPUT = 527;
const ISSUANCE_FIELDS = 328;
/** Range proof and surjection proof of an output, measured on a node: 4765 in all for a key-hash script. */
const PROOFS = 4275;
const RANGE_PROOF = 4176;

/**
 * What a node's coin selection reckons for one recipient before it looks for inputs: measured, 70 recipients are
 * taken and 71 refused, though 71 would weigh only about 348 600.
 */
const RESERVED_PER_RECIPIENT = 5_650;

export const exceedsStandardWeight = (recipients: number): boolean =>
  recipients * RESERVED_PER_RECIPIENT > MAX_WEIGHT;

const outputWeight = ({ scriptHex, blindingKey }: Pick<Draft, "scriptHex" | "blindingKey">): number => {
  const script = 1 + scriptHex.length / 2;
  return blindingKey ? 4 * (33 + 33 + 33 + script) + 2 + PROOFS : 4 * (33 + 9 + 1 + script) + 2;
};

const inputWeight = ({ scriptHex }: Pick<Coin, "scriptHex">): number =>
  scriptHex.startsWith("0014") ? KEY_HASH_INPUT : GAID_INPUT;

/** Weight in the network's units, the proofs counted although our transactions leave them out. */
export function transactionWeight(
  inputs: Pick<Coin, "scriptHex">[],
  outputs: Pick<Draft, "scriptHex" | "blindingKey">[],
  issuance?: { isConfidential: boolean },
): number {
  const proofs = issuance?.isConfidential ? 2 * RANGE_PROOF : 0;
  const extra = issuance ? ISSUANCE_FIELDS + proofs : 0;
  const total = (weights: number[]) => weights.reduce((sum, weight) => sum + weight, 0);
  return HEADER + extra + total(inputs.map(inputWeight)) + total(outputs.map(outputWeight));
}

/** 0.1 sat per virtual byte, as a node with default settings pays. */
export const feeForWeight = (weight: number): bigint => BigInt(Math.ceil(Math.ceil(weight / 4) / 10));
