import type { Asset } from "@/lib/contracts/amp/assets";
import type { Freshness } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { holdIn } from "@/server/platform/bounded";
import { now } from "@/server/platform/clock";

/** What a person types is looked up again and again; nothing is decided by it. */
const TOLD_FOR_MS = 60_000;
const MOST_HELD = 1_000;

interface Told {
  asOf: Date;
  /** By `performance.now()`. */
  at: number;
  sats: Promise<bigint>;
}

const told = new Map<string, Told>();

/** What AMP says that the treasury holds, in sats. Its answer names every owner, so it is read row by row. AMP: GET /assets/{a}/balance */
export async function treasuryNow(actor: Actor, { assetUuid, issuer }: Asset): Promise<bigint> {
  await authorize(actor, "assignment:read", assetUuid);
  const amp = await ampAs(actor);
  let sats = 0n;
  for await (const rows of amp.rows("getBalance", { path: { assetUuid } })) {
    for (const { gaid, owner, amount } of rows) {
      if (gaid === null && owner === String(issuer)) sats += amount;
    }
  }
  return sats;
}

/** The same as AMP told it within the last minute. */
export async function treasuryTold(
  actor: Actor,
  asset: Asset,
): Promise<{ sats: bigint; freshness: Freshness }> {
  await authorize(actor, "assignment:read", asset.assetUuid);
  const key = `${actor.workspaceId} ${asset.assetUuid}`;
  const known = told.get(key);
  if (known && performance.now() - known.at < TOLD_FOR_MS) return shown(known, "mirror");
  const asked = { asOf: now(), at: performance.now(), sats: treasuryNow(actor, asset) };
  holdIn(told, MOST_HELD, key, asked);
  asked.sats.catch(() => told.get(key) === asked && told.delete(key));
  return shown(asked, "amp");
}

const shown = async ({ asOf, sats }: Told, source: Freshness["source"]) => ({
  sats: await sats,
  freshness: { asOf, source },
});
