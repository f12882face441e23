import { and, asc, eq, gt, inArray, max, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { BlindersIntent } from "@/lib/domain/intent";
import { FINAL_STATES, isFinal, type OperationFacts, type OperationState } from "@/lib/domain/operation";
import { type OperationTransaction, WATCHED_BLOCKS } from "@/lib/domain/reconcile";
import { decodeJson } from "@/lib/json";
import { db } from "@/server/db/client";
import { operationJournal, operations } from "@/server/db/schema/treasury";
import { now } from "@/server/platform/clock";
import { workspacesBeside } from "@/server/vault/store";

/** What the watch knows of a stored operation; intents, which may be large, are left where they are. */
export interface KnownOperation {
  id: string;
  state: OperationState;
  facts: OperationFacts;
}

/** Earlier a txid may stand there of a signed transaction that the network has not seen. */
const AFTER_SENDING: OperationState[] = ["sent", "confirming", "unknown", "done"];
/** Generous: which of their transactions are still looked at is decided by height. */
const ENDED_LATELY_MS = 24 * 3_600_000;

const COLUMNS = { id: operations.id, state: operations.state, facts: operations.facts };
const toKnown = ({ id, state, facts }: { id: string; state: string; facts: string }): KnownOperation => ({
  id,
  state: state as OperationState,
  facts: decodeJson(facts) as OperationFacts,
});

/** Of one asset, oldest first. */
async function knownWhere(
  workspaceId: string,
  assetUuid: string,
  condition: SQL | undefined,
): Promise<KnownOperation[]> {
  const isOfAsset = and(eq(operations.workspaceId, workspaceId), eq(operations.assetUuid, assetUuid));
  const rows = await db()
    .select(COLUMNS)
    .from(operations)
    .where(and(isOfAsset, condition))
    .orderBy(asc(operations.createdAt));
  return rows.map(toKnown);
}

/** Those not at their end, those that ended lately, and those in `named`. */
export async function operationsInSight(
  workspaceId: string,
  assetUuid: string,
  named: string[],
): Promise<KnownOperation[]> {
  return knownWhere(
    workspaceId,
    assetUuid,
    or(
      notInArray(operations.state, [...FINAL_STATES]),
      gt(operations.updatedAt, new Date(now().getTime() - ENDED_LATELY_MS)),
      named.length === 0 ? undefined : inArray(operations.id, named),
    ),
  );
}

/** Assets with an operation that is not at its end. */
export async function assetsUnderWay(workspaceId: string): Promise<Set<string>> {
  const rows = await db()
    .selectDistinct({ assetUuid: operations.assetUuid })
    .from(operations)
    .where(and(eq(operations.workspaceId, workspaceId), notInArray(operations.state, [...FINAL_STATES])));
  return new Set(rows.map(({ assetUuid }) => assetUuid));
}

/** Whether one of the asset is not at its end, whichever workspace of the environment it is of. */
export async function isUnderWay(workspaceId: string, assetUuid: string): Promise<boolean> {
  const found = await db()
    .select({ id: operations.id })
    .from(operations)
    .where(
      and(
        inArray(operations.workspaceId, workspacesBeside(workspaceId)),
        eq(operations.assetUuid, assetUuid),
        notInArray(operations.state, [...FINAL_STATES]),
      ),
    )
    .limit(1);
  return found.length > 0;
}

/**
 * Transactions of the outputs whose blinders AMP was told lately, and when such an update last moved. One that is still on its
 * way moves with each output: all of its transactions would be looked at each time.
 */
export async function toldOfBlinders(
  workspaceId: string,
  assetUuid: string,
): Promise<{ txids: string[]; at: Date }[]> {
  const rows = await db()
    .select({ intent: operations.intent, at: operations.updatedAt })
    .from(operations)
    .where(
      and(
        eq(operations.workspaceId, workspaceId),
        eq(operations.assetUuid, assetUuid),
        eq(operations.kind, "blinders"),
        inArray(operations.state, [...FINAL_STATES, "stopped"]),
        gt(operations.updatedAt, new Date(now().getTime() - ENDED_LATELY_MS)),
      ),
    );
  return rows.map(({ intent, at }) => {
    const { outputs } = decodeJson(intent) as BlindersIntent;
    return { txids: [...new Set(outputs.map(({ txid }) => txid))], at };
  });
}

/** Of one asset, or that pay one registered user; everything else is left where it is. */
export type UnderWay = { assetUuid: string; userId?: undefined } | { userId: number; assetUuid?: undefined };

/**
 * Distributions that are under way, whichever workspace of the environment they are of: all of them work on the same
 * assignments. In one order for everybody, who may lock them one after the other.
 */
export const distributionsUnderWay = (
  workspaceId: string,
  { assetUuid, userId }: UnderWay,
): Promise<{ id: string; workspaceId: string }[]> =>
  db()
    .select({ id: operations.id, workspaceId: operations.workspaceId })
    .from(operations)
    .where(
      and(
        inArray(operations.workspaceId, workspacesBeside(workspaceId)),
        assetUuid === undefined ? undefined : eq(operations.assetUuid, assetUuid),
        userId === undefined ? undefined : sql`${operations.intent} ~ ${`"registeredUser":${userId}[,}]`}`,
        eq(operations.kind, "distribution"),
        notInArray(operations.state, [...FINAL_STATES]),
      ),
    )
    .orderBy(operations.id);

