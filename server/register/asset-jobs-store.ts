import { and, eq, inArray, ne, notInArray, or, sql } from "drizzle-orm";
import type { JobAbout } from "@/lib/domain/assignment-jobs";
import { type Db, db } from "@/server/db/client";
import { LOCKS } from "@/server/db/locks";
import { userJobs } from "@/server/db/schema/register";
import { workspacesBeside } from "@/server/vault/store";

/** What keeps a job of an asset's assignments waiting for another one. */

export const isOfAsset = (assetUuid: string) =>
  and(eq(userJobs.kind, "assignments"), sql`${userJobs.about}::jsonb ->> 'assetUuid' = ${assetUuid}`);

/**
 * Of another workspace of the environment, and carried out: one that rests until its person goes on holds up nobody else.
 */
const isCarriedElsewhere = (workspaceId: string) =>
  and(
    inArray(userJobs.workspaceId, workspacesBeside(workspaceId)),
    ne(userJobs.workspaceId, workspaceId),
    inArray(userJobs.state, ["running", "cancelling"]),
  );

/** Whether another job works on the asset's assignments. Two who ask at once ask one after the other. */
export async function isBusy(
  tx: Db,
  { workspaceId, about }: { workspaceId: string; about: JobAbout },
): Promise<boolean> {
  if (about.kind !== "assignments") return false;
  const { assetUuid } = about;
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.jobOfAsset}, hashtext(${assetUuid}))`);
  const isOwn = and(eq(userJobs.workspaceId, workspaceId), notInArray(userJobs.state, ["done", "cancelled"]));
  const found = await tx
    .select({ id: userJobs.id })
    .from(userJobs)
    .where(and(isOfAsset(assetUuid), or(isOwn, isCarriedElsewhere(workspaceId))))
    .limit(1);
  return found.length > 0;
}

/** Whether another account is changing many assignments of the asset. */
export const isChangedElsewhere = async (workspaceId: string, assetUuid: string): Promise<boolean> =>
  (await db().$count(userJobs, and(isOfAsset(assetUuid), isCarriedElsewhere(workspaceId)))) > 0;
