import type { Asset } from "@/lib/contracts/amp/assets";
import type { Freshness } from "@/lib/contracts/list";
import { FIRST_ROWS, MORE_ROWS, type Portion, portionBehind } from "@/lib/contracts/portion";
import type { Actor } from "@/lib/domain/actor";
import type { AssignmentRow } from "@/lib/domain/assignment";
import type { HeldBack, HeldBackRow } from "@/lib/domain/distribution";
import { missingCategories, requiredOf } from "@/lib/domain/eligibility";
import { authorize } from "@/server/auth/authorize";
import { getAsset, requireUuid } from "./assets";
import { type OpenRows, shownOpenRows } from "./assignments";

export interface Judged {
  row: AssignmentRow;
  /** null: it would be sent. */
  why: HeldBack | null;
}

/** Of the open assignments that are in no distribution, which would be sent and why the others would not. */
export const judge = (asset: Asset, { rows, users }: OpenRows): Judged[] =>
  rows
    .filter(({ state }) => state !== "pending")
    .map((row) => ({
      row,
      why: heldBackBy(row, asset, users.get(row.registeredUser)?.categories ?? []),
    }));

function heldBackBy(row: AssignmentRow, asset: Asset, categories: number[]): HeldBack | null {
  if (row.state === "locked") return "locked";
  if (row.state === "vesting") return "vesting";
  if (row.gaid === null) return "no-wallet";
  return missingCategories({ categories }, requiredOf(asset)).length === 0 ? null : "missing-category";
}

export const firstHeldBack = (judged: readonly Judged[]): Portion<HeldBackRow> =>
  portionOf(judged, 0, FIRST_ROWS);

const portionOf = (judged: readonly Judged[], after: number, limit: number): Portion<HeldBackRow> =>
  portionBehind(heldBackOf(judged), ({ id }) => id, after, limit);

const heldBackOf = (judged: readonly Judged[]): HeldBackRow[] =>
  judged
    .flatMap(({ row: { id, registeredUser, userName, amount: amountSats }, why }) =>
      why === null ? [] : [{ id, registeredUser, userName, amountSats, why }],
    )
    .sort((a, b) => a.id - b.id);

/**
 * More of those that would stay behind now. AMP: as `previewDistribution`
 * @param after the number behind which they begin
 */
export async function readHeldBack(
  actor: Actor,
  assetUuid: string,
  after: number,
): Promise<Portion<HeldBackRow>> {
  const { judged } = await judgeNow(actor, assetUuid);
  return portionOf(judged, after, MORE_ROWS);
}

/** All of them. AMP: as `previewDistribution` */
export async function listHeldBack(
  actor: Actor,
  assetUuid: string,
): Promise<{ rows: HeldBackRow[]; freshness: Freshness }> {
  const { judged, freshness } = await judgeNow(actor, assetUuid);
  return { rows: heldBackOf(judged), freshness };
}

async function judgeNow(actor: Actor, assetUuid: string) {
  requireUuid(assetUuid);
  await authorize(actor, "distribution:run", assetUuid);
  const [asset, open] = await Promise.all([getAsset(actor, assetUuid), shownOpenRows(actor, assetUuid)]);
  return { judged: judge(asset, open), freshness: open.freshness };
}
