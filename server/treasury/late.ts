import { notAfter } from "@/lib/domain/unsent";
import { pool } from "@/server/db/client";
import { clockOffsetMs, now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";

/**
 * How long the effect of a call made then, of which no answer came, may still come.
 * @returns milliseconds; 0 when its time is over
 */
export const stillLateMs = (calledAt: Date | undefined): number =>
  calledAt ? Math.max(0, calledAt.getTime() + deskEnv().TREASURY_SETTLE_MS - now().getTime()) : 0;

/**
 * Whether what was written down before a call of AMP is too old to date it by: storing it, or the look before, took
 * longer than any call of AMP may. Then nothing is asked for, and it is written down anew.
 */
export function isOverdue(markedAt: Date | undefined): boolean {
  const ageMs = markedAt ? now().getTime() - markedAt.getTime() : 0;
  return ageMs < 0 || ageMs > deskEnv().AMP_TIMEOUT_MS;
}

/** The same as `notAfter` in lib/domain/unsent.ts for a time that may be missing. */
export const notAfterNow = (at: Date | undefined): Date | undefined => at && notAfter(at, now());

/** The shared time for what is written down outside of an operation's lock, where everything goes by it anyway. */
export async function sharedNow(): Promise<Date> {
  const { rows } = await pool().query<{ at: Date }>("select clock_timestamp() as at");
  return new Date((rows[0]?.at ?? new Date()).getTime() + clockOffsetMs());
}
