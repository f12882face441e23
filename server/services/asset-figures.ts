import { after } from "@/lib/after";
import type { AssetSummary } from "@/lib/contracts/amp/summary";
import type { Actor } from "@/lib/domain/actor";
import { may } from "@/lib/policy";
import { atATime } from "@/server/platform/at-a-time";
import { holdIn } from "@/server/platform/bounded";
import { unhurried } from "@/server/platform/request-context";
import { type Asset, getSummary } from "./assets";
import { countLacking } from "./blinders";

/**
 * Figures of all assets of a workspace, which AMP tells one by one: kept in this process for a while, read a few at a
 * time, and never waited for longer than a page may take. What is not there yet comes with the next look.
 */

interface Figure<T> {
  value: T;
  /** When it was read. */
  at: number;
}

const BUDGET_MS = 4_000;
/** The first ones are on the page, and read again each time somebody looks. */
const SHOWN_MS = 5_000;
const OTHERS_MS = 5 * 60_000;
/** Transactions are read for these; what was mended is soon seen. */
const LACKING_MS = 2 * 60_000;
const NOTHING_LACKING_MS = 15 * 60_000;
const MAX_HELD = 20_000;

const summaries = new Map<string, Figure<AssetSummary>>();
const lacking = new Map<string, Figure<number>>();
const running = new Map<string, Promise<void>>();

export interface AssetFigures {
  summary: AssetSummary | null;
  /** Treasury outputs without blinders at AMP; null: not known (yet). */
  lacking: number | null;
  /** When AMP told the summary; null: not yet. */
  asOf: Date | null;
  /** The same of `lacking`. */
  lackingAsOf: Date | null;
}

/**
 * AMP: GET /assets/{a}/summary and, for issuers, as `countLacking`
 * @param shown how many of `assets` are on the page
 */
export async function figuresOfAll(
  actor: Actor,
  assets: Asset[],
  shown: number,
  budgetMs = BUDGET_MS,
): Promise<Map<string, AssetFigures>> {
  await Promise.race([readDue(actor, assets, shown), after(budgetMs)]);
  return heldFigures(actor, assets);
}

const keyOf = ({ workspaceId }: Actor, { assetUuid }: Asset): string => `${workspaceId}:${assetUuid}`;

/** What is known of them without a question. */
export function heldFigures(actor: Actor, assets: Asset[]): Map<string, AssetFigures> {
  const mayTell = may(actor.role, "blinders:run");
  const key = (asset: Asset) => keyOf(actor, asset);
  return new Map(
    assets.map((asset) => [
      asset.assetUuid,
      {
        summary: summaries.get(key(asset))?.value ?? null,
        lacking: mayTell ? (lacking.get(key(asset))?.value ?? null) : null,
        asOf: timeOf(summaries.get(key(asset))),
        lackingAsOf: mayTell ? timeOf(lacking.get(key(asset))) : null,
      },
    ]),
  );
}

/** One round per workspace at a time, however many look. */
function readDue(actor: Actor, assets: Asset[], shown: number): Promise<void> {
  const key = (asset: Asset) => keyOf(actor, asset);
  const before = running.get(actor.workspaceId);
  if (before) return before;
  const isOld = (figure: Figure<unknown> | undefined, keptMs: number) =>
    figure === undefined || Date.now() - figure.at > keptMs;
  const tasks = assets
    .filter((asset, place) => isOld(summaries.get(key(asset)), place < shown ? SHOWN_MS : OTHERS_MS))
    .map((asset) => () => keep(summaries, key(asset), () => getSummary(actor, asset.assetUuid)));
  if (may(actor.role, "blinders:run")) {
    const due = assets.filter((asset) => {
      const figure = lacking.get(key(asset));
      return isOld(figure, figure?.value === 0 ? NOTHING_LACKING_MS : LACKING_MS);
    });
    tasks.push(
      ...due.map((asset) => () => keep(lacking, key(asset), () => countLacking(actor, asset.assetUuid))),
    );
  }
  const round = unhurried(() => atATime(tasks, (task) => task())).finally(() =>
    running.delete(actor.workspaceId),
  );
  running.set(actor.workspaceId, round);
  return round;
}

const timeOf = (figure: Figure<unknown> | undefined): Date | null => (figure ? new Date(figure.at) : null);

/**
 * One asset that AMP cannot sum up must not hide the others. While a new figure is on its way the last one stands, with
 * its time; once AMP refuses, none does.
 */
async function keep<T>(held: Map<string, Figure<T>>, key: string, read: () => Promise<T>): Promise<void> {
  try {
    const value = await read();
    holdIn(held, MAX_HELD, key, { value, at: Date.now() });
  } catch {
    held.delete(key);
    // The page says of this asset that it is not readable; what concerns all of them its own reads have told.
  }
}
