import type { CommandItem } from "@/lib/command";
import type { Actor } from "@/lib/domain/actor";
import { shortenMiddle } from "@/lib/format/ids";
import { transactionsText } from "@/lib/messages/transactions";
import { routes } from "@/lib/routes";
import { noneWhenRefused } from "@/server/amp/look-up";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { assetsMovedBy } from "@/server/history/store";
import { atATime } from "@/server/platform/at-a-time";
import { type Asset, readableAssets } from "./assets";

/** With its output's number or without, as explorers and wallets give it. */
const TRANSACTION = /^([0-9a-f]{64})(?::\d{1,5})?$/;
/** Assets of which AMP is asked when no copy knows the transaction. */
const MOST_ASKED = 24;

/**
 * Of which assets a whole transaction id is one: by the desk's copies of their movements, else by AMP.
 * AMP: GET /assets/{a}/txs/{txid}
 */
export async function findTransaction(actor: Actor, text: string): Promise<CommandItem[]> {
  await authorize(actor, "transaction:read");
  const txid = TRANSACTION.exec(text.trim().toLowerCase())?.[1];
  if (txid === undefined) return [];
  const { assets } = await readableAssets(actor);
  // An asset's id looks the same.
  if (assets.some(({ assetId }) => assetId === txid)) return [];
  const known = new Set(await assetsMovedBy(actor.workspaceId, txid));
  const moved = assets.filter(({ assetUuid }) => known.has(assetUuid));
  const found = moved.length > 0 ? moved : await askEach(actor, assets.slice(0, MOST_ASKED), txid);
  return found.map(({ assetUuid, name }) => ({
    id: `t${assetUuid}`,
    label: shortenMiddle(txid),
    hint: name,
    group: transactionsText.title,
    href: routes.transaction(assetUuid, txid),
  }));
}

/** What is not in a block yet is in no copy. */
async function askEach(actor: Actor, assets: Asset[], txid: string): Promise<Asset[]> {
  const amp = await ampAs(actor);
  const found = new Set<Asset>();
  await atATime(assets, async (asset) => {
    const path = { assetUuid: asset.assetUuid, txid };
    if (await amp.call("getTransaction", { path }).catch(noneWhenRefused)) found.add(asset);
  });
  return assets.filter((asset) => found.has(asset));
}
