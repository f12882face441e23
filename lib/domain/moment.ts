/** The end of a block, or a time. */
export type Moment = { height: number; at?: never } | { at: Date; height?: never };

/** What a moment was turned into: the last movement at or before it. Between that one and the moment nothing moved. */
export interface MomentView {
  asked: Moment;
  /** The block whose state this is; of a time, that of the last movement before it. 0 before the first one. */
  height: number;
  /** null: nothing had moved yet. */
  last: { height: number; at: Date } | null;
  /** Nothing has moved since either. */
  isLatest: boolean;
  /** A time still to come. */
  isFuture: boolean;
}

const DAY = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?: ?(?:UTC|Z))?)?$/;

/**
 * Reads what a person typed: "2146933" is a block, "2026-11-20" the end of that day and "2026-11-20 13:00" the end of
 * that minute, both in UTC.
 * @returns undefined when nothing was typed, null when it is neither
 */
export function readMoment(text: string | undefined): Moment | undefined | null {
  const typed = text?.trim();
  if (!typed) return undefined;
  const height = typed.replace(/^\d{1,3}(?:[,\s]\d{3})+$/, (all) => all.replace(/[,\s]/g, ""));
  if (/^\d{1,9}$/.test(height)) return { height: Number(height) };
  const [, day, minute] = DAY.exec(typed) ?? [];
  if (day === undefined) return null;
  const at = new Date(`${day}T${minute ?? "23:59"}:59.999Z`);
  return Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day) ? null : { at };
}
