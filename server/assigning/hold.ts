import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import { whileFree } from "@/server/treasury/decisions";
import { findOperation } from "@/server/treasury/store";
import { openDistribution } from "./approved";

interface Change {
  assetUuid: string;
  assignmentId: number;
  isLocked: boolean;
}

/**
 * Asks for a lock between the steps of a distribution that is under way, so that none of them takes the assignment for its
 * own meanwhile; to unlock one nothing has to be waited for.
 * @param entry around what is asked and refused, once a step may be kept waiting
 * @throws AppError CONFLICT for a lock of what a distribution holds back: its end would undo it; a retryable one when a
 * step does not end in time
 */
export async function betweenSteps(
  workspaceId: string,
  { assetUuid, assignmentId, isLocked }: Change,
  ask: () => Promise<unknown>,
  entry: (work: () => Promise<unknown>) => Promise<unknown> = (work) => work(),
): Promise<void> {
  const open = isLocked ? await openDistribution(workspaceId, assetUuid) : undefined;
  if (!open) return void (await entry(ask));
  const unlessHeld = async () => {
    const held = (await findOperation(open.id))?.facts.held;
    if (held?.includes(assignmentId)) throw new AppError("CONFLICT", worksText.heldByDistribution);
    await ask();
  };
  await whileFree(open.id, async () => void (await entry(unlessHeld)));
}
