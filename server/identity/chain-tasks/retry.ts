import { setTimeout as sleep } from "node:timers/promises";
import type { TaskRetry } from "@/lib/contracts/identity/chains";
import { WRITTEN_UUID } from "@/lib/uuid";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { outcomesOf } from "../auto-invest/settle";
import { frameworkError } from "../errors";
import type { OperatorFeature } from "../lanes/context";
import type { SendState } from "../lanes/lane";
import { findByHash, findByJob } from "../lanes/lane-store";
import { withLane } from "../lanes/with-lane";
import { kindOf } from "../queues/kinds";
import { follow } from "../queues/round";
import { findTask, setTask, type Task } from "../queues/task-store";
import { findTries, setTries } from "../queues/try-store";
import type { Identity } from "../service";
import {
  type FailedOrder,
  findFailedOrder,
  isKnownOrder,
  lockGivenUp,
  settleFailedOrder,
} from "./dead-letter-store";

/**
 * POST /operator/tasks/{id}/retry: the queues take it up again. The chain is asked first what became of it; only what
 * certainly had no effect is tried anew, and an order to invest never is.
 * @throws Refusal 404 for what there is not, 409 for what did not go wrong, is still unknown, or is an order that failed, 503
 * while the chain's node does not answer, 500 0402 for a chain that is no longer set up for it
 */
export async function retryTask(identity: Identity, given: string): Promise<TaskRetry> {
  const id = given.toLowerCase();
  if (!WRITTEN_UUID.test(id)) throw frameworkError(404);
  const { db } = identity.database;
  const task = await findTask(db, id);
  const order = task ? null : await findFailedOrder(db, id);
  if (!task && !order) throw frameworkError((await isKnownOrder(db, id)) ? 409 : 404);
  const state = task ? await retryBatch(identity, task) : order && (await retryOrder(identity, order));
  if (!state) throw frameworkError(409);
  const { chainId } = task ?? order ?? {};
  log.info("identity.task-retried", { task: id, chainId, kind: task ? kindOf(task) : "auto_invest", state });
  return { id, state };
}

type State = TaskRetry["state"];

/** @returns null for a batch that is not given up */
async function retryBatch(identity: Identity, task: Task): Promise<State | null> {
  const { database, chains } = identity;
  const kind = kindOf(task);
  if (task.status !== "FAILED" || !(await findTries(database.db, task.uuid))?.isGivenUp) return null;
  chains.require(task.chainId, kind);
  if (await findByJob(database.db, task.uuid)) {
    const seen = await lookUp(identity, task.chainId, kind, task.uuid);
    if (seen?.state === "confirmed" || seen?.state === "sent") {
      await follow(identity, task, seen);
      return seen.state;
    }
  }
  const isReopened = await database.transaction(async (tx) => {
    if (!(await lockGivenUp(tx, task.uuid))) return false;
    await setTries(tx, task.uuid, { failures: 0, isGivenUp: false, nextTryAt: now() });
    await setTask(tx, task.uuid, { status: "CREATED", hash: null });
    return true;
  });
  return isReopened ? "queued" : null;
}

/**
 * Writes down what the chain says by now. It is not sent again: its investor was told that it failed, may have put the coins
 * to another use or ordered anew, and only the investor orders.
 * @returns null for an order that had no effect, or of which the chain knows nothing
 */
async function retryOrder(identity: Identity, order: FailedOrder): Promise<State | null> {
  const { database } = identity;
  const signed = order.hash && (await findByHash(database.db, order.chainId, order.hash));
  const seen = signed && (await lookUp(identity, order.chainId, "autoInvest", signed.job));
  if (!seen) return null;
  if (seen.state === "sent") return "sent";
  if (seen.state !== "confirmed") return null;
  const [outcome] = outcomesOf(identity, [order], seen);
  if (outcome) await settleFailedOrder(database.db, outcome);
  return outcome?.status === "SUCCESS" ? "confirmed" : "failed";
}

const PATIENCE_MS = 5_000;
const PAUSE_MS = 100;

/** Asks the chain, as soon as no queue holds the lane. @throws Refusal 503 when that does not come or no node answers */
async function lookUp(
  identity: Identity,
  chainId: bigint,
  feature: OperatorFeature,
  job: string,
): Promise<SendState | null> {
  for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
    const found = await withLane(identity, chainId, feature, async (lane) => ({
      seen: await lane.lookAgain(job),
    }));
    if (found?.seen?.state === "away") break;
    if (found) return found.seen;
    await sleep(PAUSE_MS);
  }
  throw frameworkError(503);
}
