import { signedAmount } from "@/lib/domain/activities";
import type { Actor } from "@/lib/domain/actor";
import type { LatestActivities, LatestActivity } from "@/lib/domain/overview";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { atATime } from "@/server/platform/at-a-time";
import { type Asset, allAssets } from "./assets";

const SHOWN = 8;
/** Assets that are asked about for one page. */
const ASKED = 24;

/**
 * The newest movements over the first assets of a workspace. AMP: GET /assets/{a}/activities, a few rows of each
 */
export async function latestActivities(actor: Actor): Promise<LatestActivities> {
  const assets = await allAssets(actor);
  const asked = assets.slice(0, ASKED);
  const found: LatestActivity[] = [];
  await atATime(asked, async (asset) => {
    found.push(...(await newestOf(actor, asset)));
  });
  const place = (row: LatestActivity) => (row.blockheight > 0 ? row.blockheight : Number.MAX_SAFE_INTEGER);
  const rows = found
    .sort((a, b) => place(b) - place(a) || b.datetime.getTime() - a.datetime.getTime())
    .slice(0, SHOWN);
  return { rows, asked: asked.length, total: assets.length };
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
