import { groupDigits } from "@/lib/format/amounts";
import { locale } from "@/lib/messages/locale";

/** "2026-11-20 12:03:10 UTC": the form that logs, reports and the chain share. */
export const formatUtc = (date: Date): string => `${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;

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

const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** "3 minutes ago", "in 2 days", "now" (within 45 seconds). */
export function formatRelative(date: Date, now: Date): string {
  const seconds = Math.round((date.getTime() - now.getTime()) / 1000);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (Math.abs(seconds) < 45) return words.format(0, "second");
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ["minute", 60];
  return words.format(Math.round(seconds / length) || Math.sign(seconds), unit);
}

/** "4 min 10 s", "2 h 5 min": how long something took or is expected to take. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`;
}
