import { and, asc, desc, eq, inArray, lt, ne, or, sql } from "drizzle-orm";
import { currentBatch } from "@/lib/domain/batches";
import type { IntentAsset, OperationKind } from "@/lib/domain/intent";
import type { OperationState } from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { decodeJson } from "@/lib/json";
import { operationsText } from "@/lib/messages/operations";
import { worksText } from "@/lib/messages/works";
import { type Db, db, transaction } from "@/server/db/client";
import { LOCKS } from "@/server/db/locks";
import { operations, walletTurns } from "@/server/db/schema/treasury";
import { type Check, type StepContext, Waiting } from "./step";
import type { Operation } from "./store";

/**
 * One open broadcast per wallet: a second payment would spend the first one's unconfirmed change, and a third one may
 * not fit into the mempool any more. Who asks first goes first, batch by batch, so that a long distribution lets others in.
 */

/** From being told to send until two confirmations; what is unknown may be on its way. */
const OPEN_BROADCAST: OperationState[] = ["sending", "broadcasting", "sent", "unknown"];
/** Asked for its turn and about to send. */
const WAITING_FOR_TURN: OperationState[] = ["ordered", "signed"];

/**
 * Last of what must hold before an operation is told to send. Passing is written down and counts until the operation
 * leaves these states; all of it under one lock per workspace, so two operations never both pass.
 * @throws AppError CONFLICT while another operation's broadcast is open or its turn comes first: the operation waits
 */
export const ownTurn: Check<OperationKind> = async (operation) => {
  const before = await transaction(async (tx) => {
    await lockTurns(tx, operation);
    const first = await whoIsBefore(tx, operation, await askForTurn(tx, operation));
    const passes = eq(walletTurns.operationId, operation.id);
    await tx.update(walletTurns).set({ isGranted: !first }).where(passes);
    return first;
  });
  if (before) throw behind(before);
  return null;
};

/**
 * Runs what must hold between asking for a turn and using it. While it fails others are let in: the turn is given back,
 * and the operation asks anew, at the end of the queue, once it holds. Not where an earlier attempt may be on its way.
 */
export async function givingWay<T>(
  holds: (context: StepContext) => Promise<T>,
  operation: Operation,
  context: StepContext,
): Promise<T> {
  try {
    return await holds(context);
  } catch (error) {
    if (!mayBeOut(operation)) {
      await transaction(async (tx) => {
        await lockTurns(tx, operation);
        await tx.delete(walletTurns).where(eq(walletTurns.operationId, operation.id));
      });
    }
    throw error;
  }
}

const mayBeOut = ({ facts: { beforeSend, supply, ...facts } }: Operation): boolean =>
  beforeSend?.batch === currentBatch(facts) || supply?.isHanding === true || supply?.mayBeOut === true;

/**
 * First of what is looked at, because it costs AMP and the node nothing: an operation that has asked for its turn waits
 * until nobody is before it, and only then is everything else looked at. It promises nothing; `ownTurn` decides, and
 * it alone takes back a turn that was granted and not used, for which an earlier operation may be waiting.
 * @throws AppError CONFLICT as `ownTurn`
 */
export const mayBeOwnTurn: Check<OperationKind> = async (operation) => {
  const kept = await keptTurn(db(), operation);
  if (!kept || kept.isGranted) return null;
  const before = await whoIsBefore(db(), operation, kept.place);
  if (before) throw behind(before);
  return null;
};

type Before = NonNullable<Awaited<ReturnType<typeof whoIsBefore>>>;

function behind({ id, kind, assetUuid, state, intentHead }: Before): Waiting {
  const { assetName } = decodeJson(intentHead ?? "{}") as IntentAsset;
  const name = operationsText.of(kind as OperationKind, assetName);
  const isOpen = OPEN_BROADCAST.includes(state as OperationState);
  const words = isOpen ? worksText.waitsForTurn(name) : worksText.waitsForOther(name);
  return new Waiting("CONFLICT", words, { behind: { id, kind: kind as OperationKind, assetUuid } });
}

const lockTurns = (tx: Db, { workspaceId }: Operation) =>
  tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.turn}, hashtext(${workspaceId}))`);

/** Its place in the queue for the current batch; null while it has not asked. */
async function keptTurn(tx: Db, { id, facts }: Operation) {
  const [kept] = await tx
    .select({ place: walletTurns.place, isGranted: walletTurns.isGranted })
    .from(walletTurns)
    .where(and(eq(walletTurns.operationId, id), eq(walletTurns.batch, currentBatch(facts))));
  return kept ?? null;
}

/** @returns the place in the queue; a new batch asks anew, the same one keeps its place */
async function askForTurn(tx: Db, operation: Operation): Promise<bigint> {
  const { id, workspaceId, facts } = operation;
  const kept = await keptTurn(tx, operation);
  if (kept) return kept.place;
  await tx.delete(walletTurns).where(eq(walletTurns.operationId, id));
  const batch = currentBatch(facts);
  const [asked] = await tx.insert(walletTurns).values({ operationId: id, workspaceId, batch }).returning();
  if (!asked) throw new AppError("INTERNAL", worksText.stepFailed);
  return asked.place;
}

/** One that was granted its turn comes first even when it asked later: it may be telling the node this moment. */
async function whoIsBefore(tx: Db, operation: Operation, place: bigint) {
  const { id, kind, assetUuid, state, intentHead } = operations;
  const isAhead = or(eq(walletTurns.isGranted, true), lt(walletTurns.place, place));
  const [row] = await tx
    .select({ id, kind, assetUuid, state, intentHead })
    .from(operations)
    .leftJoin(walletTurns, eq(walletTurns.operationId, operations.id))
    .where(
      and(
        eq(operations.workspaceId, operation.workspaceId),
        ne(id, operation.id),
        or(
          inArray(operations.state, OPEN_BROADCAST),
          and(inArray(operations.state, WAITING_FOR_TURN), isAhead),
        ),
      ),
    )
    .orderBy(desc(inArray(state, OPEN_BROADCAST)), desc(walletTurns.isGranted), asc(walletTurns.place))
    .limit(1);
  return row;
}
