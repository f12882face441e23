import type { Assignment } from "@/lib/contracts/amp/assignments";
import type { WantedAssignment } from "@/lib/domain/assignment-batch";
import { AppError } from "@/lib/errors";
import { assignmentMakingText } from "@/lib/messages/assignment-making";
import type { AmpClient } from "@/server/amp/client";

/** AMP: POST /assets/{a}/assignments/create, of one. @throws AppError INTERNAL when AMP does not say what it made */
export async function makeAssignment(
  amp: AmpClient,
  assetUuid: string,
  { registeredUser, amountSats, isReady, vestsAt }: Omit<WantedAssignment, "userName">,
): Promise<Assignment> {
  const draft = { registeredUser, amount: amountSats, readyForDistribution: isReady };
  const [made] = await amp.call("createAssignment", {
    path: { assetUuid },
    body: { assignments: [{ ...draft, vestingTimestamp: vestsAt }] },
  });
  if (!made) throw new AppError("INTERNAL", assignmentMakingText.noAnswer);
  return made;
}
