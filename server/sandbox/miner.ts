import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import type { World } from "./world";

export interface Miner {
  seconds(): number;
  /** 0 = blocks only on demand. */
  setSeconds(seconds: number): void;
  /** Resolves when no block is being made any more. */
  stop(): Promise<void>;
}

/** Makes a block every `world.env.blockSeconds` seconds. A block that fails is logged and tried again next time. */
export function startMiner(world: World): Miner {
  let seconds = world.env.blockSeconds;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  const schedule = () => {
    clearTimeout(timer);
    if (seconds > 0) timer = setTimeout(tick, seconds * 1000);
  };
  const tick = () => {
    working = mineOne(world).finally(() => {
      if (timer) schedule();
    });
  };
  schedule();
  return {
    seconds: () => seconds,
    setSeconds: (value) => {
      seconds = value;
      schedule();
    },
    stop: () => {
      seconds = 0;
      clearTimeout(timer);
      timer = undefined;
      return working;
    },
  };
}

async function mineOne(world: World): Promise<void> {
  try {
    await world.write(({ ledger }) => ledger.mine(1));
  } catch (error) {
    log.error("miner.failed", { reason: reasonOf(error) });
  }
}
