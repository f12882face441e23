import type { Assignment } from "@/lib/contracts/amp/assignments";
import { currentPart } from "@/lib/domain/batches";
import type { JournalDetail } from "@/lib/domain/journal";
import type { OperationFacts } from "@/lib/domain/operation";
import { isUnclear } from "@/lib/errors";
import { worksText } from "@/lib/messages/works";
import type { AmpClient } from "@/server/amp/client";
import { now } from "@/server/platform/clock";
import { changedSinceApproval } from "./as-approved";
import { isOverdue, notAfterNow, stillLateMs } from "./late";
import { openAssignments } from "./open-assignments";
import { CALLS_AT_ONCE, NOW, type Step, type StepOutcome, stopped } from "./step";
import type { Operation } from "./store";

/**
 * AMP's order takes every assignment that is ready, so whatever the next batch does not pay is locked before the order
 * is asked for, and unlocked when its turn comes or the operation ends. What is to be locked is written down first: what
 * a person had locked is never among it. Locking and unlocking may be repeated.
 */

type Distribution = Operation<"distribution">;

/** What one step may take; in between, a person's decision finds the operation free. */
const MS_PER_STEP = 2_000;
const SOON_MS = 1;

/** Answers of locks that got lost with a step are remembered: what they asked for may come later. */
export const beforeHold = async ({ facts }: Distribution): Promise<OperationFacts> => ({
  lockingAt: now(),
  ...(facts.lockingAt ? { lockLostAt: facts.lockingAt } : {}),
});

/** The same for the order. */
export const beforeOrder = async ({ facts }: Distribution): Promise<OperationFacts> => ({
  askedAt: now(),
  ...(facts.askedAt ? { wasAskedAgain: true } : {}),
});

/** When the step threw: what was asked for may take effect as long after the end of the wait as after the call. */
export const afterHold = (facts: OperationFacts): OperationFacts => ({ ...facts, lockingAt: now() });
export const afterOrder = (facts: OperationFacts, error: unknown): OperationFacts =>
  isUnclear(error) ? { ...facts, askedAt: now() } : withoutOrder(facts);

/** AMP made no order for the last question: what it keeps open now is somebody else's, unless an earlier one was lost. */
export function withoutOrder({ askedAt, ...facts }: OperationFacts): OperationFacts {
  return askedAt && facts.wasAskedAgain ? { ...facts, askedAt } : facts;
}

/**
 * holding → ordering, once AMP has nothing else ready than the next batch, and would send it as it was approved.
 * AMP: GET /assets/{a}/assignments, PUT …/lock, PUT …/unlock; GET /assets/{a}, GET /registered_users/{u}
 */
export const hold: Step<"distribution"> = async (operation, { amp }) => {
  const { intent } = operation;
  const { lockingAt, ...known } = operation.facts;
  const facts: OperationFacts = {
    batch: 0,
    held: [],
    ...(intent.batchSize === undefined ? {} : { batchSize: intent.batchSize }),
    ...known,
  };
  if (facts.isPausing) return paused(facts);
  const part = currentPart({ intent, facts }).assignments;
  const ids = new Set(part.map(({ assignmentId }) => assignmentId));
  const open = await openAssignments(amp, intent.assetUuid);
  if (isOverdue(lockingAt)) return { state: "holding", facts, detail: { overdue: true }, againInMs: SOON_MS };
  const members = open.filter((row) => ids.has(row.id));
  if (members.some((row) => row.distributionUuid !== null)) {
    // Once asked for, the order is looked up and compared; before that it is somebody else's and may be paid already.
    return facts.askedAt
      ? ordering(facts, { found: true })
      : { ...stopped(worksText.orderedElsewhere, true), facts };
  }
  const others = open.filter((row) => isReady(row) && !ids.has(row.id));
  if (others.length > 0) return holdBack(operation, facts, others, amp);
  const awaited = members.filter((row) => !row.readyForDistribution && facts.held?.includes(row.id));
  const unlocked = await setReady(amp, intent.assetUuid, awaited, true);
  if (unlocked < awaited.length) return { state: "holding", facts, detail: { unlocked }, againInMs: SOON_MS };
  const mine = { ...facts, held: (facts.held ?? []).filter((id) => !ids.has(id)) };
  const lacking = part.find(({ assignmentId }) => !isPayable(members, awaited, assignmentId));
  if (lacking) {
    return {
      ...stopped(worksText.notReadyAnyMore(lacking.assignmentId, lacking.userName), true),
      facts: mine,
    };
  }
  const changed = await changedSinceApproval(operation, members, amp);
  if (changed) return { ...stopped(changed, true), facts: mine };
  const compared = { ...mine, comparedAt: now() };
  return ordering(compared, { recipients: part.length, heldBack: mine.held.length });
};

