import type { OperatorTask, OperatorTaskList } from "@/lib/contracts/identity/chains";
import { kindOf } from "../queues/kinds";
import type { Identity } from "../service";
import {
  endsOfHashes,
  endsOfJobs,
  type FailedOrder,
  listFailedOrders,
  listGivenUp,
} from "./dead-letter-store";

const MOST = 500;

/** GET /operator/tasks: work on chains that went wrong, what ended last first. */
export async function listOperatorTasks({ database: { db } }: Identity): Promise<OperatorTaskList> {
  const [batches, orders] = await Promise.all([listGivenUp(db), listFailedOrders(db)]);
  const [ofJob, ofHash] = await Promise.all([
    endsOfJobs(
      db,
      batches.map(({ task }) => task.uuid),
    ),
    endsOfHashes(
      db,
      orders.flatMap(({ hash }) => hash ?? []),
    ),
  ]);
  const tasks = [
    ...batches.map((batch) => ofBatch(batch, ofJob.get(batch.task.uuid))),
    ...orders.map((order) => ofOrder(order, ofHash.get(order.hash ?? ""))),
  ];
  return { tasks: tasks.sort((a, b) => (a.endedAt < b.endedAt ? 1 : -1)).slice(0, MOST) };
}

type Batch = Awaited<ReturnType<typeof listGivenUp>>[number];

const ofBatch = ({ task, tries }: Batch, end: string | undefined): OperatorTask => ({
  ...{ id: task.uuid, kind: kindOf(task), chainId: task.chainId, contractAddress: task.payload },
  ...{ wallets: task.addresses, state: end === "DROPPED" ? "unknown" : "given_up" },
  ...{ failures: tries.failures, hash: task.hash, reason: tries.reason },
  requestedAt: task.createdAt.toISOString(),
  endedAt: (task.updatedAt ?? task.createdAt).toISOString(),
});

const ofOrder = (order: FailedOrder, end: string | undefined): OperatorTask => ({
  ...{ id: order.uuid, kind: "auto_invest", chainId: order.chainId },
  ...{ contractAddress: order.campaignContractAddress, wallets: [order.userWalletAddress] },
  ...{ state: end === "REVERTED" ? "given_up" : "unknown", failures: 1 },
  ...{ hash: order.hash, reason: order.reason },
  requestedAt: order.createdAt.toISOString(),
  endedAt: order.completedAt.toISOString(),
});
