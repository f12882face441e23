/** A vesting date as a person types it. */

export type VestingError = "half" | "not-a-time" | "no-such-time" | "out-of-range";

const TIME =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/i;
const LAST_YEAR = 9999;

/**
 * Reads "2027-01-31", "2027-01-31 09:00" or the same with an offset ("Z", "+01:00"). Without an offset it is a time in the
 * zone of this process: the browser of whoever types. A day alone begins at midnight.
 */
export function readVesting(text: string): { at: Date | null } | { error: VestingError } {
  const typed = text.trim();
  if (typed === "") return { at: null };
  const match = TIME.exec(typed);
  if (!match) return { error: "not-a-time" };
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (year < 1970 || year > LAST_YEAR) return { error: "out-of-range" };
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const at = match[7]
    ? new Date(wall - offsetMs(match[7]))
    : new Date(year, month - 1, day, hour, minute, second);
  // A 31st of February, or an hour that a change of summer time leaves out.
  const isKept = match[7]
    ? new Date(wall).getUTCDate() === day && hour < 24 && minute < 60
    : at.getDate() === day && at.getHours() === hour && at.getMinutes() === minute;
  if (!isKept || month < 1 || month > 12) return { error: "no-such-time" };
  if (at.getTime() < 0) return { error: "out-of-range" };
  return { at };
}

const MINUTE_MS = 60_000;

function offsetMs(text: string): number {
  if (text.toUpperCase() === "Z") return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith("-") ? -minutes : minutes) * MINUTE_MS;
}

const two = (value: number) => String(value).padStart(2, "0");

/** The way back, in the zone of this process: "2027-01-31T09:00", as the browser's own field writes it. */
export function printVesting(at: Date | null): string {
  if (at === null) return "";
  const day = [String(at.getFullYear()).padStart(4, "0"), two(at.getMonth() + 1), two(at.getDate())].join(
    "-",
  );
  const seconds = at.getSeconds() > 0 ? `:${two(at.getSeconds())}` : "";
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}${seconds}`;
}
