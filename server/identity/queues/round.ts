import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { noteFailures } from "../chain-tasks/request-store";
import { Refusal } from "../errors";
import type { Lane, LaneJob, SendState } from "../lanes/lane";
import { withLane } from "../lanes/with-lane";
import type { Identity } from "../service";
import { formBatches } from "./batches";
import { callOf, failuresOf, kindOf, type QueueKind } from "./kinds";
import { hasPending, lockIfCreated, openTasks, setTask, type Task } from "./task-store";
import { countFailure, findTries, setTries } from "./try-store";

const LONGEST_WAIT_MS = 3_600_000;

/**
 * One round of the queue of a kind on one chain: forms batches, looks after what was sent and sends the oldest batch
 * that is due. Another process' round at the same time is left alone.
 * @throws Refusal 0401, 0402 for a chain that is not set up
 */
export async function runRound(identity: Identity, kind: QueueKind, chainId: bigint): Promise<void> {
  const { db } = identity.database;
  const isIdle = !(await hasPending(db, kind, chainId)) && (await openTasks(db, kind, chainId)).length === 0;
  if (isIdle) return;
  await withLane(identity, chainId, kind, async (lane) => {
    await formBatches(identity, kind, chainId);
    const tasks = await openTasks(db, kind, chainId);
    const sent = tasks.filter(({ status }) => status === "IN_PROCESS");
    for (const task of sent) {
      const state = await lane.look(task.uuid);
      if (state) await follow(identity, task, state);
    }
    for (const task of tasks) {
      if (task.status === "CREATED" && (await isDue(identity, task))) {
        if (await sendTask(identity, lane, task)) return;
      }
    }
  });
}

async function isDue({ database }: Identity, { uuid }: Task): Promise<boolean> {
  const tries = await findTries(database.db, uuid);
  return tries === null || tries.nextTryAt.getTime() <= now().getTime();
}

/** @returns whether the lane is busy now; a batch that the chain refuses lets the next one go first */
async function sendTask(identity: Identity, lane: Lane, task: Task): Promise<boolean> {
  const job = jobOf(identity, task);
  const state: SendState = job
    ? await lane.send(job)
    : { state: "refused", reason: "One of its addresses is none." };
  await follow(identity, task, state);
  return state.state !== "refused";
}

function jobOf(identity: Identity, task: Task): LaneJob | null {
  try {
    const isStillWanted: LaneJob["isStillWanted"] = (tx) => lockIfCreated(tx, task.uuid);
    return { id: task.uuid, kind: kindOf(task), ...callOf(identity, task), isStillWanted };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return null;
  }
}

/** Moves a task on to what its transaction came to. */
export async function follow(identity: Identity, task: Task, state: SendState): Promise<void> {
  const { database } = identity;
  switch (state.state) {
    case "sent":
      if (task.status !== "IN_PROCESS" || task.hash !== state.hash) {
        await setTask(database.db, task.uuid, { status: "IN_PROCESS", hash: state.hash });
      }
      return;
    case "confirmed":
      return database.transaction(async (tx) => {
        await noteFailures(tx, task.uuid, failuresOf(task, state.logs));
        await setTask(tx, task.uuid, { status: "COMPLETED", hash: state.hash });
      });
    case "refused":
    case "reverted":
    case "dropped":
      return fail(identity, task, state);
    default:
      log.debug("identity.task-waits", { task: task.uuid, chainId: task.chainId, state: state.state });
  }
}

/** Tries it again later, twice as late each time, and gives it up in the end. */
async function fail(
  { database, config }: Identity,
  task: Task,
  state: { reason: string; hash?: string },
): Promise<void> {
  const { triesAtMost, backOffMs } = config.queue;
  const { reason, hash = null } = state;
  await database.transaction(async (tx) => {
    const failures = await countFailure(tx, task.uuid, reason);
    const isGivenUp = failures >= triesAtMost;
    const waitMs = Math.min(backOffMs * 2 ** (failures - 1), LONGEST_WAIT_MS);
    await setTries(tx, task.uuid, { isGivenUp, nextTryAt: new Date(now().getTime() + waitMs) });
    await setTask(tx, task.uuid, { status: isGivenUp ? "FAILED" : "CREATED", hash });
    const fields = { task: task.uuid, chainId: task.chainId, kind: kindOf(task), failures, reason };
    log.warn(isGivenUp ? "identity.task-given-up" : "identity.task-failed", fields);
  });
}
