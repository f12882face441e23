import { AsyncLocalStorage } from "node:async_hooks";

/** The clock that can be turned: code asks it instead of `new Date()`, tests set it. */
let offsetMs = 0;

const own = new AsyncLocalStorage<{ offsetMs: number }>();

export const now = (): Date => new Date(Date.now() + clockOffsetMs());

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
