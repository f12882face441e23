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
  const [jobs, batches] = await Promise.all([
    may(actor.role, "user:write") ? openJobs(actor.workspaceId, LIMIT) : [],
    may(actor.role, "assignment:read") ? openBatchesOfAll(actor.workspaceId, LIMIT) : [],
  ]);
  const at = now();
  const named = batches.flatMap((batch): Work[] => {
    const asset = assets?.find(({ assetUuid }) => assetUuid === batch.assetUuid);
    if (assets && !asset) return [];
    const work = workOfBatch(batch, at);
    return [{ ...work, title: overviewText.alerts.watch(work.title, asset?.name ?? batch.assetUuid) }];
  });
  const all = [...named, ...jobs.map(workOfJob)];
  return (["danger", "waiting", "info"] as const).flatMap((tone) => all.filter((one) => one.tone === tone));
}

/** The same for the treasury's page, which issuers alone may see, and which does not fall with AMP. */
export async function readWork(actor: Actor): Promise<Work[]> {
  await authorize(actor, "treasury:read");
  return listWork(actor, await allAssets(actor).catch(() => null));
}
