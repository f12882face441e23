import { AppError } from "@/lib/errors";
import { assignmentBatchesText } from "@/lib/messages/assignment-batches";
import { worksText } from "@/lib/messages/works";
import { whileFree } from "@/server/treasury/decisions";
import { distributionsUnderWay } from "@/server/treasury/known-operations";
import { findOperation } from "@/server/treasury/store";
import { isApprovedWith } from "./approved";

interface Change {
  assetUuid: string;
  assignmentId: number;
  isLocked: boolean;
}

type Open = Awaited<ReturnType<typeof distributionsUnderWay>>[number];

/**
 * The distributions between whose steps a lock or its end is asked for: to unlock one of one's own nothing has to be waited
 * for.
 */
export async function distributionsBefore(
  workspaceId: string,
  { assetUuid, isLocked }: Pick<Change, "assetUuid" | "isLocked">,
): Promise<Open[]> {
  const open = await distributionsUnderWay(workspaceId, { assetUuid });
  return open.filter((one) => isLocked || one.workspaceId !== workspaceId);
}

/**
 * Asks for a lock or its end between the steps of a distribution that is under way, so that none of them takes the assignment
 * for its own meanwhile.
 * @param entry around what is asked and refused, once a step may be kept waiting
 * @throws AppError CONFLICT for a lock of what a distribution holds back: its end would undo it; for any change of what another
 * account's distribution pays or holds back; a retryable one when a step does not end in time
 */
export async function betweenSteps(
  workspaceId: string,
  change: Change,
  ask: () => Promise<unknown>,
  entry: (work: () => Promise<unknown>) => Promise<unknown> = (work) => work(),
): Promise<void> {
  const open = await distributionsBefore(workspaceId, change);
  const unlessTaken = async () => {
    for (const one of open) await refuseTaken(one, change, one.workspaceId === workspaceId);
    await ask();
  };
  await whileAllFree(open, async () => void (await entry(unlessTaken)));
}

const whileAllFree = ([first, ...others]: readonly Open[], work: () => Promise<void>): Promise<void> =>
  first ? whileFree(first.id, () => whileAllFree(others, work)) : work();

async function refuseTaken({ id }: Open, { assignmentId }: Change, isOwn: boolean): Promise<void> {
  const operation = await findOperation(id);
  const isHeld = operation?.facts.held?.includes(assignmentId) === true;
  if (isOwn) {
    if (isHeld) throw new AppError("CONFLICT", worksText.heldByDistribution);
    return;
  }
  if (isHeld || isApprovedWith(operation, assignmentId))
    throw new AppError("CONFLICT", assignmentBatchesText.approvedElsewhere);
}
