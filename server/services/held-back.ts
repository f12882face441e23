import type { Asset } from "@/lib/contracts/amp/assets";
import type { Actor } from "@/lib/domain/actor";
import type { AssignmentRow } from "@/lib/domain/assignment";
import type { HeldBack, HeldBackPage } from "@/lib/domain/distribution";
import { missingCategories, requiredOf } from "@/lib/domain/eligibility";
import { authorize } from "@/server/auth/authorize";
import { getAsset, requireUuid } from "./assets";
import { type OpenRows, openRows } from "./assignments";

interface Judged {
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

/** What a page shows at first, and what a person who asks for more gets at once. */
const [FIRST, MORE] = [25, 250];

export const firstHeldBack = (judged: readonly Judged[]): HeldBackPage => portionOf(judged, 0, FIRST);

function portionOf(judged: readonly Judged[], after: number, limit: number): HeldBackPage {
  const all = judged.flatMap(({ row, why }) => (why === null ? [] : [{ row, why }]));
  const left = all.filter(({ row }) => row.id > after).sort((a, b) => a.row.id - b.row.id);
  const rows = left.slice(0, limit).map(({ row: { id, registeredUser, userName, amount }, why }) => ({
    ...{ id, registeredUser, userName, why },
    amountSats: amount,
  }));
  return { rows, total: all.length, next: left.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

/**
 * More of those that would stay behind now. AMP: as `previewDistribution`
 * @param after the number behind which they begin
 */
export async function readHeldBack(actor: Actor, assetUuid: string, after: number): Promise<HeldBackPage> {
  requireUuid(assetUuid);
  await authorize(actor, "distribution:run", assetUuid);
  const [asset, open] = await Promise.all([getAsset(actor, assetUuid), openRows(actor, assetUuid)]);
  return portionOf(judge(asset, open), after, MORE);
}
