import type { SandboxDb } from "../db/client";
import { toHex } from "./bytes";
import { assetCommitment as commitAsset, type Opening, valueCommitment } from "./commitments";
import type { Commitments } from "./openings-store";
import { NO_BLINDER, type OutpointRef } from "./port";
import { findOutput } from "./store";
import { loadZkp, type Zkp } from "./zkp";

export interface Blinders {
  assetBlinder: string;
  amountBlinder: string;
}

/** Whether the blinders make the commitments of the output; an explicit output has none but zeros. */
export async function opensOutput(
  db: SandboxDb,
  outpoint: OutpointRef,
  { assetBlinder, amountBlinder }: Blinders,
): Promise<boolean> {
  const output = await findOutput(db, outpoint);
  if (!output) return false;
  const { assetCommitment, amountCommitment } = output;
  if (!assetCommitment || !amountCommitment)
    return assetBlinder === NO_BLINDER && amountBlinder === NO_BLINDER;
  const commitments = { assetCommitment, amountCommitment };
  return opensCommitments(await loadZkp(), commitments, { ...output, assetBlinder, amountBlinder });
}

/** Whether the opening makes these commitments. */
export function opensCommitments(
  zkp: Zkp,
  { assetCommitment, amountCommitment }: Commitments,
  opening: Opening,
): boolean {
  try {
    return (
      toHex(commitAsset(zkp, opening)) === assetCommitment &&
      toHex(valueCommitment(zkp, opening)) === amountCommitment
    );
  } catch {
    return false; // not a number of the curve
  }
}
