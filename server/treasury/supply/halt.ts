import type { SignedKind } from "@/lib/domain/intent";
import type { OperationFacts } from "@/lib/domain/operation";
import { unlockCoins } from "@/server/elements/coins";
import type { NodeClient } from "@/server/elements/rpc";
import { type Step, type StepOutcome, stopped } from "../step";
import type { Operation } from "../store";

/** The facts without the transaction that was made: nothing of it can be sent any more. */
function withoutTransaction({ txid: _, ...facts }: OperationFacts): OperationFacts {
  const { outpoints = [] } = facts.supply ?? {};
  return { ...facts, supply: { outpoints } };
}

/**
 * Stops before anything was sent. A signed transaction is kept with its coins, so that trying again sends that one and
 * no other; a draft is thrown away and its coins are given free.
 */
export async function halt(
  { facts }: Operation<SignedKind>,
  node: NodeClient,
  message: string,
  mayRetry: boolean,
): Promise<StepOutcome> {
  const outcome = stopped(message, mayRetry);
  if (facts.supply?.signedHex !== undefined) return outcome;
  return { ...outcome, facts: await release(facts, node) };
}

/** Gives the coins free and forgets the transaction. RPC listlockunspent, lockunspent */
export async function release(facts: OperationFacts, node: NodeClient): Promise<OperationFacts> {
  await unlockCoins(node, facts.supply?.coins ?? []);
  return withoutTransaction(facts);
}

/** cancelling → cancelled. AMP's order reserves nothing, so there is nothing to cancel there. */
export const cancelSupply: Step<SignedKind> = async ({ facts }, { node }) => {
  const released = facts.supply?.coins?.length ?? 0;
  return { state: "cancelled", facts: await release(facts, node), detail: { released }, againInMs: null };
};
