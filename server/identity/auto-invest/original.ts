import type { Hex } from "viem";
import { now } from "@/server/platform/clock";
import { isMinedLikeOriginal, sendLikeOriginal } from "../lanes/original";
import type { Identity } from "../service";
import type { AutoInvestRow } from "./order-store";
import { askStatuses, encodeInvestFor, investContractOf } from "./statuses";
import {
  expireOrders,
  findTransaction,
  listByStatus,
  markInProcess,
  moveToHistory,
  type Outcome,
  recordTransaction,
} from "./task-store";

/**
 * What the original does with the orders of one chain at each tick: any receipt is a success, and a transaction that
 * confirmed after the wait for it is sent a second time.
 */
export async function investLikeOriginal(identity: Identity, chainId: bigint): Promise<void> {
  const { database, config } = identity;
  await settleByHash(identity, chainId, await listByStatus(database.db, "IN_PROCESS", chainId));
  await expireOrders(database, chainId, new Date(now().getTime() - config.investQueue.timeoutMs));
  const pending = await listByStatus(database.db, "PENDING", chainId);
  if (pending.length > 0) await sendPending(identity, chainId, pending);
}

async function sendPending(identity: Identity, chainId: bigint, pending: AutoInvestRow[]): Promise<void> {
  const { database, config, fixes } = identity;
  const ready = (await askStatuses(identity, chainId, pending)).filter(({ isReady }) => isReady);
  if (ready.length === 0) return;
  const investments = ready.map(({ row, amount }) => ({
    row,
    amount: fixes.cappedInvestments && amount > row.amount ? row.amount : amount,
  }));
  const hash = await sendLikeOriginal(identity, chainId, "autoInvest", {
    to: investContractOf(identity, chainId),
    data: encodeInvestFor(investments),
    gasLimit: config.investQueue.gasLimit,
  });
  if (!hash) return;
  const uuids = ready.map(({ row }) => row.uuid);
  await markInProcess(database.db, uuids, hash);
  await recordTransaction(database.db, chainId, hash);
}

/** Orders on their way that are known by their hash alone. Without a hash, or a record of it, they stay as they are. */
export async function settleByHash(
  identity: Identity,
  chainId: bigint,
  rows: AutoInvestRow[],
): Promise<void> {
  for (const hash of new Set(rows.map((row) => row.hash))) {
    const status = hash && (await statusOf(identity, chainId, hash as Hex));
    if (!status) continue;
    const group = rows.filter((row) => row.hash === hash);
    const outcomes = group.map(({ uuid }) => ({ uuid, status }));
    await moveToHistory(identity.database, "IN_PROCESS", outcomes);
  }
}

async function statusOf(identity: Identity, chainId: bigint, hash: Hex): Promise<Outcome["status"] | null> {
  if (await isMinedLikeOriginal(identity, chainId, hash)) return "SUCCESS";
  const sent = await findTransaction(identity.database.db, chainId, hash);
  if (!sent) return null;
  const isTooOld = now().getTime() - sent.createdAt.getTime() > periodMs(identity);
  return isTooOld ? "FAILURE" : null;
}

/** The original reads its milliseconds as seconds. */
const periodMs = ({ config, fixes }: Identity): number =>
  config.investQueue.miningPeriodMs * (fixes.lanes ? 1 : 1_000);
