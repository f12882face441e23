import { groupDigits } from "@/lib/format/amounts";
import { locale } from "@/lib/messages/locale";

/** "2026-11-20 12:03:10 UTC": the form that logs, reports and the chain share. */
export const formatUtc = (date: Date): string => `${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;

/** "2026-11-20": the day of a document, which is the same in every zone. */
export const formatUtcDay = (date: Date): string => date.toISOString().slice(0, 10);

/** "2026-11-20 12:03": for a row of a table. */
export const formatUtcMinute = (date: Date): string => date.toISOString().slice(0, 16).replace("T", " ");

/** "12:03:10 UTC". */
export const formatUtcClock = (date: Date): string => `${date.toISOString().slice(11, 19)} UTC`;

/** 3214567 → "3,214,567". */
export const formatBlockHeight = (height: number | bigint): string => groupDigits(height.toString());

/**
 * "2026-11-20 13:03" in the zone of whoever reads (`timeZone` left out) or in a given one. Year first in every
 * language, so that columns of times line up and sort by eye.
 */
export function formatZoned(date: Date, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}`;
}
