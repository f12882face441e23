import { execFileSync } from "node:child_process";
import fs from "node:fs";

/**
 * When the process `pid` began, as an opaque text; undefined when it is gone. Pids are used again, so a pid that
 * was written down names a process only together with this.
 */
export function startedAt(pid) {
  if (!Number.isInteger(pid) || pid < 1) return undefined;
  return process.platform === "linux" ? startedOnLinux(pid) : startedElsewhere(pid);
}

function startedOnLinux(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets and may hold blanks.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function startedElsewhere(pid) {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** A process as it is written down: its pid and its beginning. */
export const identify = (pid) => ({ pid, started: startedAt(pid) });

export const isAlive = ({ pid, started }) => started !== undefined && startedAt(pid) === started;

/** True while any process of the group lives. A group that only holds zombies counts as gone where that can be seen. */
export function groupLives(pid) {
  try {
    process.kill(-pid, 0);
  } catch {
    return false;
  }
  return process.platform !== "linux" || membersOnLinux(pid) > 0;
}

function membersOnLinux(group) {
  let count = 0;
  for (const name of fs.readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (Number(fields[2]) === group && fields[0] !== "Z") count++;
    } catch {
      // The process ended while the list was read.
    }
  }
  return count;
}
