import { isHandedOut } from "@/lib/domain/by-hand-decisions";
import type { JournalEntry } from "@/lib/domain/journal";
import { AppError } from "@/lib/errors";
import { byHandText } from "@/lib/messages/by-hand";
import { worksText } from "@/lib/messages/works";
import { now } from "@/server/platform/clock";
import { whileFree } from "../decisions";
import { findOperation, moveOperation, type Operation } from "../store";

/**
 * Writes down who takes AMP's order, before he has it: under the operation's lock, so that none goes out once the way
 * back has begun.
 * @throws AppError CONFLICT while it is not handed out
 */
export async function takeOrder(operationId: string, by: string): Promise<Operation> {
  let taken: Operation | null = null;
  await whileFree(operationId, async () => {
    const operation = await findOperation(operationId);
    if (!operation) throw new AppError("NOT_FOUND", worksText.gone);
    if (!isHandedOut(operation)) throw new AppError("CONFLICT", byHandText.notHandedOut);
    const { state, problem, nextRunAt } = operation;
    const { byHand = {} } = operation.facts;
    const facts = {
      ...operation.facts,
      byHand: { ...byHand, taken: [...(byHand.taken ?? []), { by, at: now() }] },
    };
    const entry: JournalEntry = { step: "download", phase: "outcome", detail: { by } };
    taken = await moveOperation(operation, { state, problem, nextRunAt, facts }, entry);
  });
  if (!taken) throw new AppError("CONFLICT", worksText.busy);
  return taken;
}
