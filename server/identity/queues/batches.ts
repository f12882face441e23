import { linkToTask } from "../chain-tasks/request-store";
import type { Identity } from "../service";
import type { QueueKind } from "./kinds";
import { findTask, flush, openTasks, pendingIssuers } from "./task-store";

/**
 * Puts wallets that wait into a batch, one for each issuer and one for coins. While a batch of the same kind still
 * waits to be sent, the next one keeps growing.
 */
export async function formBatches(identity: Identity, kind: QueueKind, chainId: bigint): Promise<void> {
  const { database, config } = identity;
  const payloads = kind === "whitelist" ? await pendingIssuers(database.db, chainId) : [null];
  const tasks = await openTasks(database.db, kind, chainId);
  const waiting = tasks.filter(({ status }) => status === "CREATED").map(({ payload }) => payload);
  for (const payload of payloads.filter((one) => !waiting.includes(one))) {
    await database.transaction(async (tx) => {
      const uuid = await flush(tx, chainId, payload, config.queue.maxAddressesPerTask);
      const task = uuid && (await findTask(tx, uuid));
      if (task) await linkToTask(tx, task);
    });
  }
}
