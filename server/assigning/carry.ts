import type { Assignment } from "@/lib/contracts/amp/assignments";
import type { Actor } from "@/lib/domain/actor";
import { type BatchRow, findMade, goesOn, isEqual, isMissing, nextOf } from "@/lib/domain/assignment-batch";
import { AppError, isUnclear } from "@/lib/errors";
import { assignmentBatchesText as text } from "@/lib/messages/assignment-batches";
import type { AmpClient } from "@/server/amp/client";
import { audited } from "@/server/audit/audited";
import { now } from "@/server/platform/clock";
import { about, type Carrier, whileAlone } from "./carrier";
import { deleteOriginal } from "./delete-original";
import { dueTimeOf } from "./due-batches-store";
import { knownAssignments } from "./known";
import { makeAssignment } from "./make";
import { hasSettled } from "./settled";
import { claimedAssignments, findBatch, saveRow } from "./store";

/** One request of a browser: short, so that progress is seen. */
const ASKS_PER_PART = 20;
const PART_MS = 4_000;

export interface Part {
  assetUuid: string;
  batchId: string;
  /** When the worker found it due; left out by who waits for it. */
  dueAt?: Date;
}

interface Carried {
  /** When it was due as the part began. */
  dueAt: Date | null;
  next: ReturnType<typeof nextOf>;
}

/**
 * Carries a batch on by one part: looks for what was asked and not answered, then asks for the next rows, one assignment per
 * call as AMP wants it. AMP: GET /assets/{a}/assignments, POST …/assignments/create; for a change GET and DELETE of the old
 * one. What somebody else carries on at this moment is left to them, and what was paused since it was found due is left alone.
 * @returns `carried` when a part was, or nothing was left
 * @throws AppError UNAVAILABLE when AMP is away, FORBIDDEN, UNAUTHENTICATED; every row is as it was
 */
export async function carryOn(
  actor: Actor,
  amp: AmpClient,
  { assetUuid, batchId, dueAt, noteChange }: Part & Pick<Carrier, "noteChange">,
): Promise<{ isAlone: boolean; carried?: Carried }> {
  let carried: Carried | undefined;
  const isAlone = await whileAlone(actor, assetUuid, async (assertHeld) => {
    const dueNow = await dueTimeOf(batchId);
    if (dueAt && dueNow?.getTime() !== dueAt.getTime()) return;
    const batch = await findBatch(actor.workspaceId, assetUuid, batchId);
    if (!batch) return;
    if (batch.rows.some(goesOn)) await carryPart({ actor, amp, batch, assertHeld, noteChange });
    carried = { dueAt: dueNow, next: nextOf(batch.rows) };
  });
  return { isAlone, carried };
}

async function carryPart(carrier: Carrier): Promise<void> {
  const { batch } = carrier;
  const at = now();
  const known = await knownAssignments(carrier);
  await lookForLost(carrier, known, at);
  const end = Date.now() + PART_MS;
  let asked = 0;
  for (const row of batch.rows) {
    if (!goesOn(row) || row.state === "sending") continue;
    if (asked >= ASKS_PER_PART || Date.now() > end) return;
    asked += 1;
    // After one answer that did not come the next part looks first.
    if ((await carryRow(carrier, row, known)) === "unclear") return;
  }
}

/** What was asked without an answer: made, or certainly never to be made, or not to be known yet. */
async function lookForLost({ actor, batch, noteChange }: Carrier, known: Assignment[], at: Date) {
  const lost = batch.rows.filter(({ state }) => state === "sending");
  if (lost.length === 0) return;
  const claimed = await claimedAssignments(actor.workspaceId, batch.assetUuid);
  for (const row of lost) {
    const made = findMade(row, known, claimed);
    if (made) {
      noteChange();
      claimed.add(made.id);
      await audited(actor, { action: "assignment.found", ...about(batch, { assignment: made.id }) }, () =>
        saveRow(batch, { ...row, state: "created", assignmentId: made.id, problem: null }),
      );
    } else if (hasSettled(row, at)) {
      await saveRow(batch, { ...row, state: row.original ? "deleted" : "waiting", problem: null });
    }
  }
}

type End = "known" | "unclear";

async function carryRow(carrier: Carrier, row: BatchRow, known: Assignment[]): Promise<End> {
  if (!row.original || row.state === "deleted") return create(carrier, row, known);
  const deleted = await deleteOriginal(carrier, row, row.original);
  if (deleted === null) return "unclear";
  return deleted.state === "deleted" && !isMissing(deleted) ? create(carrier, deleted, known) : "known";
}

async function create(
  { actor, amp, batch, assertHeld, noteChange }: Carrier,
  row: BatchRow,
  known: Assignment[],
): Promise<End> {
  const { wanted } = row;
  const before = row.state;
  const equalBefore = known.filter((one) => isEqual(one, wanted)).map(({ id }) => id);
  const asked: BatchRow = { ...row, state: "sending", askedAt: now(), equalBefore, problem: null };
  await saveRow(batch, asked);
  await assertHeld();
  noteChange();
  const action = row.isRestoring ? "assignment.restored" : "assignment.created";
  const detail = { user: wanted.registeredUser, amountSats: wanted.amountSats };
  try {
    const made = await audited(actor, { action, ...about(batch, detail) }, () =>
      makeAssignment(amp, batch.assetUuid, wanted),
    );
    known.push(made);
    const isWanted = isEqual(made, wanted) && made.readyForDistribution === wanted.isReady;
    const problem = isWanted ? null : text.madeOtherwise;
    await saveRow(batch, { ...asked, state: "created", assignmentId: made.id, problem });
    return "known";
  } catch (error) {
    if (!(error instanceof AppError) || isUnclear(error)) return "unclear";
    const isForPerson = error.code === "FORBIDDEN" || error.code === "UNAUTHENTICATED";
    // Of a change the old one is gone: whatever the reason, a person has to know.
    const state = row.original ? "deleted" : isForPerson ? before : "refused";
    await saveRow(batch, { ...row, state, problem: state === "waiting" ? null : error.message });
    if (isForPerson) throw error;
    return "known";
  }
}
