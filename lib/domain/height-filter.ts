import { readDay } from "./block-days";

/** What an address says about blocks: heights `from` and `to`, days `since` and `until` in UTC; all included. */
export interface HeightFilter {
  from?: string;
  to?: string;
  since?: string;
  until?: string;
}

export type HeightProblem = "not-a-height" | "from-above-to" | "not-a-day" | "since-after-until";

/** @returns the height, undefined when none was typed, null when it is none */
export function readHeight(text: string | undefined): number | undefined | null {
  if (!text) return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** What is wrong with a range of blocks; null when nothing is. */
export function heightProblem({ from, to, since, until }: HeightFilter): HeightProblem | null {
  const [first, last] = [readHeight(from), readHeight(to)];
  if (first === null || last === null) return "not-a-height";
  if (first !== undefined && last !== undefined && first > last) return "from-above-to";
  const [start, end] = [readDay(since), readDay(until)];
  if (start === null || end === null) return "not-a-day";
  return start && end && start > end ? "since-after-until" : null;
}
