import { wasTakenBlind } from "./by-hand";
import type { Check, CheckId } from "./distribution";
import { MAX_RECIPIENTS, type OperationState, type OperationView } from "./operation";

/** Which way an operation may go, between the worker and people who run AMP's order elsewhere. */

const BEFORE_SENDING: OperationState[] = ["requested", "holding", "paused", "ordering", "ordered", "signed"];

/** Before anything of the order was sent; a way back that is being looked into can be given up too. */
export function canRunByHand({
  kind,
  state,
  facts: { byHand },
  problem,
}: Pick<OperationView, "kind" | "state" | "facts" | "problem">): boolean {
  if (kind === "blinders" || kind === "lbtc") return false;
  if (state === "by-hand") return byHand?.leaving !== undefined;
  if (byHand) return false;
  return BEFORE_SENDING.includes(state) || (state === "stopped" && problem?.mayRetry === true);
}

/** With an intent that may be that of a distribution, whole or as a page shows it. */
type Running = Pick<OperationView, "state" | "facts"> & { intent: object };

/**
 * Back to the worker: at once before the order was handed out, afterwards only when it is certain that nobody paid it. Of
 * an order that was taken over nobody knows who has it.
 */
export function canRunAutomatically(operation: Running): boolean {
  const { byHand, order } = operation.facts;
  if (byHand === undefined || byHand.leaving) return false;
  if (Object.keys(order?.amounts ?? {}).length > MAX_RECIPIENTS) return false;
  if (operation.state === "by-hand") return !wasTakenBlind(byHand);
  return !mayBeElsewhere(operation) && BEFORE_SENDING.includes(operation.state);
}

/** Whether somebody beside the worker may have AMP's order: it was handed out once, or somebody else asked for it. */
export function mayBeElsewhere({ state, facts: { byHand = {}, returned }, intent }: Running): boolean {
  const isAdopted = "adopts" in intent && intent.adopts !== undefined;
  const isOut = byHand.before !== undefined || byHand.isBlind === true;
  return state === "by-hand" || isAdopted || isOut || returned !== undefined;
}

/** AMP's order may be paid, or was certainly paid by something that the desk does not follow yet. */
export function canAttach({
  kind,
  state,
  facts,
  problem,
}: Pick<OperationView, "kind" | "state" | "facts" | "problem">): boolean {
  if (kind !== "distribution") return state === "by-hand" && facts.byHand?.before !== undefined;
  if (facts.order === undefined) return false;
  return state === "by-hand" || state === "unknown" || (state === "stopped" && problem?.mayRetry === false);
}

/** AMP's order can be downloaded. */
export function isHandedOut({ state, facts }: Pick<OperationView, "state" | "facts">): boolean {
  const { before, isBlind, leaving } = facts.byHand ?? {};
  return state === "by-hand" && leaving === undefined && (before !== undefined || isBlind === true);
}

/** What only the wallet must have that sends, which is another one than the desk's. */
const OF_THE_SENDER: CheckId[] = [
  "wallet-unlocked",
  "fee-funds",
  "asset-funds",
  "token-present",
  "token-whole",
];

/** Of a pre-flight what matters when AMP's order is run elsewhere. */
export const checksByHand = <C extends Check>(checks: readonly C[]): C[] =>
  checks.filter(({ id }) => !OF_THE_SENDER.includes(id));

export const canStartByHand = (checks: readonly Check[]): boolean =>
  checksByHand(checks).every(({ isOk }) => isOk);
