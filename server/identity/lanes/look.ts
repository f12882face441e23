import { type Hex, type TransactionReceipt, TransactionReceiptNotFoundError } from "viem";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { broadcast } from "./broadcast";
import { readRefusal } from "./chain-errors";
import type { LaneContext } from "./context";
import type { SendState } from "./lane";
import { type Broadcast, change, findByJob, type LaneRow, listBroadcasts, markSent } from "./lane-store";
import { replaceIfStuck } from "./replace";

/** How long a nonce has to look used up before it is believed: nodes behind one address are not all equally far. */
const GRACE_MS = 120_000;
/** And at how many looks in a row; a process that was away for long has seen it once. */
const LOOKS = 3;
/** The one chain that begins anew in earnest, on developers' machines. */
const LOCAL_CHAIN = 31337n;

const REVERTED = "The chain carried it out without effect.";
const FOREIGN = "Something else used the operator's nonce.";
const OTHER_CHAIN = "The chain began anew.";
export const OTHER_NETWORK = "The chain's node is one of another network.";

/** What became of a job's newest transaction; moves what is stored on to what the chain says. */
export async function look(context: LaneContext, job: string): Promise<SendState | null> {
  const row = await findByJob(context.identity.database.db, job);
  if (!row) return null;
  const hash = row.hash as Hex;
  if (row.status === "DROPPED") return dropped(hash, row.reason ?? FOREIGN);
  return orAway(lookAt(context, row));
}

/** As above, and asks the chain once more about what was dropped: its node may have been behind. */
export async function lookAgain(context: LaneContext, job: string): Promise<SendState | null> {
  const row = await findByJob(context.identity.database.db, job);
  return row?.status === "DROPPED" ? orAway(lookAtDropped(context, row)) : look(context, job);
}

async function lookAtDropped(context: LaneContext, row: LaneRow): Promise<SendState> {
  if (await isOtherNetwork(context)) return { state: "away", reason: OTHER_NETWORK };
  const versions = await listBroadcasts(context.identity.database.db, row.uuid);
  const receipt = await findReceipt(context, versions);
  return receipt ? settle(context, row, receipt) : dropped(row.hash as Hex, row.reason ?? FOREIGN);
}

const orAway = (looking: Promise<SendState>): Promise<SendState> =>
  looking.catch((error: unknown) => {
    if (!(error instanceof Error && "shortMessage" in error)) throw error;
    return { state: "away", reason: readRefusal(error).reason };
  });

async function lookAt(context: LaneContext, row: LaneRow): Promise<SendState> {
  const client = context.identity.chains.client(context.chainId);
  const versions = await listBroadcasts(context.identity.database.db, row.uuid);
  // the count comes first: whatever it includes has a receipt afterwards
  const count = BigInt(await client.getTransactionCount({ address: context.account.address }));
  const receipt = await findReceipt(context, versions);
  if (receipt) return settle(context, row, receipt);
  if (row.status === "CONFIRMED") return { state: "away", reason: "The chain's node has lost the receipt." };
  if (row.status === "REVERTED") return { state: "reverted", hash: row.hash as Hex, reason: REVERTED };
  if (await isOtherNetwork(context)) return { state: "away", reason: OTHER_NETWORK };
  if ((await client.getBlock({ blockNumber: 0n })).hash !== row.genesis) {
    if (context.chainId !== LOCAL_CHAIN) return { state: "away", reason: OTHER_NETWORK };
    return suspect(context, row, OTHER_CHAIN, 0);
  }
  if (count > row.nonce) return suspect(context, row, FOREIGN, GRACE_MS);
  if (row.missingSince) await change(context.identity.database.db, row.uuid, NOT_MISSING);
  return keepGoing(context, row, versions);
}

/** Such a node knows none of what was sent, and would have it paid a second time. */
export const isOtherNetwork = async ({ identity, chainId }: LaneContext): Promise<boolean> =>
  BigInt(await identity.chains.client(chainId).getChainId()) !== chainId;

const NOT_MISSING = { missingSince: null, missingLooks: 0 };

async function findReceipt({ identity, chainId }: LaneContext, versions: Broadcast[]) {
  for (const { hash, sentAt } of versions) {
    const receipt = await receiptOf(identity.chains.client(chainId), hash as Hex);
    if (!receipt) continue;
    // it was sent by whoever crashed before writing that down
    if (!sentAt) await markSent(identity.database.db, hash as Hex);
    return receipt;
  }
  return null;
}

export async function receiptOf(
  client: ReturnType<LaneContext["identity"]["chains"]["client"]>,
  hash: Hex,
): Promise<TransactionReceipt | null> {
  return client.getTransactionReceipt({ hash }).catch((error) => {
    if (error instanceof TransactionReceiptNotFoundError) return null;
    throw error;
  });
}

async function settle(context: LaneContext, row: LaneRow, receipt: TransactionReceipt): Promise<SendState> {
  const { identity, chainId, depth } = context;
  const { transactionHash: hash, status, blockNumber, logs } = receipt;
  const head = await identity.chains.client(chainId).getBlockNumber({ cacheTime: 0 });
  const isDeep = head - blockNumber + 1n >= BigInt(depth);
  const settled = status === "success" ? "CONFIRMED" : "REVERTED";
  const wanted = isDeep ? settled : "MINED";
  if (row.status !== wanted || row.hash !== hash) {
    await change(identity.database.db, row.uuid, { status: wanted, hash, ...NOT_MISSING });
  }
  if (!isDeep) return { state: "sent", hash };
  return status === "success"
    ? { state: "confirmed", hash, logs }
    : { state: "reverted", hash, reason: REVERTED };
}

async function suspect(
  context: LaneContext,
  row: LaneRow,
  reason: string,
  graceMs: number,
): Promise<SendState> {
  const since = row.missingSince ?? now();
  const missingLooks = row.missingLooks + 1;
  if (missingLooks >= LOOKS && now().getTime() - since.getTime() >= graceMs)
    return drop(context, row, reason);
  await change(context.identity.database.db, row.uuid, { missingSince: since, missingLooks });
  return { state: "sent", hash: row.hash as Hex };
}

async function drop(context: LaneContext, row: LaneRow, reason: string): Promise<SendState> {
  await context.assertHeld();
  await change(context.identity.database.db, row.uuid, { status: "DROPPED", reason });
  log.warn("identity.transaction-dropped", { chainId: row.chainId, hash: row.hash, reason });
  return dropped(row.hash as Hex, reason);
}

const dropped = (hash: Hex, reason: string): SendState => ({
  ...{ state: "dropped", hash, reason, isNewChain: reason === OTHER_CHAIN },
});

/** No block has it: the node hears of it again if it forgot, and of a dearer version if it takes too long. */
async function keepGoing(context: LaneContext, row: LaneRow, versions: Broadcast[]): Promise<SendState> {
  const [newest] = versions;
  if (!newest) throw new Error("A stored transaction has no signed version.");
  const client = context.identity.chains.client(context.chainId);
  const replacement = await replaceIfStuck(context, row, newest);
  const latest = replacement ?? newest;
  const known = replacement
    ? null
    : await client.getTransaction({ hash: latest.hash as Hex }).catch(() => null);
  if (!known) await broadcast(context, latest);
  return { state: "sent", hash: latest.hash as Hex };
}
