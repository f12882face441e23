import type { Actor } from "@/lib/domain/actor";
import { type ApprovalPreview, isPending, type RequestState } from "@/lib/domain/requests";
import { AppError, refuse } from "@/lib/errors";
import { requestsText } from "@/lib/messages/requests";
import { reachOf } from "@/lib/policy";
import type { AmpClient } from "@/server/amp/client";
import { audited } from "@/server/audit/audited";
import { authorize, grantedAssets } from "@/server/auth/authorize";
import { copiedCategories } from "@/server/mirror/categories";
import { usersChanged } from "@/server/mirror/users";
import { now } from "@/server/platform/clock";
import { log } from "@/server/platform/log";
import { reasonOf } from "@/server/platform/reason";
import { ampOfIssuer } from "@/server/requests/amp";
import { carryOn, requireMoves, requireSeen, withRequestLock } from "@/server/requests/approval";
import { requireRequest } from "@/server/requests/inboxes";
import { findLink } from "@/server/requests/link-store";
import { changeRequest, findRequest, type StoredRequest } from "@/server/requests/store";
import { amongCopied, findUserAtAmp, readOpenAssignments } from "@/server/requests/user-at-amp";
import { withAge } from "./counted";
import { readRequestChains } from "./request-chains";
import { doubtAbout } from "./request-doubt";
import { readRequestNames } from "./request-names";
import { inWorkspaceOf, readRequest } from "./requests";

const { approval, decline } = requestsText;
const MIN_REASON = 5;

/** What became of a decision: an approval may still be under way, or wait with a problem. */
export interface Decided {
  state: RequestState;
  problem: string | null;
}

/**
 * What an approval would do; nothing is changed. The categories' names, and whom an attempt may have made, come from the
 * desk's copies: the decision asks AMP.
 * AMP: GET /gaids/{g}/validate, /gaids/{g}/registered_user, /registered_users/{u}, /registered_users/{u}/summary, /assets/
 */
export async function previewApproval(actor: Actor, requestId: string): Promise<ApprovalPreview> {
  await authorize(actor, "request:read");
  const request = await requireRequest(actor, requestId);
  const amp = await ampOfIssuer(request.workspaceId);
  const issuer = inWorkspaceOf(actor, request);
  const [validation, { categories }, assets, link, found, isShown] = await Promise.all([
    amp.call("validateGaid", { path: { gaid: request.bound.gaid } }),
    copiedCategories(issuer),
    amp.call("listAssets"),
    findLink({ workspaceId: request.workspaceId }),
    findUserAtAmp(amp, request, amongCopied(issuer)),
    visibleAssets(actor),
  ]);
  const open = found && (await readOpenAssignments(amp, found.user.id));
  const exists = (id: number) => categories.some((category) => category.id === id);
  return {
    gaid: { isValid: validation.isValid, error: validation.error ?? null },
    user: found &&
      open && {
        id: found.user.id,
        name: found.user.name,
        by: found.by,
        isClaimed: found.isClaimed,
        categories: found.user.categories,
        defaultGaid: found.user.gaid,
        openAssignments: open.count,
        waiting: open.waiting.filter(isShown),
      },
    categories: categories.map(({ id, name }) => ({ id, name })),
    proposed: (request.state === "open" ? (link?.categoryIds ?? []) : request.categoryIds).filter(exists),
    assets: assets.filter(isShown).map(({ assetUuid, name, ticker, precision, requirements, ...asset }) => ({
      ...{ assetUuid, name, ticker, precision, requirements },
      transferRestricted: asset.transferRestricted,
      isAuthorized: asset.isAuthorized,
      isLocked: asset.isLocked,
    })),
  };
}

/** The issuer's token reads all of them; a manager is shown those that were granted. AMP: GET /managers/me */
export async function visibleAssets(actor: Actor): Promise<(asset: { assetUuid: string }) => boolean> {
  await authorize(actor, "request:read");
  if (reachOf(actor.role, "asset:read") === "all") return () => true;
  const granted = await grantedAssets(actor);
  return ({ assetUuid }) => granted.has(assetUuid);
}

export interface ApprovalInput {
  requestId: string;
  categoryIds: number[];
  /** The registered user of the preview; null when it said that one would be made. */
  expectedUserId: number | null;
  /** Somebody made sure that the GAID of a user whom the wallet did not lead to is this person's. */
  isOwnerConfirmed?: boolean | undefined;
  /** How many open assignments the approver agreed to send to the new default GAID; none without a word on them. */
  expectedOpenAssignments?: number | undefined;
  /** The identity is good no more, or nobody answers for it, and the person is approved all the same. */
  despiteAlert?: boolean | undefined;
}

/**
 * Begins the approval of an open request, or lets one go on that stopped. Two approvers, a double click and a repeat
 * after a crash all meet the same one. The identity service is asked about the person first.
 * @throws AppError CONFLICT when the request was decided otherwise or the identity is in doubt, INVALID_INPUT for a
 * category that AMP does not have, REJECTED when AMP does not know the GAID any more, shows another user with it or
 * another number of open assignments that would go to it
 */
