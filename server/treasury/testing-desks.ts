import { spawn } from "node:child_process";
import path from "node:path";

/** What a desk in a process of its own is told: chance, how often it does something, and with which assets. */
export interface DeskOrder {
  seed: number;
  acts: number;
  /** `holders`: registered users that may get some; none of them for an asset whose supply is changed instead. */
  assets: { uuid: string; holders: number[] }[];
}

/** Its entry below `server/bin`, for the build. */
export const DESK_ENTRY = "../treasury/testing-desk";

/** Runs a desk over this process's configuration. @returns what it did, once it is at its end */
export function runDesk(root: string, dir: string, order: DeskOrder): Promise<string[]> {
  const entry = path.join(root, dir, "bin/testing-desk.mjs");
  const env = { ...process.env, LOG_LEVEL: "error", NODE_ENV: "production" as const };
  const child = spawn(process.execPath, [entry, JSON.stringify(order)], { cwd: root, env });
  const [said, errors]: [string[], string[]] = [[], []];
  child.stdout.on("data", (chunk) => said.push(String(chunk)));
  child.stderr.on("data", (chunk) => errors.push(String(chunk)));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const lines = said.join("").split("\n").filter(Boolean);
      if (code === 0) resolve(lines);
      else reject(new Error(`A desk ended with ${code} after ${lines.length} acts: ${errors.join("")}`));
    });
  });
}
