import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Of all cores, in ticks. null where the system does not tell. */
export function processorTime() {
  try {
    const ticks = fs
      .readFileSync("/proc/stat", "utf8")
      .split("\n")[0]
      .trim()
      .split(/\s+/)
      .slice(1, 9)
      .map(Number);
    const [, , , idle, waiting, , , stolen] = ticks;
    return { total: ticks.reduce((sum, each) => sum + each, 0), idle: idle + waiting, stolen };
  } catch {
    return null;
  }
}

/** What another guest of the host took is no weakness of the desk. */
export function stolenSince(before) {
  const after = processorTime();
  if (!before || !after) return "";
  const share = (after.stolen - before.stolen) / (after.total - before.total);
  return `, the host took ${(share * 100).toFixed(0)} % of the processor's time away`;
}

const LOOK_MS = 500;
const MOST_LOOKS = 60;
const QUIET = 0.6;

/**
 * Waits until nothing works on what was asked for before: a page that somebody has left may have set AMP's stand-in to
 * work, which the next page measured is not to pay for. Half a minute at most.
 */
export async function untilQuiet() {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const before = processorTime();
    await sleep(LOOK_MS);
    const after = processorTime();
    if (!before || !after) return;
    if ((after.idle - before.idle) / (after.total - before.total) >= QUIET) return;
  }
}
