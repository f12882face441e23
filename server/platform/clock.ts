/** The clock that can be turned: code asks it instead of `new Date()`, tests set it. */
let offsetMs = 0;

export const now = (): Date => new Date(Date.now() + offsetMs);

/** Moves the clock by `ms` from the real time; 0 puts it right again. */
export function turnClock(ms: number): void {
  offsetMs = ms;
}
