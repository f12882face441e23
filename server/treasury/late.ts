import { AppError } from "@/lib/errors";
import { now } from "@/server/platform/clock";
import { deskEnv } from "@/server/platform/env";

/**
 * How long the effect of a call made then, of which no answer came, may still come.
 * @returns milliseconds; 0 when its time is over
 */
export const stillLateMs = (calledAt: Date | undefined): number =>
  calledAt ? Math.max(0, calledAt.getTime() + deskEnv().TREASURY_SETTLE_MS - now().getTime()) : 0;

/** null where AMP answers that it is not there. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
