import { currentPart } from "@/lib/domain/batches";
import { isOwnOrder } from "@/lib/domain/foreign-order";
import { findOperation, listOperations, type Operation } from "./store";

/** The one open operation of an asset. */
export async function openOperationOf(workspaceId: string, assetUuid: string): Promise<Operation | null> {
  const [listed] = await listOperations(workspaceId, { assetUuid, state: "open", limit: 1 });
  return listed ? findOperation(listed.id) : null;
}

/** Whether the operation carries out an order of AMP's over these assignments. */
export const isOfOperation = (
  open: Operation | null,
  distributionUuid: string,
  members: readonly { id: number }[],
): boolean =>
  open?.kind === "distribution" &&
  isOwnOrder(distributionUuid, members, {
    facts: open.facts,
    assignmentIds: currentPart(open).assignments.map(({ assignmentId }) => assignmentId),
  });
