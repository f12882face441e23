import type { Identity } from "../service";
import { laneContext, type OperatorFeature } from "./context";
import type { Lane } from "./lane";
import { look, lookAgain } from "./look";
import { send } from "./send";

/**
 * Runs `work` with the lane of a feature's operator, alone among all processes.
 * @returns undefined, and nothing was run, while somebody else holds the lane
 * @throws Refusal 0401, 0402 for a chain that is not set up for the feature
 */
export function withLane<T>(
  identity: Identity,
  chainId: bigint,
  feature: OperatorFeature,
  work: (lane: Lane) => Promise<T>,
): Promise<T | undefined> {
  const operator = laneContext(identity, chainId, feature);
  return identity.database.exclusive(`lane:${chainId}:${operator.sender}`, (assertHeld) => {
    const context = { ...operator, assertHeld };
    return work({
      sender: operator.account.address,
      send: (job) => send(context, job),
      look: (jobId) => look(context, jobId),
      lookAgain: (jobId) => lookAgain(context, jobId),
    });
  });
}
