import { isGaid } from "@/lib/domain/gaid";
import { createOwner, gaidOwner } from "../ledger/keyring";
import type { LiveEnv, Unit } from "../world";
import { notFound } from "./refusal";
import { findUserByGaid, wasDeletedWith } from "./registered-user-store";

interface Asking {
  unit: Unit;
  env: LiveEnv;
}

/** AMP's words when the GAID is malformed or the Green side does not know it; null when it is good. */
export async function validationProblem({ unit, env }: Asking, gaid: string): Promise<string | null> {
  const isGood = isGaid(gaid) && (env.switches.acceptAnyGaid || (await unit.ledger.isKnownGaid(gaid)));
  return isGood ? null : "Invalid GAID";
}

/** @throws AmpRefusal 404 for a GAID that does not exist */
export async function checkExists(asking: Asking, gaid: string): Promise<void> {
  if (await validationProblem(asking, gaid)) throw notFound();
}

/** Why a user cannot be given this GAID; null when nothing speaks against it. */
export async function checkGaid(asking: Asking, issuerId: number, gaid: string): Promise<string | null> {
  const problem = await validationProblem(asking, gaid);
  if (problem) return problem;
  const { unit, env } = asking;
  const isKept = env.switches.keepDeletedGaids && (await wasDeletedWith(unit.db, issuerId, gaid));
  const isTaken = isKept || (await findUserByGaid(unit.db, issuerId, gaid));
  return isTaken ? "A registered user with this GAID was already created." : null;
}

/** A GAID that is good only because the switch `acceptAnyGaid` is on gets a wallet, so that it can be paid. */
export async function openWallet({ db, ledger }: Unit, gaid: string): Promise<void> {
  if (!(await ledger.isKnownGaid(gaid))) await createOwner(db, gaidOwner(gaid));
}
