import { isGaid } from "@/lib/domain/gaid";
import type { Unit } from "../world";
import { findUserByGaid } from "./registered-user-store";

/** AMP's words when the GAID is malformed or the Green side does not know it; null when it is good. */
export async function validationProblem({ ledger }: Unit, gaid: string): Promise<string | null> {
  return isGaid(gaid) && (await ledger.isKnownGaid(gaid)) ? null : "Invalid GAID";
}

/** Why a user cannot be given this GAID; null when nothing speaks against it. */
export async function checkGaid(unit: Unit, issuerId: number, gaid: string): Promise<string | null> {
  const problem = await validationProblem(unit, gaid);
  if (problem) return problem;
  const owner = await findUserByGaid(unit.db, issuerId, gaid);
  return owner ? "A registered user with this GAID was already created." : null;
}
