import type { Asset } from "@/lib/contracts/amp/assets";
import { type Move, moveOf } from "@/lib/domain/movements";
import { AppError } from "@/lib/errors";
import { ownershipMomentText } from "@/lib/messages/ownership-moment";
import type { AmpClient } from "@/server/amp/client";
import { appendMoves, findTail, forgetMoves, type History, type HistoryKey } from "./store";

/** A distribution of seventy in each: a page is read and stored within a fraction of a second. */
const PAGE = 50;
/** The last transactions known, which must still be the same ones at the same heights. */
const OVERLAP = 20;
/** Others may write at the same time, or the chain turn: then it begins again. */
const ATTEMPTS = 100;

type HistoryAsset = Pick<Asset, "assetUuid" | "assetId">;

/**
 * Brings the copy of an asset's movements up to date. AMP lists transactions oldest first, so what is new stands at the
 * end. One that it books late takes its place further up and shifts the others; then, as after a reorganisation, the
 * overlap differs and everything is read again. May take seconds the first time; whoever comes meanwhile helps.
 * AMP: GET /assets/{a}/txs, page by page
 * @throws AppError UNAVAILABLE while AMP's list keeps changing, and all of AMP's
 */
export async function readMoves(amp: AmpClient, workspaceId: string, asset: HistoryAsset): Promise<History> {
  const key: HistoryKey = { workspaceId, assetUuid: asset.assetUuid };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const transactions = await readOn(amp, key, asset);
    if (transactions !== null) return { ...key, transactions };
  }
  throw new AppError("UNAVAILABLE", ownershipMomentText.history.unsettled, { retryable: true });
}

/** @returns how many there are; null when it has to be begun again */
async function readOn(amp: AmpClient, key: HistoryKey, asset: HistoryAsset): Promise<number | null> {
  const { known, tail } = await findTail(key, OVERLAP);
  let position = known;
  let overlap: { txid: string; height: number }[] = tail;
  for (;;) {
    const page = await readPage(amp, asset, { start: position - overlap.length, count: PAGE });
    const isSame = overlap.every((one, index) => isAt(page[index], one));
    if (!isSame) {
      await forgetMoves(key);
      return null;
    }
    const news = page.slice(overlap.length);
    if (news.length > 0 && !(await appendMoves(key, position, news))) return null;
    position += news.length;
    // More than was asked for: this AMP does not page, and that was all.
    if (page.length !== PAGE) return position;
    overlap = page.slice(-1);
  }
}

const isAt = (move: Move | undefined, { txid, height }: { txid: string; height: number }): boolean =>
  move?.txid === txid && move.height === height;

/** What waits in the mempool has no height and is left out. */
async function readPage(
  amp: AmpClient,
  { assetUuid, assetId }: HistoryAsset,
  { start, count }: { start: number; count: number },
): Promise<Move[]> {
  const page: Move[] = [];
  const query = { start, count, sortOrder: "asc" as const, heightStart: 1 };
  for await (const rows of amp.rows("listTransactions", { path: { assetUuid }, query }))
    page.push(...rows.map((row) => moveOf(row, assetId)));
  return page;
}
