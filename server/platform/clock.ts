import { AsyncLocalStorage } from "node:async_hooks";

/** The clock that can be turned: code asks it instead of `new Date()`, tests set it. */
let offsetMs = 0;

const own = new AsyncLocalStorage<{ offsetMs: number }>();
const shared = new AsyncLocalStorage<{ aheadMs: number }>();

export const now = (): Date => new Date(Date.now() + (shared.getStore()?.aheadMs ?? 0) + clockOffsetMs());

/** How far the clock is from the real time. */
export const clockOffsetMs = (): number => own.getStore()?.offsetMs ?? offsetMs;

/** Moves the clock by `ms` from the real time; 0 puts it right again. Within `withOwnClock` only that one moves. */
export function turnClock(ms: number): void {
  const clock = own.getStore();
  if (clock) clock.offsetMs = ms;
  else offsetMs = ms;
}

/** Runs `work` with a clock of its own, `ms` from the real time: what runs beside it keeps the common one. */
export const withOwnClock = <T>(ms: number, work: () => Promise<T>): Promise<T> =>
  own.run({ offsetMs: ms }, work);

/**
 * Runs `work` by a clock that hosts have in common: `at` is what it shows this moment. Whoever compares a time that
 * another host stored runs by it, because the clocks of two hosts differ by more than anybody has measured. What was
 * turned stays turned.
 */
export const withSharedClock = <T>(at: Date, work: () => Promise<T>): Promise<T> =>
  shared.run({ aheadMs: at.getTime() - Date.now() }, work);
