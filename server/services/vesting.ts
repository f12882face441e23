import type { Freshness, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import {
  type VestingDate,
  type VestingFigures,
  type VestingPage,
  vestingFigures,
  vestingPage,
} from "@/lib/domain/vesting";
import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { authorize } from "@/server/auth/authorize";
import { vestingOf } from "@/server/mirror/open-assignments";
import { type Asset, getAsset } from "./assets";
import { offsetCursor, readCursor } from "./list";

interface Vesting {
  asset: Asset;
  dates: VestingDate[];
  freshness: Freshness;
}

/** What vests when, out of the desk's copies. AMP: GET /assets/{a}; for the copies …/assignments, GET /registered_users/ */
export async function readVesting(actor: Actor, assetUuid: string): Promise<Vesting> {
  await authorize(actor, "assignment:read", assetUuid);
  const [asset, vesting] = await Promise.all([getAsset(actor, assetUuid), vestingOf(actor, assetUuid)]);
  return { asset, ...vesting };
}

interface PagedVesting {
  asset: Asset;
  /** Of all moments, whichever are on the page. */
  figures: VestingFigures;
  page: VestingPage;
  total: number;
  nextCursor: string | null;
  freshness: Freshness;
}

/**
 * The same a page of moments at a time, of which there may be as many as assignments.
 * @throws AppError INVALID_INPUT for a cursor that no page of this list returned, or behind whose place nothing vests any more
 */
export async function readVestingPage(
  actor: Actor,
  assetUuid: string,
  { cursor, limit }: ListQuery,
): Promise<PagedVesting> {
  const start = readCursor(cursor);
  const { asset, dates, freshness } = await readVesting(actor, assetUuid);
  if (start > 0 && start >= dates.length) throw new AppError("INVALID_INPUT", errorsText.oldPageLink);
  const page = vestingPage(dates, start, limit);
  const end = start + page.dates.length;
  return {
    ...{ asset, figures: vestingFigures(dates), page, total: dates.length, freshness },
    nextCursor: end < dates.length ? offsetCursor(end) : null,
  };
}
