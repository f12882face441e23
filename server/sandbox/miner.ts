import { z } from "zod";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import type { SandboxDb } from "./db/client";
import { readSetting, writeSetting } from "./settings-store";
import type { World } from "./world";

export interface Miner {
  /** Between two blocks; remembered while it is paused. 0 = blocks only on demand. */
  seconds(): number;
  isPaused(): boolean;
  setSeconds(seconds: number): Promise<void>;
  /** While paused no block comes by itself; those asked for do. */
  setPaused(isPaused: boolean): Promise<void>;
  /** Resolves when no block is being made any more. */
  stop(): Promise<void>;
}

const RHYTHM_KEY = "blocks";
const Rhythm = z.object({ seconds: z.number().nonnegative(), isPaused: z.boolean() });
type Rhythm = z.infer<typeof Rhythm>;

/**
 * Makes a block at the rhythm that was set, which outlives a restart; until one is set, every `world.env.blockSeconds`
 * seconds. A block that fails is logged and tried again next time.
 */
export async function startMiner(world: World): Promise<Miner> {
  let rhythm = await load(world, world.database.db);
  let isEnded = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  // Asked again under the lock, where a pause or a restore may have come first.
  const mayMine = () => !isEnded && !world.followed && !rhythm.isPaused && rhythm.seconds > 0;
  const schedule = () => {
    clearTimeout(timer);
    if (mayMine()) timer = setTimeout(tick, rhythm.seconds * 1000);
  };
  const tick = () => {
    working = mineOne(world, mayMine).finally(schedule);
  };
  const change = async (part: Partial<Rhythm>) => {
    await world.write(async ({ db }) => {
      const next = { ...rhythm, ...part };
      await writeSetting(db, RHYTHM_KEY, next);
      rhythm = next;
    });
    schedule();
  };
  world.reloaders.push(async (db) => {
    rhythm = await load(world, db);
    schedule();
  });
  schedule();
  return {
    seconds: () => rhythm.seconds,
    isPaused: () => rhythm.isPaused,
    setSeconds: (seconds) => change({ seconds }),
    setPaused: (isPaused) => change({ isPaused }),
    stop: () => {
      isEnded = true;
      clearTimeout(timer);
      return working;
    },
  };
}

async function load(world: World, db: SandboxDb): Promise<Rhythm> {
  const stored = Rhythm.safeParse(await readSetting(db, RHYTHM_KEY));
  return stored.data ?? { seconds: world.env.blockSeconds, isPaused: false };
}

async function mineOne(world: World, mayMine: () => boolean): Promise<void> {
  try {
    await world.write(async ({ ledger }) => (mayMine() ? ledger.mine(1) : []));
  } catch (error) {
    log.error("miner.failed", { reason: reasonOf(error) });
  }
}
