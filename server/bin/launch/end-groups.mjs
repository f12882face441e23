import { setTimeout as sleep } from "node:timers/promises";
import { groupLives } from "./alive.mjs";

/**
 * Ends process groups, services before the database (`last`), each first by its own signal and after `graceMs`
 * by force. Every group is led by the process whose pid names it.
 */
export async function endGroups(groups, { graceMs = 6000 } = {}) {
  await endTogether(
    groups.filter((group) => !group.last),
    graceMs,
  );
  await endTogether(
    groups.filter((group) => group.last),
    graceMs * 2,
  );
}

async function endTogether(groups, graceMs) {
  for (const group of groups) signalGroup(group.pid, group.signal ?? "SIGTERM");
  const until = Date.now() + graceMs;
  let left = groups.filter((group) => groupLives(group.pid));
  while (left.length > 0 && Date.now() < until) {
    await sleep(50);
    left = left.filter((group) => groupLives(group.pid));
  }
  for (const group of left) signalGroup(group.pid, "SIGKILL");
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // Already gone.
  }
}
