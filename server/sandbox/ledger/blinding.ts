import { randomBytes } from "node:crypto";
import { toHex } from "./bytes";
import type { BuiltOutput, Draft } from "./coin";
import { assetCommitment, closingBlinder, type Opening, valueCommitment } from "./commitments";
import { NO_BLINDER } from "./port";
import type { Zkp } from "./zkp";

export const newBlinder = (): string => toHex(randomBytes(32));

/**
 * Gives every confidential output its blinders; the last one takes what closes the balance.
 * @param inputs what is spent and what is issued
 */
export function blindOutputs(zkp: Zkp, inputs: Opening[], drafts: Draft[]): BuiltOutput[] {
  const last = drafts.findLastIndex((draft) => draft.blindingKey !== null);
  const secret = (draft: Draft) => (draft.blindingKey ? newBlinder() : NO_BLINDER);
  const opened = drafts.map((draft, index) => ({
    ...draft,
    assetBlinder: secret(draft),
    amountBlinder: index === last ? NO_BLINDER : secret(draft),
  }));
  const closing = opened[last];
  if (closing) closing.amountBlinder = closingBlinder(zkp, inputs, opened, last);
  return opened.map((output) => ({ ...output, ...commitmentsTo(zkp, output) }));
}

function commitmentsTo(zkp: Zkp, output: Draft & Opening) {
  if (!output.blindingKey) return { assetCommitment: null, amountCommitment: null };
  const generator = assetCommitment(zkp, output);
  return {
    assetCommitment: toHex(generator),
    amountCommitment: toHex(valueCommitment(zkp, output, generator)),
  };
}

/**
 * The ephemeral key that goes into the nonce of a blinded output. Nobody has to know its private half, because there
 * are no range proofs to open with it, and a random point is found much faster than a key is multiplied.
 */
export function newNonce(zkp: Zkp): Buffer {
  for (;;) {
    const point = Buffer.concat([EVEN_POINT, randomBytes(32)]);
    if (zkp.ecc.isPoint(point)) return point;
  }
}
const EVEN_POINT = Buffer.from([2]);
