import { after } from "@/lib/after";
import type { Asset } from "@/lib/contracts/amp/assets";
import type { Actor } from "@/lib/domain/actor";
import { type HeightCheck, type HeightVerdict, isByLoss } from "@/lib/domain/height-check";
import { type Moment, type MomentView, readMoment } from "@/lib/domain/moment";
import { AppError } from "@/lib/errors";
import { ownershipText } from "@/lib/messages/ownership";
import { ownershipMomentText } from "@/lib/messages/ownership-moment";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { readMoves } from "@/server/history/read";
import { findLastMove, findTail, forgetMoves, type History, noteUse } from "@/server/history/store";
import { isToldToday, keepTold, toldBeside, withTold } from "@/server/history/told-store";
import { now } from "@/server/platform/clock";
import { isPageRead, unhurried } from "@/server/platform/request-context";
import { getAsset } from "./assets";

/** @throws AppError INVALID_INPUT for what is neither a block nor a time */
export function askedMoment(text: string | undefined): Moment {
  const moment = readMoment(text);
  if (!moment) throw new AppError("INVALID_INPUT", ownershipText.moment.problem);
  return moment;
}

/**
 * The asset's movements, up to date. A page does not wait for all of them the first time, when they may be many: they are read
 * on behind it, or by the worker, and it looks again. AMP: GET /assets/{a}/txs
 * @throws AppError UNAVAILABLE, as being under way
 */
export async function openHistory(actor: Actor, asset: Asset): Promise<History> {
  await authorize(actor, "ownership:read", asset.assetUuid);
  const key = { workspaceId: actor.workspaceId, assetUuid: asset.assetUuid };
  const history = isPageRead()
    ? await readForPage(actor, asset, (await findTail(key, 1)).known === 0)
    : await readMoves(await ampAs(actor), actor.workspaceId, asset);
  await noteUse(key);
  if (history) return history;
  const text = ownershipMomentText.history.readSoFar((await findTail(key, 1)).known);
  throw new AppError("UNAVAILABLE", text, { retryable: true, isUnderWay: true });
}

const PAGE_WAITS_MS = 4_000;
interface Behind {
  reading: Promise<History>;
  /** Nothing was known before it. */
  isFirst: boolean;
}
const underWay = new Map<string, Behind>();

/** @returns null after the time that a page waits for the first reading */
function readForPage(actor: Actor, asset: Asset, isFirst: boolean): Promise<History | null> {
  const behind = readBehind(actor, asset, isFirst);
  if (!behind.isFirst) return behind.reading;
  return Promise.race([behind.reading, after(PAGE_WAITS_MS).then(() => null)]);
}

/** One reading of each at a time, which goes on when the page that began it waits no longer. */
function readBehind(actor: Actor, asset: Asset, isFirst: boolean): Behind {
  const name = `${actor.workspaceId} ${asset.assetUuid}`;
  const known = underWay.get(name);
  if (known) return known;
  const read = async () => readMoves(await ampAs(actor), actor.workspaceId, asset);
  const behind = { reading: isFirst ? unhurried(read) : read(), isFirst };
  underWay.set(name, behind);
  const end = () => underWay.delete(name);
  behind.reading.then(end, end);
  return behind;
}

/**
 * The block whose state a moment has: a height itself, and for a time the block of the last movement before it, after
 * which nothing moved until then. So no block's time has to be guessed.
 */
export async function momentOf(history: History, asked: Moment): Promise<MomentView> {
  const [last, latest] = await Promise.all([findLastMove(history, asked), findLastMove(history)]);
  return {
    asked,
    height: asked.height ?? last?.height ?? 0,
    last,
    isLatest: last?.height === latest?.height,
    isFuture: asked.at !== undefined && asked.at > now(),
  };
}

/**
 * Lays AMP's own answer for a block beside what the movements add up to. However many accounts it tells of, they are
 * written down as they arrive and compared by PostgreSQL.
 * AMP: GET /assets/{a}/ownerships?height=, …/txs; only where they differ …/lost-outputs and …/ownerships
 */
export async function checkHeight(actor: Actor, assetUuid: string, height: number): Promise<HeightCheck> {
  const asset = await getAsset(actor, assetUuid);
  const history = await openHistory(actor, asset);
  const amp = await ampAs(actor);
  const path = { assetUuid };
  return withTold(actor.workspaceId, async (check) => {
    const then = amp.rows("listOwnerships", { path, query: { height } });
    const isTold = await keepTold(check, then).then(() => true, falseWhenRefused);
    if (!isTold) return { height, verdict: "refused", accounts: 0, largest: [] };
    const { areShort, ...told } = await toldBeside(check, history, height);
    const as = (verdict: HeightVerdict): HeightCheck => ({ height, verdict, ...told });
    if (told.accounts === 0) return as("agrees");
    const { lostOutputs } = await amp.call("listLostOutputs", { path });
    if (isByLoss({ ...told, areShort }, lostOutputs.length)) return as("lost");
    await keepTold(check, amp.rows("listOwnerships", { path }), "today");
    return as((await isToldToday(check)) ? "today" : "differs");
  });
}

/** An AMP that knows no heights refuses the question; one that is away has said nothing. */
function falseWhenRefused(error: unknown): false {
  if (error instanceof AppError && (error.code === "REJECTED" || error.code === "NOT_FOUND")) return false;
  throw error;
}

/** Reads all of an asset's transactions once more. AMP: GET /assets/{a}/txs */
export async function readHistoryAgain(actor: Actor, input: { assetUuid: string }): Promise<void> {
  const asset = await getAsset(actor, input.assetUuid);
  await authorize(actor, "ownership:read", input.assetUuid);
  await forgetMoves({ workspaceId: actor.workspaceId, assetUuid: input.assetUuid });
  await readMoves(await ampAs(actor), actor.workspaceId, asset);
}