export async function approveRequest(actor: Actor, input: ApprovalInput): Promise<Decided> {
  await authorize(actor, "request:write");
  const request = await requireRequest(actor, input.requestId);
  const categoryIds = [...new Set(input.categoryIds)].sort((a, b) => a - b);
  if (isBegun(request, categoryIds)) return carriedOn(request.id);
  const { expectedUserId, isOwnerConfirmed = false, despiteAlert = false } = input;
  const { expectedOpenAssignments = 0 } = input;
  const seen = { categoryIds, expectedUserId, isOwnerConfirmed, expectedOpenAssignments };
  const doubt = await doubtAbout(request);
  const detail = {
    ...{ request: request.id, categories: categoryIds, user: expectedUserId },
    ...(isOwnerConfirmed ? { isOwnerConfirmed } : {}),
    ...(expectedOpenAssignments > 0 ? { openAssignments: expectedOpenAssignments } : {}),
    ...(doubt === null ? {} : { identity: doubt, despiteAlert }),
  };
  await audited(inWorkspaceOf(actor, request), { action: "request.approval-begun", detail }, async () => {
    if (doubt !== null && !despiteAlert) throw new AppError("CONFLICT", approval.doubts[doubt]);
    await requirePossible({ ...request, ...seen }).catch(async (error: unknown) => {
      if (isOtherThanShown(error)) await showAnew(request);
      throw error;
    });
    await begin(request, { ...seen, decidedBy: actor.personName });
  });
  return carriedOn(request.id);
}

/** AMP, or what it tells by now, is against what was chosen; an outage tells nothing of that. */
const isOtherThanShown = (error: unknown) =>
  error instanceof AppError && (error.code === "REJECTED" || error.code === "INVALID_INPUT");

/** What was shown may have come from a copy that is behind. The reason of the refusal is told, whatever comes of this. */
async function showAnew(request: StoredRequest): Promise<void> {
  try {
    await usersChanged(request);
  } catch (error) {
    log.warn("request.copies-not-marked", { reason: reasonOf(error) });
  }
}

/** The same approval is under way or done. One that stopped at AMP's refusal begins again, maybe with other categories. */
const isBegun = (request: StoredRequest, categoryIds: number[]) =>
  (request.state === "approved" || (request.state === "approving" && request.nextRunAt !== null)) &&
  String(request.categoryIds) === String(categoryIds);

type Seen = Pick<
  StoredRequest,
  "categoryIds" | "expectedUserId" | "isOwnerConfirmed" | "expectedOpenAssignments"
>;

async function begin(request: StoredRequest, seen: Seen & { decidedBy: string }): Promise<void> {
  const { categoryIds } = seen;
  const change = { ...seen, state: "approving" as const, problem: null, nextRunAt: now() };
  const begun = await changeRequest(request.id, request.state === "approving" ? "stopped" : ["open"], change);
  if (begun) return;
  const current = await findRequest(request.id);
  if (current && isBegun(current, categoryIds)) return;
  throw new AppError("CONFLICT", approval.decidedOtherwise);
}

async function carriedOn(requestId: string): Promise<Decided> {
  await carryOn(requestId);
  const request = await findRequest(requestId);
  if (!request) throw new AppError("NOT_FOUND", requestsText.notHere);
  return { state: request.state, problem: request.problem };
}

/** What would surely be refused half-way is refused before anything is begun. */
async function requirePossible(request: StoredRequest): Promise<void> {
  const { categoryIds } = request;
  const amp = await ampOfIssuer(request.workspaceId);
  const [{ isValid }, known, found] = await Promise.all([
    amp.call("validateGaid", { path: { gaid: request.bound.gaid } }),
    categoryIdsNow(amp),
    findUserAtAmp(amp, request),
  ]);
  if (!isValid) throw new AppError("REJECTED", approval.gaidUnknown);
  refuse("categoryIds", !categoryIds.every((id) => known.has(id)), approval.noCategory);
  requireSeen(request, found);
  if (found && found.user.gaid !== request.bound.gaid) await requireMoves(amp, request, found.user.id);
}

/** One after the other: each names all of its members. AMP: GET /categories */
async function categoryIdsNow(amp: AmpClient): Promise<ReadonlySet<number>> {
  const ids = new Set<number>();
  for await (const categories of amp.rows("listCategories")) for (const { id } of categories) ids.add(id);
  return ids;
}

/**
 * Declines, with words for the investor. An approval that stopped can be declined too; what it did at AMP stays.
 * @throws AppError INVALID_INPUT without a reason, CONFLICT when it was decided or is being approved
 */
export async function declineRequest(
  actor: Actor,
  input: { requestId: string; reason: string },
): Promise<Decided> {
  await authorize(actor, "request:write");
  const request = await requireRequest(actor, input.requestId);
  const reason = input.reason.trim();
  refuse("reason", reason.length < MIN_REASON, decline.tooShort);
  const detail = { request: request.id };
  return audited(inWorkspaceOf(actor, request), { action: "request.declined", detail }, async () => {
    const isFree = await withRequestLock(request.id, () => declineNow(request.id, reason, actor.personName));
    if (!isFree) throw new AppError("CONFLICT", approval.decidedOtherwise);
    return { state: "declined" as const, problem: null };
  });
}

async function declineNow(requestId: string, reason: string, decidedBy: string): Promise<void> {
  const change = { state: "declined" as const, reason, decidedBy, decidedAt: now(), problem: null };
  const declined =
    (await changeRequest(requestId, ["open"], change)) ?? (await changeRequest(requestId, "stopped", change));
  if (!declined) throw new AppError("CONFLICT", approval.decidedOtherwise);
}

/**
 * A request with what its approval would do, while that is still to be decided; null too while AMP is away. It is as old as
 * the oldest copy that was looked into for it.
 */
export async function readRequestPage(actor: Actor, requestId: string) {
  const { result, freshness } = await withAge(() => readRequestParts(actor, requestId));
  return { ...result, freshness };
}

async function readRequestParts(actor: Actor, requestId: string) {
  const [details, chains] = await Promise.all([
    readRequest(actor, requestId),
    readRequestChains(actor, requestId),
  ]);
  const names = await readRequestNames(actor, details);
  const preview = isPending(details.state)
    ? await previewApproval(actor, requestId).catch((error: unknown) => {
        if (error instanceof AppError && error.code === "UNAVAILABLE") return null;
        throw error;
      })
    : null;
  return { details, names, preview, chains };
}