/** Every transaction that an operation stored as its own, booked or not. */
export const txidsOf = ({ txid, sentBatches = [] }: OperationFacts): string[] => [
  ...new Set([...sentBatches.map((batch) => batch.txid), ...(txid === undefined ? [] : [txid])]),
];

export type SentTransaction = Omit<OperationTransaction, "confirmations">;

/**
 * What operations sent and is still looked at: the current transaction of an open one, booked ones for some blocks, and
 * whatever is in question.
 * @param inQuestion by txid
 */
export const sentInSight = (
  operations: KnownOperation[],
  height: number,
  inQuestion: ReadonlyMap<string, string>,
): SentTransaction[] =>
  operations.flatMap(({ id: operationId, state, facts }) => {
    const { txid, blockHeight = null, sentBatches = [] } = facts;
    const isInSight = (sent: { txid: string; blockHeight: number | null }) =>
      sent.blockHeight === null || height - sent.blockHeight < WATCHED_BLOCKS || inQuestion.has(sent.txid);
    const booked = sentBatches
      .filter(isInSight)
      .map((batch) => ({ operationId, txid: batch.txid, wasInBlock: true, isSettled: true }));
    const isBooked = sentBatches.some((batch) => batch.txid === txid);
    if (txid === undefined || isBooked || !AFTER_SENDING.includes(state)) return booked;
    const isSettled = isFinal(state);
    if (isSettled && !isInSight({ txid, blockHeight })) return booked;
    return [...booked, { operationId, txid, wasInBlock: blockHeight !== null, isSettled }];
  });

/**
 * The operation that made a transaction, whatever its state and age: it stored the txid, or its id stands in the wallet's
 * comment because its txid was never learned.
 */
export async function findSender(
  workspaceId: string,
  assetUuid: string,
  { txid, comment = "" }: { txid: string; comment?: string | undefined },
): Promise<KnownOperation | null> {
  const [tagged = ""] = comment.split(":");
  const known = await knownWhere(
    workspaceId,
    assetUuid,
    // Also finds transactions that it spends from; they are told apart below.
    or(sql`strpos(${operations.facts}, ${txid}) > 0`, sql`${operations.id}::text = ${tagged}`),
  );
  return known.find(({ id, facts }) => id === tagged || txidsOf(facts).includes(txid)) ?? null;
}

