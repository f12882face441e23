import type { Actor } from "@/lib/domain/actor";
import { type UserVesting, vestingDates } from "@/lib/domain/vesting";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { allAssets, getAsset } from "./assets";
import { allAssignments } from "./assignments";

/** When what becomes distributable. AMP: GET /assets/{a}, …/assignments, GET /registered_users/ */
export async function readVesting(actor: Actor, assetUuid: string) {
  await authorize(actor, "assignment:read", assetUuid);
  const [asset, rows] = await Promise.all([getAsset(actor, assetUuid), allAssignments(actor, assetUuid)]);
  return { asset, dates: vestingDates(rows), asOf: now() };
}

/**
 * A user's open assignments of every asset the person may see, the next to vest first.
 * AMP: GET /registered_users/{u}/summary, and the assets
 */
export async function readUserVesting(actor: Actor, userId: number): Promise<UserVesting[]> {
  await authorize(actor, "user:read");
  const amp = await ampAs(actor);
  const [summaries, assets] = await Promise.all([
    amp.call("getUserSummary", { path: { registeredUserId: userId } }),
    allAssets(actor),
  ]);
  const byUuid = new Map(assets.map((asset) => [asset.assetUuid, asset]));
  const rows = summaries.flatMap((summary) => {
    const asset = byUuid.get(summary.assetUuid);
    if (!asset) return [];
    const { assetUuid, name, ticker, precision } = asset;
    return summary.assignments
      .filter(({ isDistributed }) => !isDistributed)
      .map((row) => ({
        ...{ assetUuid, assetName: name, ticker, precision, assignmentId: row.id, sats: row.amount },
        ...{ vestsAt: row.vestingTimestamp, hasVested: row.hasVested, isReady: row.readyForDistribution },
        isInDistribution: row.distributionUuid !== null,
      }));
  });
  const time = (row: UserVesting) => (row.hasVested ? 0 : (row.vestsAt?.getTime() ?? 0));
  return rows.sort((a, b) => time(a) - time(b) || a.assignmentId - b.assignmentId);
}
