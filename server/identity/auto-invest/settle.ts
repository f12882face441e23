import { type Log, parseEventLogs } from "viem";
import { investAbi } from "../contracts/abis";
import type { Lane, SendState } from "../lanes/lane";
import type { Identity } from "../service";
import type { AutoInvestRow } from "./order-store";
import { settleByHash } from "./original";
import { investContractOf } from "./statuses";
import {
  listByStatus,
  markInProcess,
  moveToHistory,
  type Outcome,
  recordTransaction,
  release,
} from "./task-store";

/** A batch that reverts this often is not sent again. */
const MAX_ATTEMPTS = 5;

const REFUSED = "The campaign refused the investment.";
const NO_TRACE = "The transaction says nothing of this investment.";

/**
 * Finds out what became of the batches of one chain, also of those that a process left behind.
 * @returns whether none is on its way any more
 */
export async function settleJobs(identity: Identity, chainId: bigint, lane: Lane): Promise<boolean> {
  const { database } = identity;
  const rows = await listByStatus(database.db, "IN_PROCESS", chainId);
  for (const job of new Set(rows.map((row) => row.job))) {
    const group = rows.filter((row) => row.job === job);
    if (job) await settle(identity, job, group, await lane.look(job));
    else await settleByHash(identity, chainId, group);
  }
  return (await listByStatus(database.db, "IN_PROCESS", chainId)).length === 0;
}

async function settle(identity: Identity, job: string, rows: AutoInvestRow[], seen: SendState | null) {
  const { database } = identity;
  // claimed, but the process ended before anything was signed; who holds the lane knows that nobody will
  if (!seen) return release(database.db, job, null);
  switch (seen.state) {
    case "sent":
      return markSent(identity, rows, seen.hash);
    case "confirmed":
      return moveToHistory(database, "IN_PROCESS", outcomesOf(identity, rows, seen));
    case "reverted":
      return settleReverted(identity, job, rows, seen);
    case "dropped":
      return release(database.db, job, null);
    default:
      return undefined;
  }
}

/** The hash changes when a dearer version of the same transaction goes out. */
export async function markSent(
  { database: { db } }: Identity,
  rows: AutoInvestRow[],
  hash: string,
): Promise<void> {
  const changed = rows.filter((row) => row.hash !== hash);
  const [first] = changed;
  if (!first) return;
  await markInProcess(
    db,
    changed.map(({ uuid }) => uuid),
    hash,
  );
  await recordTransaction(db, first.chainId, hash);
}

async function settleReverted(
  { database }: Identity,
  job: string,
  rows: AutoInvestRow[],
  { hash, reason }: { hash: string; reason: string },
): Promise<void> {
  const given = rows.filter(({ attempts }) => attempts + 1 >= MAX_ATTEMPTS);
  await moveToHistory(
    database,
    "IN_PROCESS",
    given.map(({ uuid }) => ({ uuid, status: "FAILURE", hash, reason })),
  );
  await release(database.db, job, { reason });
}

/** What the campaign said to each: one that it refuses does not revert the batch. */
function outcomesOf(
  identity: Identity,
  rows: AutoInvestRow[],
  { hash, logs }: { hash: string; logs: Log[] },
): Outcome[] {
  const events = rows[0] ? investEvents(identity, rows[0].chainId, logs) : [];
  return rows.map(({ uuid, userWalletAddress, campaignContractAddress }) => {
    const event = events.find(
      ({ investor, campaign }) =>
        investor.toLowerCase() === userWalletAddress && campaign.toLowerCase() === campaignContractAddress,
    );
    if (event?.successful) return { uuid, hash, status: "SUCCESS", invested: event.amount };
    return { uuid, hash, status: "FAILURE", invested: 0n, reason: event ? REFUSED : NO_TRACE };
  });
}

/** Of the invest contract alone: a campaign may put whatever it likes into the receipt. */
function investEvents(identity: Identity, chainId: bigint, logs: Log[]) {
  const contract = investContractOf(identity, chainId).toLowerCase();
  const own = logs.filter(({ address }) => address.toLowerCase() === contract);
  return parseEventLogs({ abi: investAbi, eventName: "InvestFor", logs: own }).map(({ args }) => args);
}