const isReady = (row: Assignment) => row.readyForDistribution && row.distributionUuid === null;

const isPayable = (members: Assignment[], unlocked: Assignment[], id: number) =>
  members.some((row) => row.id === id && (row.readyForDistribution || unlocked.includes(row)));

const ordering = (facts: OperationFacts, detail: JournalDetail): StepOutcome => ({
  state: "ordering",
  facts,
  detail,
  againInMs: NOW,
});

const paused = ({ isPausing, ...facts }: OperationFacts): StepOutcome => ({
  state: "paused",
  facts,
  detail: { paused: true },
  againInMs: null,
});

/** First the list, then the locks, then another look. */
async function holdBack(
  { intent }: Distribution,
  facts: OperationFacts,
  others: Assignment[],
  amp: AmpClient,
): Promise<StepOutcome> {
  const held = facts.held ?? [];
  const known = new Set(held);
  const news = others.filter((row) => !known.has(row.id)).map((row) => row.id);
  if (news.length > 0) {
    const listed = { ...facts, held: [...held, ...news] };
    return { state: "holding", facts: listed, detail: { toHoldBack: news.length }, againInMs: NOW };
  }
  const heldBack = await setReady(amp, intent.assetUuid, others, false);
  const againInMs = heldBack < others.length ? SOON_MS : NOW;
  return { state: "holding", facts, detail: { heldBack }, againInMs };
}

/** releasing → its end, once nothing that the operation held back is locked or may still get locked. AMP: GET /assets/{a}/assignments, PUT …/unlock */
export const release: Step<"distribution"> = async ({ intent, facts }, { amp }) => {
  const lostAt = notAfterNow(facts.lockingAt ?? facts.lockLostAt);
  const lateMs = stillLateMs(lostAt);
  const held = new Set(facts.held);
  const open = await openAssignments(amp, intent.assetUuid);
  const locked = open.filter(
    (row) => held.has(row.id) && !row.readyForDistribution && row.distributionUuid === null,
  );
  const released = await setReady(amp, intent.assetUuid, locked, true);
  if (released < locked.length) return { state: "releasing", detail: { released }, againInMs: SOON_MS };
  if (lateMs > 0) {
    const { lockingAt: _, ...known } = facts;
    const waiting = { ...known, ...(lostAt ? { lockLostAt: lostAt } : {}) };
    return {
      state: "releasing",
      facts: waiting,
      detail: { released, waitsForLate: "lock" },
      againInMs: lateMs,
    };
  }
  const detail: JournalDetail = { released };
  const { endsAs = "done", lockingAt, lockLostAt, ...rest } = facts;
  const problem = endsAs === "failed" ? { problem: { message: worksText.closed, mayRetry: false } } : {};
  return { state: endsAs, facts: { ...rest, held: [] }, detail, againInMs: null, ...problem };
};

/** Where an operation goes when nothing more is sent: to its end, by way of letting go what it held back. */
export const endingAs = (
  facts: OperationFacts,
  endsAs: NonNullable<OperationFacts["endsAs"]>,
): Pick<StepOutcome, "state" | "facts" | "againInMs"> =>
  (facts.held ?? []).length > 0
    ? { state: "releasing", facts: { ...facts, endsAs }, againInMs: NOW }
    : { state: endsAs, facts, againInMs: null };

/** AMP knows no lock of several. @returns how many of the rows, from the first on, one step had the time for */
async function setReady(
  amp: AmpClient,
  assetUuid: string,
  rows: Assignment[],
  isReady: boolean,
): Promise<number> {
  const call = isReady ? "unlockAssignment" : "lockAssignment";
  const endsAt = now().getTime() + MS_PER_STEP;
  let done = 0;
  while (done < rows.length && now().getTime() < endsAt) {
    const some = rows.slice(done, done + CALLS_AT_ONCE);
    const asked = await Promise.allSettled(
      some.map(({ id }) => amp.call(call, { path: { assetUuid, assignmentId: id } })),
    );
    // Only now: a step that ends while one of its calls is under way would let the next one begin beside it.
    const failed = asked.find((one) => one.status === "rejected");
    if (failed) throw failed.reason;
    done += some.length;
  }
  return done;
}

/** Whether something else has become ready since: then it is held back before AMP is asked. */
export function somethingElseIsReady(operation: Distribution, open: readonly Assignment[]): boolean {
  const ids = new Set(currentPart(operation).assignments.map(({ assignmentId }) => assignmentId));
  return open.some((row) => isReady(row) && !ids.has(row.id));
}
