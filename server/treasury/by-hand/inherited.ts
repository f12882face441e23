import type { ByHand } from "@/lib/domain/by-hand";
import type { OperationFacts } from "@/lib/domain/operation";
import { operationsOfOrder } from "../known-operations";

/**
 * What operations that were closed knew of the same order: the wallet before the first of them sent it or handed it out,
 * the last time that anybody was told to send it, and who has the file.
 */
export async function inheritedBy(
  order: { workspaceId: string; assetUuid: string },
  distributionUuid: string,
): Promise<Pick<ByHand, "since" | "taken">> {
  const closed = await operationsOfOrder(order.workspaceId, order.assetUuid, distributionUuid);
  const known = closed.flatMap(({ facts }) => knownBefore(facts));
  const taken = closed.flatMap(({ facts }) => (facts.byHand ?? facts.returned)?.taken ?? []);
  const [first] = known;
  const at = new Date(Math.max(...known.map((before) => before.at.getTime())));
  return { ...(first ? { since: { ...first, at } } : {}), ...(taken.length > 0 ? { taken } : {}) };
}

/** Oldest first. */
function knownBefore({ byHand = {}, returned, beforeSend }: OperationFacts) {
  const sent = beforeSend && {
    at: beforeSend.at,
    height: beforeSend.height,
    balanceSats: beforeSend.balanceSats,
  };
  return [byHand.since, byHand.before, returned?.before, sent].filter((before) => before !== undefined);
}
