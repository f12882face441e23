import type { Asset } from "@/lib/contracts/amp/assets";
import type { Ownership } from "@/lib/contracts/amp/ownerships";
import type { Actor } from "@/lib/domain/actor";
import { balancesOf, checkOf, type HeightCheck } from "@/lib/domain/height-check";
import { type Moment, type MomentView, readMoment } from "@/lib/domain/moment";
import type { Balances } from "@/lib/domain/movements";
import { AppError } from "@/lib/errors";
import { ownershipText } from "@/lib/messages/ownership";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { balancesAt } from "@/server/history/balances-store";
import { readMoves } from "@/server/history/read";
import { findLastMove, forgetMoves, type History, noteUse } from "@/server/history/store";
import { now } from "@/server/platform/clock";
import { getAsset } from "./assets";

/** @throws AppError INVALID_INPUT for what is neither a block nor a time */
export function askedMoment(text: string | undefined): Moment {
  const moment = readMoment(text);
  if (!moment) throw new AppError("INVALID_INPUT", ownershipText.moment.problem);
  return moment;
}

/** The asset's movements, up to date. AMP: GET /assets/{a}/txs */
export async function openHistory(actor: Actor, asset: Asset): Promise<History> {
  await authorize(actor, "ownership:read", asset.assetUuid);
  const history = await readMoves(await ampAs(actor), actor.workspaceId, asset);
  await noteUse(history);
  return history;
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
 * Lays AMP's own answer for a block beside what the movements add up to.
 * AMP: GET /assets/{a}/ownerships?height=, …/txs; only where they differ …/ownerships and …/lost-outputs
 */
export async function checkHeight(actor: Actor, assetUuid: string, height: number): Promise<HeightCheck> {
  const asset = await getAsset(actor, assetUuid);
  const history = await openHistory(actor, asset);
  const amp = await ampAs(actor);
  const path = { assetUuid };
  const moved = await balancesAt(history, height);
  const told = await tell(amp.rows("listOwnerships", { path, query: { height } })).catch(nullWhenRefused);
  const first = checkOf({ height, amp: told, today: moved, moved, lostOutputs: 0 });
  if (first.verdict === "agrees" || first.verdict === "refused") return first;
  const [today, lost] = await Promise.all([
    tell(amp.rows("listOwnerships", { path })),
    amp.call("listLostOutputs", { path }),
  ]);
  return checkOf({ height, amp: told, today, moved, lostOutputs: lost.lostOutputs.length });
}

/** AMP's rows, however many, as they arrive. */
async function tell(portions: AsyncIterable<Ownership[]>): Promise<Balances> {
  const rows: Ownership[] = [];
  for await (const portion of portions) rows.push(...portion);
  return balancesOf(rows);
}

/** An AMP that knows no heights refuses the question; one that is away has said nothing. */
function nullWhenRefused(error: unknown): null {
  if (error instanceof AppError && (error.code === "REJECTED" || error.code === "NOT_FOUND")) return null;
  throw error;
}

/** Reads all of an asset's transactions once more. AMP: GET /assets/{a}/txs */
export async function readHistoryAgain(actor: Actor, input: { assetUuid: string }): Promise<void> {
  const asset = await getAsset(actor, input.assetUuid);
  await authorize(actor, "ownership:read", input.assetUuid);
  await forgetMoves({ workspaceId: actor.workspaceId, assetUuid: input.assetUuid });
  await readMoves(await ampAs(actor), actor.workspaceId, asset);
}
