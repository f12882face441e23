import type { ChainTask } from "@/lib/contracts/identity/chains";
import { listAutoInvestTasks } from "../auto-invest/tasks";
import { findProgress, type Progress } from "../lanes/lane-store";
import type { QueueKind } from "../queues/kinds";
import type { Identity } from "../service";
import { listRequests } from "./request-store";

/** What one kind of work on chains has to tell a wallet's owner. */
type Source = (identity: Identity, address: string) => Promise<ChainTask[]>;

/**
 * GET /user/chain-tasks, GET /operator/tasks/{address}: what a wallet asked for on chains, newest first.
 * @param address in lower case
 */
export async function listChainTasks(identity: Identity, address: string): Promise<{ tasks: ChainTask[] }> {
  const lists = await Promise.all(sources.map((source) => source(identity, address)));
  const tasks = lists.flat().sort((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1));
  return { tasks };
}

type Found = Awaited<ReturnType<typeof listRequests>>[number];

const listQueued: Source = async ({ database }, address) => {
  const found = await listRequests(database.db, address);
  const jobs = found.flatMap(({ task }) => (task ? [task.uuid] : []));
  const progress = await findProgress(database.db, jobs);
  return found.map((one) => toChainTask(one, one.task ? progress.get(one.task.uuid) : undefined));
};

/** Each kind of work and what lists it. */
const sources: Source[] = [listQueued, listAutoInvestTasks];

function toChainTask(found: Found, progress: Progress | undefined): ChainTask {
  const { request, task, tries } = found;
  const changedAt = [request.updatedAt, task?.updatedAt ?? request.updatedAt];
  return {
    id: request.uuid,
    kind: request.kind as QueueKind,
    chainId: request.chainId,
    contractAddress: request.contractAddress,
    state: stateOf(found, progress),
    hash: task?.hash ?? progress?.hash ?? null,
    reason: request.failure ?? tries?.reason ?? null,
    requestedAt: request.requestedAt.toISOString(),
    updatedAt: new Date(Math.max(...changedAt.map((date) => date.getTime()))).toISOString(),
  };
}

function stateOf({ request, task, tries }: Found, progress: Progress | undefined): ChainTask["state"] {
  if (!task) return "queued";
  if (task.status === "COMPLETED") return request.failure === null ? "confirmed" : "failed";
  if (task.status === "FAILED") return tries?.isGivenUp ? "given_up" : "failed";
  if (!progress?.isOpen) return "queued";
  return progress.isSent ? "sent" : "sending";
}
