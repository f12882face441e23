import { fromHex, idToBytes, toHex } from "./bytes";
import { NO_BLINDER } from "./port";
import type { Zkp } from "./zkp";

/** The secrets of one output, one input or one issued amount. */
export interface Opening {
  assetId: string;
  amountSats: bigint;
  assetBlinder: string;
  amountBlinder: string;
}

const generators = new Map<string, Buffer>();
const MOST_GENERATORS = 10_000;

/** The generator of an asset that is not hidden; kept, because every node asks for the same few again and again. */
function plainGenerator(zkp: Zkp, assetId: string): Buffer {
  const known = generators.get(assetId);
  if (known) return known;
  if (generators.size >= MOST_GENERATORS) generators.clear();
  const generator = Buffer.from(zkp.generator.generate(idToBytes(assetId)));
  generators.set(assetId, generator);
  return generator;
}

/**
 * The asset's generator shifted by the asset blinder: 33 bytes that hide which asset it is. Blinders are shown in
 * the reverse of their stored order, as the node does.
 */
export function assetCommitment(
  zkp: Zkp,
  { assetId, assetBlinder }: Pick<Opening, "assetId" | "assetBlinder">,
): Buffer {
  if (assetBlinder === NO_BLINDER) return plainGenerator(zkp, assetId);
  return Buffer.from(zkp.generator.generateBlinded(idToBytes(assetId), idToBytes(assetBlinder)));
}

/** Pedersen commitment to the amount under the asset's (blinded) generator. */
export function valueCommitment(
  zkp: Zkp,
  opening: Opening,
  generator = assetCommitment(zkp, opening),
): Buffer {
  const blinder = idToBytes(opening.amountBlinder);
  return Buffer.from(zkp.pedersen.commitment(opening.amountSats.toString(), generator, blinder));
}

type Blinding = Omit<Opening, "assetId">;

/**
 * The amount blinder of `outputs[last]` with which all commitments of inputs and outputs balance. Explicit amounts
 * take no part: they have no blinders.
 */
export function closingBlinder(zkp: Zkp, inputs: Blinding[], outputs: Blinding[], last: number): string {
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

const isBlinded = ({ assetBlinder, amountBlinder }: Blinding) =>
  assetBlinder !== NO_BLINDER || amountBlinder !== NO_BLINDER;

/** Blinders are shown backwards. */
const scalarOf = (blinder: string) => BigInt(`0x${toHex(idToBytes(blinder))}`);

/** Order of the curve's group. */
const ORDER = BigInt("0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");

/** Whether both sides hold the same sats of every asset and their blinders cancel out, as the commitments must. */
export function isBalanced(inputs: Opening[], outputs: Opening[]): boolean {
  const sats = new Map<string, bigint>();
  let blinders = 0n;
  const add = (sign: bigint) => (opening: Opening) => {
    const { assetId, amountSats, assetBlinder, amountBlinder } = opening;
    sats.set(assetId, (sats.get(assetId) ?? 0n) + sign * amountSats);
    blinders += sign * (amountSats * scalarOf(assetBlinder) + scalarOf(amountBlinder));
  };
  inputs.forEach(add(1n));
  outputs.forEach(add(-1n));
  return blinders % ORDER === 0n && [...sats.values()].every((left) => left === 0n);
}
