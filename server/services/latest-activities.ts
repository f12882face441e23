import { signedAmount } from "@/lib/domain/activities";
import type { Actor } from "@/lib/domain/actor";
import type { LatestActivities, LatestActivity } from "@/lib/domain/overview";
import { AppError } from "@/lib/errors";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { atATime } from "@/server/platform/at-a-time";
import { now } from "@/server/platform/clock";
import { type Asset, readableAssets } from "./assets";

const SHOWN = 8;
/** Assets that are asked about for one page. */
const ASKED = 24;

/**
 * The newest movements over the first assets of a workspace. One whose movements AMP does not tell hides no other.
 * AMP: GET /assets/{a}/activities, a few rows of each
 * @throws AppError when AMP tells of none
 */
export async function latestActivities(actor: Actor): Promise<LatestActivities> {
  const asOf = now();
  const { assets, unreadable } = await readableAssets(actor);
  const asked = assets.slice(0, ASKED);
  const found: LatestActivity[] = [];
  const failures: AppError[] = [];
  await atATime(asked, async (asset) => {
    try {
      found.push(...(await newestOf(actor, asset)));
    } catch (error) {
      if (!(error instanceof AppError) || error.code === "UNAUTHENTICATED") throw error;
      failures.push(error);
    }
  });
  if (failures[0] && failures.length === asked.length) throw failures[0];
  const place = (row: LatestActivity) => (row.blockheight > 0 ? row.blockheight : Number.MAX_SAFE_INTEGER);
  const rows = found
    .sort((a, b) => place(b) - place(a) || b.datetime.getTime() - a.datetime.getTime())
    .slice(0, SHOWN);
  return { rows, told: asked.length - failures.length, total: assets.length + unreadable.length, asOf };
}

async function newestOf(actor: Actor, asset: Asset): Promise<LatestActivity[]> {
  const { assetUuid, name, ticker, precision } = asset;
  await authorize(actor, "activity:read", assetUuid);
  const query = { start: 0, count: SHOWN, sortColumn: "blockheight", sortOrder: "desc" as const };
  const rows = await (await ampAs(actor)).call("listActivities", { path: { assetUuid }, query });
  return rows.map(({ type, datetime, blockheight, txid, vout, amount }) => ({
    type,
    datetime,
    blockheight,
    txid,
    vout,
    assetUuid,
    assetName: name,
    ticker,
    precision,
    amountSats: signedAmount(type, amount),
  }));
}
