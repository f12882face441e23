import { now } from "@/server/platform/clock";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Today's date in UTC, `days` later: YYYY-MM-DD. */
export function dateIn(days: number): string {
  const date = now();
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * Whether a document's last day is over, in UTC; without one it never is.
 * @param validUntil YYYY-MM-DD
 * @throws Error for what is no date
 */
export function hasExpired(validUntil: string | null): boolean {
  if (validUntil === null) return false;
  if (!isDate(validUntil)) throw new Error("The document's last day is no date.");
  return validUntil < dateIn(0);
}
