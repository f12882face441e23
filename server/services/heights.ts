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

/** The block of the asset's newest movement; null before the first. AMP: GET /assets/{a}/activities, one row of it */
export async function newestHeight(amp: AmpClient, assetUuid: string): Promise<number | null> {
  const query = { sortColumn: "blockheight", sortOrder: "desc" as const, start: 0, count: 1 };
  const [newest] = await amp.call("listActivities", { path: { assetUuid }, query });
  return newest?.blockheight ?? null;
}

type Height = number | null | undefined;
const known = (heights: Height[]) => heights.filter((height) => height != null);
const largest = (...heights: Height[]) => known(heights).sort((a, b) => b - a)[0];
const smallest = (...heights: Height[]) => known(heights).sort((a, b) => a - b)[0];
