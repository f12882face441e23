import { AppError } from "@/lib/errors";
import { userDeletionText } from "@/lib/messages/user-deletion";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";

/**
 * Who has or is owed units stays registered: that AMP itself refuses to delete them is written nowhere. What an account may
 * not see does not count. AMP: GET /registered_users/{u}/summary
 * @throws AppError REJECTED
 */
export async function requireNothingOwed(amp: AmpClient, registeredUserId: number): Promise<void> {
  const summaries = await orNull(amp.call("getUserSummary", { path: { registeredUserId } }));
  const involved = summaries?.filter(
    ({ balance, assignments }) => balance > 0n || assignments.some(({ isDistributed }) => !isDistributed),
  );
  if (involved?.length) throw new AppError("REJECTED", userDeletionText.stillOwed(involved.length));
}
