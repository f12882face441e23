import type { Actor } from "@/lib/domain/actor";
import { type Batch, type BatchRow, isMissing, type RowDecision } from "@/lib/domain/assignment-batch";
import { AppError } from "@/lib/errors";
import { assignmentBatchesText as text } from "@/lib/messages/assignment-batches";
import { inStoredWords } from "@/server/platform/stored-words";
import { inTurn } from "@/server/treasury/lock";
import { whileAlone } from "./carrier";
import { findBatch, saveRow } from "./store";

/**
 * What a person decides about rows of a batch; only a state is stored, `carryOn` does what follows from it.
 * @throws AppError NOT_FOUND, CONFLICT when others do not leave off in time or there is nothing to decide
 */
export async function decide(actor: Actor, assetUuid: string, batchId: string, decision: RowDecision) {
  const work = async () => {
    const changed = await inStoredWords(async () => {
      const batch = await findBatch(actor.workspaceId, assetUuid, batchId);
      return batch ? DECISIONS[decision](batch) : null;
    });
    if (changed === null) throw new AppError("NOT_FOUND", text.noBatch);
    if (changed === 0) throw new AppError("CONFLICT", text.nothingToDecide);
  };
  const isAlone = await inTurn(() => whileAlone(actor, assetUuid, work));
  if (!isAlone) throw new AppError("CONFLICT", text.busy);
}

/** Each gives the number of rows that it changed. */
const DECISIONS: Record<RowDecision, (batch: Batch) => Promise<number>> = {
  /** What AMP refused is asked for again; of a change, the new one. */
  retry: (batch) =>
    change(batch, (row) => {
      if (isMissing(row)) return { ...row, problem: null };
      return batch.kind === "create" && row.state === "refused"
        ? { ...row, state: "waiting", problem: null }
        : null;
    }),
  /** The deleted one is made again as it was; it gets a new number. */
  restore: (batch) =>
    change(batch, (row) => {
      if (!isMissing(row) || !row.original) return null;
      const { assignmentId, ...wanted } = row.original;
      return { ...row, wanted, isRestoring: true, problem: null };
    }),
  /** The deleted one stays deleted. */
  leave: (batch) => change(batch, (row) => (isMissing(row) ? { ...row, state: "dropped" } : null)),
  /** What AMP was not asked for yet is given up. */
  drop: (batch) => change(batch, (row) => (row.state === "waiting" ? { ...row, state: "dropped" } : null)),
};

async function change(batch: Batch, next: (row: BatchRow) => BatchRow | null): Promise<number> {
  const changed = batch.rows.flatMap((row) => next(row) ?? []);
  for (const row of changed) await saveRow(batch, row);
  return changed.length;
}
