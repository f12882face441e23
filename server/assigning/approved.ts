import { findOperation, listOperations } from "@/server/treasury/store";

/** The distribution of an asset that is under way. */
export async function openDistribution(workspaceId: string, assetUuid: string) {
  const where = { assetUuid, kinds: ["distribution" as const], state: "open" as const, limit: 1 };
  return (await listOperations(workspaceId, where))[0];
}

/** Whether a person approved an assignment for the distribution that is under way. */
export async function isApproved(
  workspaceId: string,
  assetUuid: string,
  assignmentId: number,
): Promise<boolean> {
  const open = await openDistribution(workspaceId, assetUuid);
  const intent = open && (await findOperation(open.id))?.intent;
  if (!intent || !("assignments" in intent)) return false;
  return intent.assignments.some((row) => row.assignmentId === assignmentId);
}
