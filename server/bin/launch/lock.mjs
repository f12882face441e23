import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identify, isAlive } from "./alive.mjs";
import { endGroups } from "./end-groups.mjs";
import { readJson, writeWhole } from "./paths.mjs";

/** A sentence for the person at the terminal; shown without a stack. */
export class Refusal extends Error {}

/**
 * One launcher per data folder. `run.json` names it and its processes, so that the next start can wait for the
 * guard of a killed launcher, or end what even the guard could not.
 * @throws Refusal while another launcher lives
 */
export async function takeLock(folder) {
  const file = path.join(folder, "run.json");
  const before = readJson(file);
  if (before) await settlePrevious(before);
  fs.rmSync(file, { force: true });
  try {
    fs.writeFileSync(file, JSON.stringify({ launcher: identify(process.pid) }), { flag: "wx", mode: 0o600 });
  } catch {
    throw new Refusal(`Another start is going on in ${folder}. Wait for it, or end it first.`);
  }
  return {
    write: (processes) =>
      writeWhole(
        file,
        JSON.stringify({ launcher: identify(process.pid), guard: processes.guard, groups: processes.groups }),
      ),
    release: () => fs.rmSync(file, { force: true }),
  };
}

async function settlePrevious({ launcher, guard, groups = [] }) {
  if (launcher && isAlive(launcher)) {
    throw new Refusal(
      `It is already running as process ${launcher.pid}. End that one first: Ctrl-C in its terminal, or kill ${launcher.pid}.`,
    );
  }
  for (let waited = 0; guard && isAlive(guard) && waited < 25_000; waited += 100) await sleep(100);
  await endGroups(groups.filter(isAlive));
}
