import { fromHex, idToBytes } from "./bytes";
import { NO_BLINDER } from "./port";
import type { Zkp } from "./zkp";

interface Opening {
  amountSats: bigint;
  assetBlinder: string;
  amountBlinder: string;
}

/**
 * The asset's generator shifted by the asset blinder: 33 bytes that hide which asset it is. Blinders are shown in
 * the reverse of their stored order, as the node does.
 */
export function assetCommitment(
  zkp: Zkp,
  { assetId, assetBlinder }: { assetId: string; assetBlinder: string },
) {
  const asset = idToBytes(assetId);
  const generator =
    assetBlinder === NO_BLINDER
      ? zkp.generator.generate(asset)
      : zkp.generator.generateBlinded(asset, idToBytes(assetBlinder));
  return Buffer.from(generator);
}

/** Pedersen commitment to the amount under the asset's (blinded) generator. */
export function valueCommitment(zkp: Zkp, opening: Opening & { assetId: string }): Buffer {
  const generator = assetCommitment(zkp, opening);
  const blinder = idToBytes(opening.amountBlinder);
  return Buffer.from(zkp.pedersen.commitment(opening.amountSats.toString(), generator, blinder));
}

/**
 * The amount blinder of `outputs[last]` with which all commitments of inputs and outputs balance. Explicit amounts
 * take no part: they have no blinders.
 */
export function closingBlinder(zkp: Zkp, inputs: Opening[], outputs: Opening[], last: number): string {
  const closing = outputs[last];
  if (!closing) throw new Error("There is no output to close the balance with.");
  const others = outputs.filter((_, index) => index !== last);
  const [blindedInputs, blindedOutputs] = [inputs.filter(isBlinded), [...others.filter(isBlinded), closing]];
  const all = [...blindedInputs, ...blindedOutputs];
  const sum = zkp.pedersen.blindGeneratorBlindSum(
    all.map(({ amountSats }) => amountSats.toString()),
    all.map(({ assetBlinder }) => fromHex(assetBlinder).reverse()),
    all.slice(0, -1).map(({ amountBlinder }) => fromHex(amountBlinder).reverse()),
    blindedInputs.length,
  );
  return Buffer.from(sum).reverse().toString("hex");
}

const isBlinded = ({ amountSats, assetBlinder, amountBlinder }: Opening) =>
  amountSats > 0n && (assetBlinder !== NO_BLINDER || amountBlinder !== NO_BLINDER);
