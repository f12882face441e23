import { AppError } from "@/lib/errors";
import { userDeletionText } from "@/lib/messages/user-deletion";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import { userSummaries } from "@/server/amp/user-summaries";

/**
 * Who has or is owed units stays registered: that AMP itself refuses to delete them is written nowhere. What an account may
 * not see does not count. AMP: GET /registered_users/{u}/summary
 * @throws AppError REJECTED
 */
export async function requireNothingOwed(amp: AmpClient, registeredUserId: number): Promise<void> {
  const summaries = await orNull(userSummaries(amp, registeredUserId)).catch((cause: unknown) => {
    throw notLookedUp(cause);
  });
  const involved = summaries?.filter(
    ({ balance, assignments }) => balance > 0n || assignments.some(({ isDistributed }) => !isDistributed),
  );
  if (involved?.length) throw new AppError("REJECTED", userDeletionText.stillOwed(involved.length));
}

/** Nothing was asked for yet: a job must not take it for a deletion whose answer was lost. */
function notLookedUp(cause: unknown): unknown {
  if (!(cause instanceof AppError)) return cause;
  if (cause.code === "UNAVAILABLE")
    return new AppError(cause.code, cause.message, { cause, retryable: true });
  return cause.code === "INTERNAL"
    ? new AppError("REJECTED", userDeletionText.notLookedUp, { cause })
    : cause;
}
