/** A block of which time and height are known. */
export interface BlockMark {
  height: number;
  at: Date;
}

/** The first marks at or above a height, lowest first; none when there is none. */
export type MarksFrom = (height: number) => Promise<BlockMark[]>;

const DAY_MS = 86_400_000;

/** "2026-11-20" → the first moment of that day in UTC; undefined when none was typed, null when it is no day. */
export function readDay(text: string | undefined): Date | undefined | null {
  if (!text) return undefined;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  const isReal = day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  return isReal ? day : null;
}

export const dayAfter = (day: Date): Date => new Date(day.getTime() + DAY_MS);

/**
 * The height of the first mark at or after a moment, by as few looks as possible: blocks come at an almost even pace,
 * so two looks of three are just before and just behind where that pace puts the moment; the third halves what is left.
 * @param first the lowest mark there is
 * @param last the highest one
 * @returns null when every mark is earlier
 */
export async function firstHeightSince(
  moment: Date,
  { first, last }: { first: BlockMark; last: BlockMark },
  marksFrom: MarksFrom,
): Promise<number | null> {
  if (last.at < moment) return null;
  if (first.at >= moment) return first.height;
  let before = first;
  let found = last;
  /** Nothing between `ceiling` and `found`. */
  let ceiling = last.height;
  for (let look = 0; ceiling - before.height > 1; look++) {
    const guess = guessOf(look, before, found, ceiling, moment);
    const marks = await marksFrom(guess);
    const [mark] = marks;
    if (mark && mark.at < moment) {
      const since = marks.find(({ at }) => at >= moment);
      if (since) return since.height;
      before = marks.at(-1) ?? mark;
    } else {
      ceiling = guess;
      found = mark ?? found;
    }
  }
  return found.height;
}

/** How far beside the place that the pace gives, as a part of what is left. */
const BESIDE = 64;

function guessOf(look: number, before: BlockMark, found: BlockMark, ceiling: number, moment: Date): number {
  const left = ceiling - before.height;
  if (look % 3 === 2) return before.height + Math.floor(left / 2);
  const share =
    (moment.getTime() - before.at.getTime()) / Math.max(1, found.at.getTime() - before.at.getTime());
  const beside = Math.ceil(left / BESIDE) * (look % 3 === 0 ? -1 : 1);
  const guess = before.height + Math.round(share * (found.height - before.height)) + beside;
  return Math.min(Math.max(guess, before.height + 1), ceiling - 1);
}
