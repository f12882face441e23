import type { ListQuery } from "@/lib/contracts/list";
import { heightProblem, readHeight } from "@/lib/domain/height-filter";
import type { AmpClient } from "@/server/amp/client";
import { heightsOfDays } from "./block-days";

export interface AmpHeights {
  heightStart?: number;
  heightStop?: number;
}

/**
 * The blocks that an address asks for, in AMP's parameters; days become heights.
 * @returns null when nothing can lie between them, or the range is none
 */
export async function ampHeights(
  amp: AmpClient,
  assetUuid: string,
  { filters }: ListQuery,
): Promise<AmpHeights | null> {
  if (heightProblem(filters) !== null) return null;
  const days = await heightsOfDays(amp, assetUuid, filters);
  if (days === null) return null;
  const start = largest(readHeight(filters.from), days.from);
  const stop = smallest(readHeight(filters.to), days.to);
  if (start !== undefined && stop !== undefined && start > stop) return null;
  return {
    ...(start === undefined ? {} : { heightStart: start }),
    ...(stop === undefined ? {} : { heightStop: stop }),
  };
}

/**
 * The block of the newest row of such a list; null before the first. AMP: one row of GET /assets/{a}/activities or /txs, which
 * are not of the same blocks: what an account sends to itself is no movement
 */
export async function newestHeight(
  amp: AmpClient,
  list: "activities" | "transactions",
  assetUuid: string,
): Promise<number | null> {
  const query = { sortColumn: "blockheight", sortOrder: "desc" as const, start: 0, count: 1 };
  const asked = { path: { assetUuid }, query };
  const [newest] =
    list === "activities"
      ? await amp.call("listActivities", asked)
      : await amp.brief("listTransactions", asked);
  return newest?.blockheight ?? null;
}

type Height = number | null | undefined;
const known = (heights: Height[]) => heights.filter((height) => height != null);
const largest = (...heights: Height[]) => known(heights).sort((a, b) => b - a)[0];
const smallest = (...heights: Height[]) => known(heights).sort((a, b) => a - b)[0];
