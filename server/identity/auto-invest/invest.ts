import { randomUUID } from "node:crypto";
import { now } from "@/server/platform/clock";
import type { Lane } from "../lanes/lane";
import { withLane } from "../lanes/with-lane";
import type { Identity } from "../service";
import type { AutoInvestRow } from "./order-store";
import { markSent, settleJobs } from "./settle";
import { askEachStatus, encodeInvestFor, type Investment, investContractOf, tryOut } from "./statuses";
import { claim, expireOrders, explain, listByStatus, lockJob, release } from "./task-store";

/** What the gas limit is meant for. */
const MAX_BATCH = 100;

/**
 * Carries out the orders of one chain, one batch at a time: which orders a batch has is stored before it is signed, and
 * what became of it is asked of the chain before the next one.
 * @throws Refusal 0401, 0402 for a chain that cannot be used; viem's errors when its node fails
 */
export async function investOnChain(identity: Identity, chainId: bigint): Promise<void> {
  const { database, config } = identity;
  await expireOrders(database, chainId, new Date(now().getTime() - config.investQueue.timeoutMs));
  await withLane(identity, chainId, "autoInvest", async (lane) => {
    if (!(await settleJobs(identity, chainId, lane))) return;
    const ready = await findReady(identity, chainId);
    if (ready.length > 0) await sendBatch(identity, chainId, lane, ready);
  });
}

/** The next batch: those that never failed together, else one that did on its own. */
async function findReady(identity: Identity, chainId: bigint): Promise<Investment[]> {
  const at = now();
  const pending = await listByStatus(identity.database.db, "PENDING", chainId);
  const due = pending.filter(({ nextTryAt }) => !nextTryAt || nextTryAt <= at);
  const fresh = await takeReady(
    identity,
    chainId,
    due.filter(({ attempts }) => attempts === 0),
    MAX_BATCH,
  );
  if (fresh.length > 0) return fresh;
  return takeReady(
    identity,
    chainId,
    due.filter(({ attempts }) => attempts > 0),
    1,
  );
}

async function takeReady(
  identity: Identity,
  chainId: bigint,
  rows: AutoInvestRow[],
  limit: number,
): Promise<Investment[]> {
  const found: Investment[] = [];
  for (let from = 0; from < rows.length && found.length < limit; from += MAX_BATCH) {
    const statuses = await askEachStatus(identity, chainId, rows.slice(from, from + MAX_BATCH));
    for (const { row, amount, isReady } of statuses) {
      if (!isReady || found.length >= limit) continue;
      const investment = { row, amount: atMost(identity, row, amount) };
      if (await isTaken(identity, chainId, investment)) found.push(investment);
    }
  }
  return found;
}

const atMost = ({ fixes }: Identity, row: AutoInvestRow, amount: bigint): bigint =>
  fixes.cappedInvestments && amount > row.amount ? row.amount : amount;

/** Whether the campaign would take it now, such as an amount below its minimum; why not is kept for the investor. */
async function isTaken(identity: Identity, chainId: bigint, investment: Investment): Promise<boolean> {
  const { row } = investment;
  const reason = await tryOut(identity, chainId, investment);
  if (reason !== null && reason !== row.reason) await explain(identity.database.db, row.uuid, reason);
  return reason === null;
}

async function sendBatch(
  identity: Identity,
  chainId: bigint,
  lane: Lane,
  ready: Investment[],
): Promise<void> {
  const { db } = identity.database;
  const job = randomUUID();
  const claimed = await claim(
    db,
    ready.map(({ row }) => row.uuid),
    job,
  );
  // an order that was changed since is sent as it is now
  const investments = ready.flatMap(({ row: { uuid }, amount }) => {
    const row = claimed.find((one) => one.uuid === uuid);
    return row ? [{ row, amount: atMost(identity, row, amount) }] : [];
  });
  if (investments.length === 0) return;
  const result = await lane.send({
    ...{ id: job, kind: "auto_invest", to: investContractOf(identity, chainId) },
    ...{ data: encodeInvestFor(investments), gasLimit: identity.config.investQueue.gasLimit },
    isStillWanted: async (tx) => (await lockJob(tx, job)).length === investments.length,
  });
  if (result.state === "waiting" || result.state === "away") await release(db, job, null);
  else if (result.state === "refused") await release(db, job, result);
  else await markSent(identity, job, claimed, result.hash);
}
