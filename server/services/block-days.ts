import type { Activity } from "@/lib/contracts/amp/activities";
import { type BlockMark, dayAfter, firstHeightSince, readDay } from "@/lib/domain/block-days";
import { AppError } from "@/lib/errors";
import { heightsText } from "@/lib/messages/heights";
import type { AmpClient } from "@/server/amp/client";

/** Movements read at a look: a few kilobytes. */
const AT_A_LOOK = 20;

interface HeightRange {
  from?: number;
  to?: number;
}

/**
 * Block heights of days in UTC, both included; AMP knows no dates, but each movement of an asset tells its block's height
 * and time. AMP: GET /assets/{a}/activities, a few short pages of it
 * @returns null when the asset did not move within these days
 */
export async function heightsOfDays(
  amp: AmpClient,
  assetUuid: string,
  days: { since?: string; until?: string },
): Promise<HeightRange | null> {
  const [since, until] = [readDay(days.since), readDay(days.until)];
  if (!since && !until) return {};
  const read = async (heightStart: number, order: "asc" | "desc", count: number) => {
    const query = { sortColumn: "blockheight", sortOrder: order, start: 0, count, heightStart };
    const marks = (await amp.call("listActivities", { path: { assetUuid }, query })).map(toMark);
    // An AMP that pays no heed to heights would be looked through for ever.
    if (marks.some(({ height }) => height < heightStart))
      throw new AppError("UNAVAILABLE", heightsText.ignored);
    return marks;
  };
  const [[first], [last]] = await Promise.all([read(0, "asc", 1), read(0, "desc", 1)]);
  if (!first || !last) return null;
  const heightOf = (moment: Date) =>
    firstHeightSince(moment, { first, last }, (height) => read(height, "asc", AT_A_LOOK));
  const from = since ? await heightOf(since) : undefined;
  if (from === null) return null;
  const after = until ? await heightOf(dayAfter(until)) : undefined;
  return {
    ...(from === undefined ? {} : { from }),
    ...(after == null ? {} : { to: after - 1 }),
  };
}

const toMark = ({ blockheight, datetime }: Activity): BlockMark => ({ height: blockheight, at: datetime });
