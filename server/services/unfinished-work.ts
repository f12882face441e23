import type { Asset } from "@/lib/contracts/amp/assets";
import type { Actor } from "@/lib/domain/actor";
import { workOfBatch, workOfJob } from "@/lib/domain/unfinished-words";
import type { Work } from "@/lib/domain/unfinished-work";
import { overviewText } from "@/lib/messages/overview";
import { may } from "@/lib/policy";
import { openBatchesOfAll } from "@/server/assigning/open-batches-store";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { openJobs } from "@/server/register/open-jobs-store";
import { allAssets } from "./assets";

/** Of each kind. */
const LIMIT = 50;

/**
 * Bulk changes and batches of this workspace that are not at their end, what is gone at AMP first, what moves by itself
 * last; batches of the actor's assets alone.
 * @param assets null while AMP does not tell of any: batches are then named by the asset's UUID
 */
export async function listWork(actor: Actor, assets: readonly Asset[] | null): Promise<Work[]> {
  await authorize(actor, "asset:list");
  if (actor.preview) return []; // they are the issuer's
  const mayAssign = may(actor.role, "assignment:read");
  const [jobs, batches] = await Promise.all([
    openJobs(actor.workspaceId, LIMIT),
    mayAssign ? openBatchesOfAll(actor.workspaceId, LIMIT) : [],
  ]);
  const at = now();
  const named = (uuid: string, work: Work): Work[] => {
    const asset = assets?.find(({ assetUuid }) => assetUuid === uuid);
    if (assets && !asset) return [];
    return [{ ...work, title: overviewText.alerts.watch(work.title, asset?.name ?? uuid) }];
  };
  const mayWriteUsers = may(actor.role, "user:write");
  const all = [
    ...batches.flatMap((batch) => named(batch.assetUuid, workOfBatch(batch, at))),
    ...jobs.flatMap((job): Work[] => {
      if (job.assetUuid !== null) return mayAssign ? named(job.assetUuid, workOfJob(job)) : [];
      return mayWriteUsers ? [workOfJob(job)] : [];
    }),
  ];
  return (["danger", "waiting", "info"] as const).flatMap((tone) => all.filter((one) => one.tone === tone));
}

/** The same for the treasury's page, which issuers alone may see, and which does not fall with AMP. */
export async function readWork(actor: Actor): Promise<Work[]> {
  await authorize(actor, "treasury:read");
  return listWork(actor, await allAssets(actor).catch(() => null));
}
