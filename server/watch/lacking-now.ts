import type { AssetTx } from "@/lib/contracts/amp/transactions";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import { atATime } from "@/server/platform/at-a-time";
import { findWalk, lackingBeside, type WalkKey } from "./lacking-store";

const PAGE = 25;
/** The watch comes by every quarter of an hour: of more it has not been there for long. */
const MOST_NEWER = 200;

/**
 * The transactions of which AMP may lack blinders, as it has them now: those that came since the watch looked through all of
 * them, and those that it found. AMP: GET /assets/{a}/txs, the newest; …/txs/{txid} for each that was found
 * @param most that are asked for one by one
 * @returns null when it has not looked through them, or found more: then the list itself has to be read
 */
export async function maybeLacking(amp: AmpClient, key: WalkKey, most: number): Promise<AssetTx[] | null> {
  const { isWalked, walkedTxid } = await findWalk(key);
  if (!isWalked || walkedTxid === null) return null;
  const read = await readBackTo(amp, key, walkedTxid);
  const known = read && (await lackingBeside(key, [...read.keys()], most + 1));
  if (!known || known.length > most) return null;
  await atATime(known, async (txid) => {
    const path = { assetUuid: key.assetUuid, txid };
    const found = await orNull(amp.call("getTransaction", { path }));
    if (found) read.set(txid, found);
  });
  return [...read.values()];
}

/** The newest, up to one that is known; null where it is not among them. */
async function readBackTo(
  amp: AmpClient,
  { assetUuid }: WalkKey,
  txid: string,
): Promise<Map<string, AssetTx> | null> {
  const read = new Map<string, AssetTx>();
  for (let start = 0; start < MOST_NEWER; start += PAGE) {
    const query = { start, count: PAGE, sortOrder: "desc" as const };
    const page = await amp.call("listTransactions", { path: { assetUuid }, query });
    for (const transaction of page) read.set(transaction.txid, transaction);
    if (read.has(txid)) return read;
    if (page.length < PAGE) return null;
  }
  return null;
}
