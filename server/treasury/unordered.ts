import { notOrdered } from "@/lib/domain/batches";
import type { OperationState } from "@/lib/domain/operation";
import { distributionsUnderWay, type UnderWay } from "./known-operations";
import { findOperation } from "./store";

/** Whom a distribution under way has still to pay by an order that AMP has not made yet. */
interface Unordered {
  workspaceId: string;
  assetUuid: string;
  users: Set<number>;
}

/** Nothing more is ordered then. */
const ENDING: OperationState[] = ["cancelling", "releasing"];

/**
 * A change of the default GAID or the categories of these users stops the distribution before its next order.
 * @param which of whatever workspace of the environment
 * @returns those that have anybody to pay; where one user was asked for, those that have that one to pay
 */
export async function unorderedUsers(workspaceId: string, which: UnderWay): Promise<Unordered[]> {
  const found: Unordered[] = [];
  for (const { id } of await distributionsUnderWay(workspaceId, which)) {
    const operation = await findOperation(id);
    if (operation?.kind !== "distribution" || ENDING.includes(operation.state)) continue;
    const users = new Set(notOrdered(operation).map(({ registeredUser }) => registeredUser));
    const { userId } = which;
    if (userId === undefined ? users.size > 0 : users.has(userId))
      found.push({ workspaceId: operation.workspaceId, assetUuid: operation.assetUuid, users });
  }
  return found;
}
