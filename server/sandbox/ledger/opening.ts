import type { SandboxDb } from "../db/client";
import { toHex } from "./bytes";
import { assetCommitment, valueCommitment } from "./commitments";
import { NO_BLINDER, type OutpointRef } from "./port";
import { findOutput } from "./store";
import { loadZkp } from "./zkp";

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
  if (!output.assetCommitment || !output.amountCommitment)
    return assetBlinder === NO_BLINDER && amountBlinder === NO_BLINDER;
  const told = { ...output, assetBlinder, amountBlinder };
  const zkp = await loadZkp();
  try {
    return (
      toHex(assetCommitment(zkp, told)) === output.assetCommitment &&
      toHex(valueCommitment(zkp, told)) === output.amountCommitment
    );
  } catch {
    return false; // not a number of the curve
  }
}