/** Operations that stored this order of AMP as their own, whatever became of them, oldest first. */
export async function operationsOfOrder(
  workspaceId: string,
  assetUuid: string,
  distributionUuid: string,
): Promise<KnownOperation[]> {
  const isNamed = sql`strpos(${operations.facts}, ${distributionUuid}) > 0`;
  const known = await knownWhere(workspaceId, assetUuid, isNamed);
  return known.filter(({ facts }) => facts.order?.distributionUuid === distributionUuid);
}

/** Of one operation as many rows as its facts name distributions. */
const NAMED = sql<string>`(regexp_matches(${operations.facts}, '"distributionUuid":"([^"]+)"', 'g'))[1]`;

/**
 * The desk's operations by the distributions at AMP that they carried out; where several took one up, the last. Facts
 * also hold every address of an order, so only the uuids leave the database.
 */
export async function operationsByDistribution(
  workspaceId: string,
  assetUuid: string,
): Promise<ReadonlyMap<string, string>> {
  const isOfAsset = and(
    eq(operations.workspaceId, workspaceId),
    eq(operations.assetUuid, assetUuid),
    eq(operations.kind, "distribution"),
  );
  const rows = await db()
    .select({ id: operations.id, uuid: NAMED })
    .from(operations)
    .where(isOfAsset)
    .orderBy(asc(operations.createdAt));
  return new Map(rows.map(({ id, uuid }) => [uuid, id]));
}

/**
 * When a distribution of the asset did, or was about to do, something last, whichever workspace of the environment it is of:
 * it changed what the others have copied as well. null when there was none.
 */
export async function lastDistributingAt(workspaceId: string, assetUuid: string): Promise<Date | null> {
  const [row] = await db()
    .select({ at: max(operationJournal.at) })
    .from(operationJournal)
    .innerJoin(operations, eq(operations.id, operationJournal.operationId))
    .where(
      and(
        inArray(operations.workspaceId, workspacesBeside(workspaceId)),
        eq(operations.assetUuid, assetUuid),
        eq(operations.kind, "distribution"),
      ),
    );
  return row?.at ?? null;
}

const isDone = eq(operations.state, "done");
/**
 * Whatever became of it, others may own what it sent: it stored a transaction, or what it does before it sends, or a person
 * closed it as unclear.
 */
const mayHaveSent = and(
  ne(operations.state, "done"),
  or(
    eq(operations.state, "failed"),
    sql`strpos(${operations.facts}, '"txid":') > 0`,
    sql`strpos(${operations.facts}, '"beforeSend":') > 0`,
  ),
);

/**
 * When an operation of the asset that is done, or may have sent something, moved last, whichever workspace of the environment
 * it is of; null when there is none.
 */
export async function lastSendingAt(workspaceId: string, assetUuid: string): Promise<Date | null> {
  const isOfAsset = and(
    inArray(operations.workspaceId, workspacesBeside(workspaceId)),
    eq(operations.assetUuid, assetUuid),
  );
  const moved = async (condition: SQL | undefined) =>
    db()
      .select({ at: max(operations.updatedAt) })
      .from(operations)
      .where(and(isOfAsset, condition));
  // Apart: those that are done are many, and found by an index of their own.
  const found = await Promise.all([moved(isDone), moved(mayHaveSent)]);
  const moments = found.flatMap(([row]) => row?.at ?? []);
  return moments.sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
}

/** The same of every asset of a workspace with such an operation, by asset. */
export async function lastSending(workspaceId: string): Promise<Map<string, Date>> {
  const rows = await db()
    .select({ assetUuid: operations.assetUuid, at: max(operations.updatedAt) })
    .from(operations)
    .where(and(eq(operations.workspaceId, workspaceId), or(isDone, mayHaveSent)))
    .groupBy(operations.assetUuid);
  return new Map(rows.flatMap(({ assetUuid, at }) => (at ? [[assetUuid, at]] : [])));
}
