import { type Log, parseEventLogs } from "viem";
import { log } from "@/server/platform/log";
import { investAbi } from "../contracts/abis";
import type { Lane, SendState } from "../lanes/lane";
import type { Identity } from "../service";
import type { AutoInvestRow } from "./order-store";
import { settleByHash } from "./original";
import { investContractOf } from "./statuses";
import {
  listByStatus,
  moveToHistory,
  type Outcome,
  recordTransaction,
  release,
  releaseUnsigned,
  setHash,
} from "./task-store";

/** A batch that reverts this often is not sent again. */
const MAX_ATTEMPTS = 5;

const REFUSED = "The campaign refused the investment.";
const NOBODY_KNOWS =
  "Something else used the operator's nonce, so it is not known whether this was invested. Check the wallet before ordering it again.";
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
  // claimed, but the process ended before anything was signed
  if (!seen) return releaseUnsigned(database, job);
  switch (seen.state) {
    case "sent":
      return markSent(identity, job, rows, seen.hash);
    case "confirmed":
      return moveToHistory(database, "IN_PROCESS", outcomesOf(identity, rows, seen), job);
    case "reverted":
      return settleReverted(identity, job, rows, seen);
    case "dropped":
      return seen.isNewChain ? release(database.db, job, null) : giveUp(identity, job, rows, seen);
    default:
      return undefined;
  }
}

/** The hash changes when a dearer version of the same transaction goes out. */
export async function markSent(
  { database: { db } }: Identity,
  job: string,
  rows: AutoInvestRow[],
  hash: string,
): Promise<void> {
  const first = rows.find((row) => row.hash !== hash);
  if (!first) return;
  await setHash(db, job, hash);
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
    job,
  );
  await release(database.db, job, { reason });
}

/** What may have been invested is never invested again by itself: its investor decides. */
async function giveUp(
  { database }: Identity,
  job: string,
  rows: AutoInvestRow[],
  { hash }: { hash: string },
): Promise<void> {
  const outcomes = rows.map(({ uuid }) => ({ uuid, status: "FAILURE" as const, hash, reason: NOBODY_KNOWS }));
  await moveToHistory(database, "IN_PROCESS", outcomes, job);
  log.error("identity.investment-unknown", { chainId: rows[0]?.chainId, hash, orders: rows.length });
}

/** What the campaign said to each: one that it refuses does not revert the batch. */
export function outcomesOf(
  identity: Identity,
  rows: Pick<AutoInvestRow, "uuid" | "chainId" | "userWalletAddress" | "campaignContractAddress">[],
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
