import type { AssetTx } from "@/lib/contracts/amp/transactions";
import type { AmpClient } from "@/server/amp/client";
import { orNull } from "@/server/amp/look-up";
import { atATime } from "@/server/platform/at-a-time";
import { findWalk, lackingBeside, type WalkKey } from "./lacking-store";

const PAGE = 25;
/** The watch comes by every quarter of an hour: of more it has not been there for long. */
const MOST_NEWER = 200;

/** Where the watch has looked through all transactions of an asset. */
interface MaybeLacking {
  /** Those that came since, as AMP has them now. */
  newer: AssetTx[];
  /** The others that it found, as AMP has them now; null: they are more than are asked for. */
  found: AssetTx[] | null;
}

/**
 * The transactions of which AMP may lack blinders. AMP: GET /assets/{a}/txs, the newest; …/txs/{txid} for each that was found
 * @param most that are asked for one by one
 * @returns null when the watch has not looked through all of them, or long ago
 */
export async function maybeLacking(amp: AmpClient, key: WalkKey, most: number): Promise<MaybeLacking | null> {
  const { isWalked, walkedTxid } = await findWalk(key);
  if (!isWalked || walkedTxid === null) return null;
  const read = await readBackTo(amp, key, walkedTxid);
  if (!read) return null;
  const newer = [...read.values()];
  const known = await lackingBeside(key, [...read.keys()], most + 1);
  return { newer, found: known.length > most ? null : await readEach(amp, key, known) };
}

async function readEach(amp: AmpClient, { assetUuid }: WalkKey, txids: string[]): Promise<AssetTx[]> {
  const read = new Map<string, AssetTx>();
  await atATime(txids, async (txid) => {
    const found = await orNull(amp.call("getTransaction", { path: { assetUuid, txid } }));
    if (found) read.set(txid, found);
  });
  // In the same order each time, however soon each was answered: what is approved is formed twice.
  return txids.flatMap((txid) => read.get(txid) ?? []);
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
