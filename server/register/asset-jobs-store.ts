import { and, eq, inArray, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { JobAbout } from "@/lib/domain/assignment-jobs";
import type { Db } from "@/server/db/client";
import { LOCKS } from "@/server/db/locks";
import { userJobs } from "@/server/db/schema/register";
import { workspacesBeside } from "@/server/vault/store";

/** What keeps a job of an asset's assignments waiting for another one. */

const isOfAsset = (assetUuid: string) =>
  and(eq(userJobs.kind, "assignments"), sql`${userJobs.about}::jsonb ->> 'assetUuid' = ${assetUuid}`);

/** Of this workspace, and not over. */
export const isOpenOfAsset = (workspaceId: string, assetUuid: string) =>
  and(
    eq(userJobs.workspaceId, workspaceId),
    isOfAsset(assetUuid),
    notInArray(userJobs.state, ["done", "cancelled"]),
  );

/**
 * Of another workspace of the environment, and carried out: one that rests until its person goes on holds up nobody else.
 */
const isCarriedElsewhere = (workspaceId: string, assetUuid: string) =>
  and(
    isOfAsset(assetUuid),
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
  const isInTheWay = or(isOpenOfAsset(workspaceId, assetUuid), isCarriedElsewhere(workspaceId, assetUuid));
  return isAnyInTurn(tx, assetUuid, isInTheWay);
}

/** Whether another account is changing many assignments of the asset. Two who ask at once ask one after the other. */
export const isChangedElsewhere = (tx: Db, workspaceId: string, assetUuid: string): Promise<boolean> =>
  isAnyInTurn(tx, assetUuid, isCarriedElsewhere(workspaceId, assetUuid));

/** Until the transaction's end nobody else begins or continues a change of the asset's assignments. */
async function isAnyInTurn(tx: Db, assetUuid: string, which: SQL | undefined): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.jobOfAsset}, hashtext(${assetUuid}))`);
  const found = await tx.select({ id: userJobs.id }).from(userJobs).where(which).limit(1);
  return found.length > 0;
}
