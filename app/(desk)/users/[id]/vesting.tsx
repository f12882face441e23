import { UserVestingCard } from "@/components/assignments/vesting/user-vesting-card";
import { ErrorAlert } from "@/components/data/error-alert";
import { pageData } from "@/server/doors/page-data";
import { readUserVesting } from "@/server/services/vesting";

/** The user's open assignments with the day each becomes distributable. */
export async function UserVesting({ userId }: { userId: number }) {
  const section = await pageData((actor) => readUserVesting(actor, userId));
  if (!section.ok) return <ErrorAlert error={section.error} />;
  return <UserVestingCard userId={userId} rows={section.data} isManager={section.actor.role === "manager"} />;
}
