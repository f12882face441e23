import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/server/platform/log";
import { loggableReason } from "../lanes/chain-errors";

export interface Loop {
  name: string;
  firstAfterMs: number;
  /** Between the end of a round and the next one. */
  everyMs: number;
  round(): Promise<unknown>;
}

/** Runs a loop's rounds one after another; a round that fails is logged and the next one comes all the same. */
export function supervise({ name, firstAfterMs, everyMs, round }: Loop): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const rest = (ms: number) => sleep(ms, undefined, { signal }).catch(() => {});
  const run = async () => {
    await rest(firstAfterMs);
    while (!signal.aborted) {
      // PostgreSQL or a chain's node may be away for a moment; what is stored is where it was.
      await round().catch((error) =>
        log.error("identity.round-failed", { name, reason: loggableReason(error) }),
      );
      await rest(everyMs);
    }
  };
  const ended = run();
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}
