import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { ApprovalStep } from "@/lib/domain/requests";
import { AppError } from "@/lib/errors";
import { requestsText } from "@/lib/messages/requests";
import type { AmpClient } from "@/server/amp/client";
import { writeAudit } from "@/server/audit/store";
import { LOCKS } from "@/server/db/locks";
import { gaidsChanged, usersChanged } from "@/server/mirror/users";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { currentRequestId, withRequestId } from "@/server/platform/request-context";
import { newRequestId } from "@/server/platform/request-id";
import { inStoredWords } from "@/server/platform/stored-words";
import { type AssertHeld, withSessionLock } from "@/server/treasury/lock";
import { unorderedUsers } from "@/server/treasury/unordered";
import { ampOfIssuer } from "./amp";
import { changeRequest, dueApprovals, findRequest, openPerson, type StoredRequest } from "./store";
import { countOpenAssignments, type FoundUser, findUserAtAmp, markerOf, nameAtAmp } from "./user-at-amp";

const RETRY_MS = 5_000;
const BATCH = 20;

/** Runs `work` only while no other connection works on this request. @returns false when one does */
export const withRequestLock = (requestId: string, work: (assertHeld: AssertHeld) => Promise<void>) =>
  withSessionLock(LOCKS.request, requestId, work);

/** Carries on the approvals that were begun and stayed where they were. @returns how many were tried */
export async function runDueApprovals(): Promise<number> {
  const ids = await dueApprovals(BATCH);
  for (const id of ids) {
    try {
      await withRequestId(newRequestId(), () => carryOn(id));
    } catch (error) {
      // The others are not held up by it; it is due again in the next round.
      log.error("requests.approval-failed", { request: id, reason: reasonOf(error) });
    }
  }
  return ids.length;
}

/**
 * Does what is left of a begun approval: one user with the GAID as default, in the chosen categories. Every run looks
 * at AMP first, so it can be repeated at any time. What stops it is stored with the request.
 * @returns false while another connection does it
 */
export const carryOn = (requestId: string): Promise<boolean> =>
  withRequestLock(requestId, (assertHeld) => inStoredWords(() => carryAlone(requestId, assertHeld)));

async function carryAlone(requestId: string, assertHeld: AssertHeld): Promise<void> {
  const request = await findRequest(requestId);
  if (request?.state !== "approving") return;
  const journal = journalOf(request, assertHeld);
  try {
    await approveAtAmp(await ampOfIssuer(request.workspaceId), request, journal);
  } catch (error) {
    // A part of it may be done; what only waits is tried every few seconds, and changes nothing.
    if (journal.hasBegun()) await showChanges(request, journal);
    return waitFor(request, error);
  }
  await showChanges(request, journal);
  // Before the state: an approval without its entry would be worse than an entry that stands there twice.
  await writeAudit(
    { workspaceId: request.workspaceId, personName: String(request.decidedBy) },
    {
      requestId: currentRequestId(),
      action: "request.approved",
      outcome: "ok",
      detail: { request: request.id, user: journal.userId() },
    },
  );
  await changeRequest(request.id, ["approving"], {
    state: "approved",
    decidedAt: now(),
    problem: null,
    nextRunAt: null,
  });
}

async function showChanges(request: StoredRequest, journal: Journal): Promise<void> {
  await usersChanged(request);
  if (journal.hasGivenGaid()) await gaidsChanged(request);
}

/** Writes what is about to be done, and what was. */
interface Journal {
  userId(): number | null;
  /** Runs a call of AMP that changes something, between the two lines that tell of it. */
  step<T>(step: Pick<ApprovalStep, "name" | "categoryId">, call: () => Promise<T>): Promise<T>;
  foundUser(userId: number): Promise<void>;
  /** Whether this run has begun a step. */
  hasBegun(): boolean;
  /** Whether the GAID became the user's by this approval, or may have. */
  hasGivenGaid(): boolean;
}

function journalOf(request: StoredRequest, assertHeld: AssertHeld): Journal {
  let { steps, ampUserId } = request;
  let hasBegun = false;
  const write = async (change: { steps?: ApprovalStep[]; ampUserId?: number }) => {
    const written = await changeRequest(request.id, ["approving"], change);
    if (!written) throw new AppError("CONFLICT", requestsText.approval.notAny);
    ({ steps, ampUserId } = written);
  };
  const add = (step: Pick<ApprovalStep, "name" | "categoryId">, phase: ApprovalStep["phase"]) =>
    write({ steps: [...steps, { ...step, phase, at: now() }] });
  return {
    userId: () => ampUserId,
    async step(step, call) {
      await add(step, "begun");
      await assertHeld();
      hasBegun = true;
      const answer = await call();
      await add(step, "done");
      return answer;
    },
    foundUser: async (userId) => {
      if (ampUserId === userId) return;
      await write({ ampUserId: userId, steps: [...steps, { name: "find", phase: "done", at: now() }] });
    },
    hasBegun: () => hasBegun,
    hasGivenGaid: () => steps.some(({ name }) => name === "create" || name === "add-gaid"),
  };
}

