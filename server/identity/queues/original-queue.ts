import type { Hex } from "viem";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { loggableReason } from "../lanes/chain-errors";
import { isMinedLikeOriginal, sendLikeOriginal } from "../lanes/original";
import type { Identity } from "../service";
import { callOf, kindOf, type QueueKind } from "./kinds";
import { cloneTask, firstTask, flush, pendingChains, pendingIssuers, setTask, type Task } from "./task-store";

/** What reaches the chain; tests put themselves in its place. */
export interface OriginalChain {
  /** @returns null for no success in time */
  send(identity: Identity, task: Task): Promise<Hex | null>;
  isMined(identity: Identity, chainId: bigint, hash: Hex): Promise<boolean>;
}

const chainItself: OriginalChain = {
  send: async (identity, task) =>
    sendLikeOriginal(identity, task.chainId, kindOf(task), callOf(identity, task)),
  isMined: isMinedLikeOriginal,
};

/**
 * One round of the original's queue of a kind: all chains and both kinds are one lane, and whatever fails is tried
 * anew without an end.
 */
export async function runOriginalRound(
  identity: Identity,
  kind: QueueKind,
  chain: OriginalChain = chainItself,
): Promise<void> {
  const { db } = identity.database;
  await formBatches(identity, kind);
  const inProcess = await firstTask(db, "IN_PROCESS");
  if (inProcess) return handleInProcess(identity, inProcess, chain);
  const created = await firstTask(db, "CREATED");
  if (created && kindOf(created) === kind) await sendTask(identity, created, chain);
}

async function formBatches({ database: { db }, config }: Identity, kind: QueueKind): Promise<void> {
  const issuers = kind === "whitelist" ? await pendingIssuers(db) : [null];
  for (const chainId of await pendingChains(db)) {
    for (const issuer of issuers) await flush(db, chainId, issuer, config.queue.maxAddressesPerTask);
  }
}

async function sendTask(identity: Identity, task: Task, chain: OriginalChain): Promise<void> {
  const { db } = identity.database;
  try {
    const hash = await chain.send(identity, task);
    if (hash) await setTask(db, task.uuid, { status: "IN_PROCESS", hash });
  } catch (error) {
    await failAndClone(identity, task, error);
  }
}

async function handleInProcess(identity: Identity, task: Task, chain: OriginalChain): Promise<void> {
  // the original waits for such a task for ever, and nothing else is sent meanwhile
  if (!task.hash) return;
  try {
    if (await chain.isMined(identity, task.chainId, task.hash as Hex)) {
      await setTask(identity.database.db, task.uuid, { status: "COMPLETED" });
    } else if (isTooOld(identity, task)) {
      await failAndClone(identity, task, new Error("It was not mined in time."));
    }
  } catch (error) {
    await failAndClone(identity, task, error);
  }
}

/** The milliseconds of the configuration are taken for seconds. */
function isTooOld({ config }: Identity, { updatedAt }: Task): boolean {
  if (!updatedAt) return false;
  return now().getTime() - updatedAt.getTime() > config.queue.miningPeriodMs * 1_000;
}

async function failAndClone({ database }: Identity, task: Task, error: unknown): Promise<void> {
  log.warn("identity.task-failed", { task: task.uuid, chainId: task.chainId, reason: loggableReason(error) });
  await database.transaction(async (tx) => {
    await setTask(tx, task.uuid, { status: "FAILED" });
    await cloneTask(tx, task);
  });
}
