import { and, eq, inArray, lt, ne, or, sql } from "drizzle-orm";
import { currentBatch } from "@/lib/domain/batches";
import type { OperationKind } from "@/lib/domain/intent";
import type { OperationState } from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import { type Db, transaction } from "@/server/db/client";
import { operations, walletTurns } from "@/server/db/schema/treasury";
import type { Check } from "./step";
import type { Operation } from "./store";

/**
 * One open broadcast per wallet: a second payment would spend the first one's unconfirmed change, and a third one may
 * not fit into the mempool any more. Who asks first goes first, batch by batch, so that a long distribution lets others in.
 */

/** Apart from the locks of operations and migrations. */
const TURN_LOCK = 43;
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
    await tx.execute(sql`select pg_advisory_xact_lock(${TURN_LOCK}, hashtext(${operation.workspaceId}))`);
    const first = await whoIsBefore(tx, operation, await askForTurn(tx, operation));
    const passes = eq(walletTurns.operationId, operation.id);
    await tx.update(walletTurns).set({ isGranted: !first }).where(passes);
    return first;
  });
  if (before) throw new AppError("CONFLICT", worksText.waitsForTurn);
  return null;
};

/** @returns the place in the queue; a new batch asks anew, the same one keeps its place */
async function askForTurn(tx: Db, { id, workspaceId, facts }: Operation): Promise<bigint> {
  const batch = currentBatch(facts);
  const own = eq(walletTurns.operationId, id);
  const [kept] = await tx
    .select({ place: walletTurns.place })
    .from(walletTurns)
    .where(and(own, eq(walletTurns.batch, batch)));
  if (kept) return kept.place;
  await tx.delete(walletTurns).where(own);
  const [asked] = await tx.insert(walletTurns).values({ operationId: id, workspaceId, batch }).returning();
  if (!asked) throw new AppError("INTERNAL", worksText.stepFailed);
  return asked.place;
}

/** One that was granted its turn comes first even when it asked later: it may be telling the node this moment. */
async function whoIsBefore(tx: Db, { id, workspaceId }: Operation, place: bigint) {
  const isAhead = or(eq(walletTurns.isGranted, true), lt(walletTurns.place, place));
  const [row] = await tx
    .select({ id: operations.id })
    .from(operations)
    .leftJoin(walletTurns, eq(walletTurns.operationId, operations.id))
    .where(
      and(
        eq(operations.workspaceId, workspaceId),
        ne(operations.id, id),
        or(
          inArray(operations.state, OPEN_BROADCAST),
          and(inArray(operations.state, WAITING_FOR_TURN), isAhead),
        ),
      ),
    )
    .limit(1);
  return row;
}
