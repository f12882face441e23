import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import {
  type KycAlertRow,
  maskPerson,
  type RequestDetails,
  type RequestPerson,
  type RequestRow,
} from "@/lib/domain/requests";
import { AppError } from "@/lib/errors";
import { errorsText } from "@/lib/messages/errors";
import { isUuid } from "@/lib/uuid";
import { audited } from "@/server/audit/audited";
import { authorize } from "@/server/auth/authorize";
import { cutPage, readCursor } from "@/server/mirror/cursor";
import { sortAmong } from "@/server/mirror/keyset";
import { now } from "@/server/platform/clock";
import { type Inbox, inboxesMeanwhile, inboxesOf, requireRequest } from "@/server/requests/inboxes";
import { isKycStale, kycCheckedAt } from "@/server/requests/kyc-watch";
import {
  countRequests,
  countSameGaid,
  REQUEST_SORTS,
  type RequestPlace,
  type RequestSort,
  selectAlerted,
  selectRequests,
} from "@/server/requests/list-store";
import { countOpen, openPerson, type StoredRequest } from "@/server/requests/store";

/** The requests of the person's inboxes. Names are sealed, so the search looks into wallets and GAIDs. */
export async function listRequests(actor: Actor, query: ListQuery): Promise<ListPage<RequestRow>> {
  await authorize(actor, "request:read");
  const inboxes = await inboxesOf(actor);
  const { q, sort = "", filters, cursor, limit } = query;
  const after = readPlace(cursor);
  const order = sortAmong<RequestSort>(REQUEST_SORTS, sort, { sort: "created", isDown: true });
  const of = inboxes.map(({ workspaceId }) => workspaceId);
  const filter = { q, state: filters.state, kyc: filters.kyc };
  const [found, total] = await Promise.all([
    selectRequests(of, filter, { ...order, after, limit: limit + 1 }),
    countRequests(of, filter),
  ]);
  const { shown, nextCursor } = cutPage(found, limit);
  const rows = shown.map(({ request }) => toRow(request, inboxes));
  return { rows, nextCursor, total, freshness: { asOf: now(), source: "mirror" } };
}

/** Later than any date that PostgreSQL and a browser have in common. */
const LATEST_MS = 8_640_000_000_000_000n;

function readPlace(cursor: string | undefined): RequestPlace | null {
  const place = readCursor(cursor, ["bigint", "string"]);
  if (place && !(isUuid(place[1]) && place[0] >= -1n && place[0] < LATEST_MS))
    throw new AppError("INVALID_INPUT", errorsText.oldPageLink);
  return place;
}

/**
 * How many requests nobody has decided; null for a manager whom no issuer allowed to see any, and while AMP is away:
 * every page asks for it.
 */
export async function countOpenRequests(actor: Actor): Promise<number | null> {
  await authorize(actor, "request:read");
  const inboxes = await inboxesMeanwhile(actor);
  return inboxes.length === 0 ? null : countOpen(inboxes.map(({ workspaceId }) => workspaceId));
}

/** One request, the person masked. @throws AppError NOT_FOUND for one of another inbox */
export async function readRequest(actor: Actor, requestId: string): Promise<RequestDetails> {
  await authorize(actor, "request:read");
  const request = await requireRequest(actor, requestId);
  const [inboxes, sameGaid] = await Promise.all([inboxesOf(actor), countSameGaid(request)]);
  const { chainId, bound, reason, problem, categoryIds, ampUserId, steps, kycAlertAt, kycAnswer } = request;
  return {
    ...toRow(request, inboxes),
    chainId,
    bound,
    maskedPerson: maskPerson(openPerson(request)),
    reason,
    problem,
    isStopped: request.state === "approving" && request.nextRunAt === null,
    categoryIds,
    ampUserId,
    steps,
    kycAlertAt,
    kycAnswer,
    sameGaid,
  };
}

/** Who it is, in clear; that it was looked at stands in the issuer's audit log. */
export async function openRequestPerson(
  actor: Actor,
  { requestId }: { requestId: string },
): Promise<RequestPerson> {
  await authorize(actor, "request:read");
  const request = await requireRequest(actor, requestId);
  return audited(
    inWorkspaceOf(actor, request),
    { action: "request.person-opened", detail: { request: request.id } },
    async () => openPerson(request),
  );
}

/** Approved people whose identity is good no more, and about whom nobody has decided; the latest. */
export async function listKycAlerts(actor: Actor, limit: number): Promise<KycAlertRow[]> {
  await authorize(actor, "request:read");
  const inboxes = await inboxesOf(actor);
  const alerted = await selectAlerted(
    inboxes.map(({ workspaceId }) => workspaceId),
    limit,
  );
  return alerted.flatMap(({ id, address, kycAlert, kycAlertAt }) =>
    kycAlert !== null && kycAlertAt !== null
      ? [{ requestId: id, address, kind: kycAlert, raisedAt: kycAlertAt }]
      : [],
  );
}

/** What a manager does here belongs into the log of the issuer whose inbox it is. */
export const inWorkspaceOf = (actor: Actor, { workspaceId }: { workspaceId: string }): Actor => ({
  ...actor,
  workspaceId,
});

/** A request as lists show it: an alert that somebody answered is none. */
export const toRow = (request: StoredRequest, inboxes: Inbox[]): RequestRow => {
  const { id, address, bound, state, kyc, createdAt, decidedAt, decidedBy, kycAnswer } = request;
  const inbox = inboxes.find(({ workspaceId }) => workspaceId === request.workspaceId);
  return {
    id,
    address,
    gaid: bound.gaid,
    state,
    kyc,
    kycAgeDays: daysSince(kyc.completedAt),
    issuerName: inbox?.link?.issuerName ?? "",
    kycAlert: kycAnswer === null ? request.kycAlert : null,
    kycCheckedAt: kycCheckedAt(request),
    isKycStale: isKycStale(request),
    createdAt,
    decidedAt,
    decidedBy,
  };
};

const DAY_MS = 86_400_000;
const daysSince = (at: Date | null) =>
  at === null ? null : Math.max(0, Math.floor((now().getTime() - at.getTime()) / DAY_MS));