async function approveAtAmp(amp: AmpClient, request: StoredRequest, journal: Journal): Promise<void> {
  const { gaid } = request.bound;
  const found = await findUserAtAmp(amp, request);
  requireSeen(request, found);
  const { id: userId } = found?.user ?? (await createUser(amp, request, journal));
  await journal.foundUser(userId);
  const path = { registeredUserId: userId };
  const gaids = await amp.call("listUserGaids", { path });
  if (!gaids.includes(gaid))
    await journal.step({ name: "add-gaid" }, () => amp.call("addUserGaid", { path, body: gaid }));
  const user = await amp.call("getRegisteredUser", { path });
  if (user.gaid !== gaid) {
    await requireMoves(amp, request, userId);
    await journal.step({ name: "set-default" }, () => amp.call("setDefaultGaid", { path, body: gaid }));
  }
  for (const categoryId of request.categoryIds.filter((id) => !user.categories.includes(id)))
    await journal.step({ name: "categories", categoryId }, () =>
      amp.call("addCategoryUser", { path: { categoryId, registeredUserId: userId } }),
    );
  await requireDone(amp, request, userId);
}

/**
 * The user whom the approver was shown, or whom this approval made where none was to be found.
 * @throws AppError REJECTED for anybody else: that is a person's matter
 */
export function requireSeen(
  { id, expectedUserId, isOwnerConfirmed }: Pick<StoredRequest, "id" | "expectedUserId" | "isOwnerConfirmed">,
  found: FoundUser | null,
): void {
  const isMadeByThis = expectedUserId === null && found?.user.name.endsWith(markerOf(id));
  if (!isMadeByThis && (found?.user.id ?? null) !== expectedUserId)
    throw new AppError("REJECTED", requestsText.approval.otherUser);
  if (found?.isClaimed && !isOwnerConfirmed)
    throw new AppError("REJECTED", requestsText.approval.ownerUnconfirmed);
}

/**
 * Open assignments follow the default GAID: they go to the new one only as far as the approver was told, and never while a
 * distribution under way still has to pay them, which would stop.
 * AMP: GET /registered_users/{u}/summary
 * @throws AppError REJECTED when it is another number by now, or while a distribution runs: that is a person's matter
 */
export async function requireMoves(
  amp: AmpClient,
  { workspaceId, expectedOpenAssignments }: Pick<StoredRequest, "workspaceId" | "expectedOpenAssignments">,
  userId: number,
): Promise<void> {
  if ((await unorderedUsers(workspaceId, { userId })).length > 0)
    throw new AppError("REJECTED", requestsText.approval.stopsDistribution);
  if ((await countOpenAssignments(amp, userId)) !== expectedOpenAssignments)
    throw new AppError("REJECTED", requestsText.approval.otherAssignments);
}

/** AMP gives a GAID and a name to one user alone, so even two calls at once make one. */
const createUser = (amp: AmpClient, request: StoredRequest, journal: Journal): Promise<RegisteredUser> => {
  const { name, isCompany } = openPerson(request);
  const body = { name: nameAtAmp(name, request.id), isCompany, gaid: request.bound.gaid };
  return journal.step({ name: "create" }, () => amp.call("addRegisteredUser", { body }));
};

/** An approval is told to the investor only when AMP itself shows it. */
async function requireDone(amp: AmpClient, request: StoredRequest, userId: number): Promise<void> {
  const user = await amp.call("getRegisteredUser", { path: { registeredUserId: userId } });
  const isThere =
    user.gaid === request.bound.gaid && request.categoryIds.every((id) => user.categories.includes(id));
  if (!isThere) throw new AppError("UNAVAILABLE", requestsText.approval.notShown);
}

/** AMP's clear refusal is a person's matter; everything else may pass by itself. */
async function waitFor(request: StoredRequest, error: unknown): Promise<void> {
  const isKnown = error instanceof AppError;
  const needsPerson = isKnown && ["REJECTED", "NOT_FOUND", "FORBIDDEN"].includes(error.code);
  log.warn("requests.approval-waits", {
    request: request.id,
    code: isKnown ? error.code : "INTERNAL",
    reason: reasonOf(error),
  });
  await changeRequest(request.id, ["approving"], {
    problem: isKnown ? error.message : requestsText.approval.failed,
    nextRunAt: needsPerson ? null : new Date(now().getTime() + RETRY_MS),
  });
}
