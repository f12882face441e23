import { startInvestQueue } from "../auto-invest/queue";
import { knownChains } from "../chains/list";
import type { Identity } from "../service";
import { kinds } from "./kinds";
import { runOriginalRound } from "./original-queue";
import { runRound } from "./round";
import { type Loop, supervise } from "./supervise";

export interface RunningQueues {
  /** Resolves when the rounds that run have ended. */
  stop(): Promise<void>;
}

/** What runs again and again, each without waiting for another one. */
function loopsOf(identity: Identity): Loop[] {
  const { chains, config, database, fixes } = identity;
  const pace = { everyMs: config.queue.pollingMs, firstAfterMs: config.queue.initialDelayMs };
  if (!fixes.lanes) {
    // the original runs in one process; a second one here is left out, or both would send the same
    const round = (kind: (typeof kinds)[number]) => () =>
      database.exclusive(`queue:${kind}`, () => runOriginalRound(identity, kind));
    return kinds.map((kind) => ({ name: kind, ...pace, round: round(kind) }));
  }
  return Object.keys(config.chains)
    .filter((id) => id in knownChains)
    .flatMap((id) =>
      kinds
        .filter((kind) => chains.can(BigInt(id), kind))
        .map((kind) => ({
          name: `${kind}:${id}`,
          ...pace,
          round: () => runRound(identity, kind, BigInt(id)),
        })),
    );
}

/** Carries out what was queued, until it is stopped. Several processes may do so over one database. */
export function startQueues(identity: Identity): RunningQueues {
  const running = [...loopsOf(identity).map(supervise), startInvestQueue(identity)];
  return { stop: async () => void (await Promise.all(running.map((one) => one?.stop()))) };
}
