import { log } from "@/server/platform/log";
import { loggableReason } from "../lanes/chain-errors";
import { supervise } from "../queues/supervise";
import type { Identity } from "../service";
import { investOnChain } from "./invest";
import { investLikeOriginal } from "./original";
import { listChains } from "./task-store";

/** One look at everything that was ordered; what fails on one chain stops no other. */
export async function runInvestTick(identity: Identity): Promise<void> {
  const { database, fixes } = identity;
  const invest = fixes.lanes ? investOnChain : aloneLikeOriginal;
  const chains = await listChains(database.db);
  await Promise.all(
    chains.map((chainId) =>
      invest(identity, chainId).catch((error) => {
        log.warn("identity.auto-invest-failed", { chainId, reason: loggableReason(error) });
      }),
    ),
  );
}

/** The original runs in one process; a second one here is left out, or both would send the same. */
const aloneLikeOriginal = async (identity: Identity, chainId: bigint): Promise<void> =>
  identity.database.exclusive(`queue:auto_invest:${chainId}`, () => investLikeOriginal(identity, chainId));

/** Looks again and again until it is stopped; null where auto-invest is off. */
export function startInvestQueue(identity: Identity): { stop(): Promise<void> } | null {
  const { autoInvestEnabled, investQueue } = identity.config;
  if (!autoInvestEnabled) return null;
  return supervise({
    ...{ name: "auto_invest", everyMs: investQueue.pollingMs, firstAfterMs: investQueue.initialDelayMs },
    round: () => runInvestTick(identity),
  });
}
