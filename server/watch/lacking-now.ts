import type { AssetTx } from "@/lib/contracts/amp/transactions";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import { atATime } from "@/server/platform/at-a-time";
import { findWalk, type WalkKey } from "./lacking-store";

const PAGE = 25;
/** The watch comes by every quarter of an hour: of more it has not been there for long. */
const MOST_NEWER = 200;

/**
 * The transactions that came since the watch looked through all of them, as AMP has them now, and the last one that it saw.
 * AMP: GET /assets/{a}/txs, the newest
 * @returns null when the watch has not looked through all, or long ago
 */
export async function newerThanWalk(amp: AmpClient, key: WalkKey): Promise<AssetTx[] | null> {
  const { isWalked, walkedTxid } = await findWalk(key);
  if (!isWalked || walkedTxid === null) return null;
  const read = await readBackTo(amp, key, walkedTxid);
  return read && [...read.values()];
}

/** AMP: GET /assets/{a}/txs/{txid} for each; one that is not there any more is left out */
export async function readEach(amp: AmpClient, { assetUuid }: WalkKey, txids: string[]): Promise<AssetTx[]> {
  const read = new Map<string, AssetTx>();
  await atATime(txids, async (txid) => {
    const found = await orNull(amp.call("getTransaction", { path: { assetUuid, txid } }));
    if (found) read.set(txid, found);
  });
  // In the same order each time, however soon each was answered: what is approved is formed twice.
  return txids.flatMap((txid) => read.get(txid) ?? []);
}

/** The newest, up to one that is known: mostly that is the first, and each may have what hundreds were paid. null where it is not among them. */
async function readBackTo(
  amp: AmpClient,
  { assetUuid }: WalkKey,
  txid: string,
): Promise<Map<string, AssetTx> | null> {
  const read = new Map<string, AssetTx>();
  for (let start = 0, count = 1; start < MOST_NEWER; start += count, count = PAGE) {
    const query = { start, count, sortOrder: "desc" as const };
    const page = await amp.call("listTransactions", { path: { assetUuid }, query });
    for (const transaction of page) read.set(transaction.txid, transaction);
    if (read.has(txid)) return read;
    if (page.length < count) return null;
  }
  return null;
}
