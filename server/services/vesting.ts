import type { ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import { authorize } from "@/server/auth/authorize";
import { type Vesting, vestingOf } from "@/server/mirror/open-assignments";
import { type Asset, getAsset } from "./assets";
import { offsetCursor, readCursor, requireRows } from "./list";

interface PagedVesting extends Vesting {
  asset: Asset;
  nextCursor: string | null;
}

/**
 * What vests when, a page of moments at a time, of which there may be as many as assignments; out of the desk's copies.
 * AMP: GET /assets/{a}; for the copies …/assignments, GET /registered_users/
 * @throws AppError INVALID_INPUT for a cursor that no page of this list returned, or behind whose place nothing vests any more
 */
export async function readVesting(
  actor: Actor,
  assetUuid: string,
  { cursor, limit }: ListQuery,
): Promise<PagedVesting> {
  const start = readCursor(cursor);
  await authorize(actor, "assignment:read", assetUuid);
  const asset = await getAsset(actor, assetUuid);
  const vesting = await vestingOf(actor, assetUuid, asset, { start, limit });
  const { page, total } = vesting;
  requireRows(cursor, page.dates);
  const end = start + page.dates.length;
  return { asset, ...vesting, nextCursor: end < total ? offsetCursor(end) : null };
}
