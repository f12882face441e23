import { randomUUID } from "node:crypto";
import { and, desc, eq, gte, inArray, isNull, or, sql } from "drizzle-orm";
import { now } from "@/server/platform/clock";
import { blockchainTasks } from "../db/chain-tables";
import type { IdentityDb } from "../db/client";
import { chainRequests, taskTries } from "../db/lane-tables";
import type { Batch, QueueKind } from "../queues/kinds";
import type { Task } from "../queues/task-store";

export type RequestRow = typeof chainRequests.$inferSelect;
export type NewRequest = Pick<RequestRow, "address" | "person" | "chainId" | "contractAddress"> & {
  kind: QueueKind;
};

/** Remembers who asked. */
export async function addRequest(tx: IdentityDb, request: NewRequest): Promise<void> {
  const at = now();
  await tx.insert(chainRequests).values({ ...request, uuid: randomUUID(), requestedAt: at, updatedAt: at });
}

const isOfBatch = ({ chainId, payload, addresses }: Batch) =>
  and(
    eq(chainRequests.chainId, chainId),
    payload === null ? isNull(chainRequests.contractAddress) : eq(chainRequests.contractAddress, payload),
    inArray(chainRequests.address, addresses),
  );

/** Requests that wait for just this batch become part of it. */
export async function linkToTask(tx: IdentityDb, task: Task): Promise<void> {
  await tx
    .update(chainRequests)
    .set({ task: task.uuid, updatedAt: now() })
    .where(and(isOfBatch(task), isNull(chainRequests.task)));
}

/** Why single wallets got nothing. @param failures by wallet in lower case */
export async function noteFailures(
  tx: IdentityDb,
  task: string,
  failures: Map<string, string>,
): Promise<void> {
  for (const [address, failure] of failures) {
    await tx
      .update(chainRequests)
      .set({ failure, updatedAt: now() })
      .where(and(eq(chainRequests.task, task), eq(chainRequests.address, address)));
  }
}

/**
 * When a wallet, or the person it belongs to, last asked for coins on a chain with a chance of getting some.
 * @param since nothing older is looked at
 */
export async function lastFaucetRequest(
  db: IdentityDb,
  who: { address: string; person: string | null; chainId: bigint },
  since: Date,
): Promise<Date | null> {
  const { address, person, chainId, kind, failure, requestedAt } = chainRequests;
  const isTheirs = who.person
    ? or(eq(address, who.address), eq(person, who.person))
    : eq(address, who.address);
  const [row] = await db
    .select({ requestedAt })
    .from(chainRequests)
    .leftJoin(taskTries, eq(taskTries.task, chainRequests.task))
    .where(
      and(
        isTheirs,
        eq(chainId, who.chainId),
        eq(kind, "faucet"),
        isNull(failure),
        gte(requestedAt, since),
        sql`coalesce(${taskTries.isGivenUp}, false) = false`,
      ),
    )
    .orderBy(desc(requestedAt))
    .limit(1);
  return row?.requestedAt ?? null;
}

/** What a wallet asked for with the batch it went into, newest first. */
export async function listRequests(db: IdentityDb, address: string) {
  return db
    .select({ request: chainRequests, task: blockchainTasks, tries: taskTries })
    .from(chainRequests)
    .leftJoin(blockchainTasks, eq(blockchainTasks.uuid, chainRequests.task))
    .leftJoin(taskTries, eq(taskTries.task, chainRequests.task))
    .where(eq(chainRequests.address, address))
    .orderBy(desc(chainRequests.requestedAt), desc(chainRequests.uuid));
}
