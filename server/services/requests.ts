import type { ListPage, ListQuery } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import {
  type KycAlertRow,
  maskPerson,
  type RequestDetails,
  type RequestPerson,
  type RequestRow,
} from "@/lib/domain/requests";
import { audited } from "@/server/audit/audited";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { type Inbox, inboxesMeanwhile, inboxesOf, requireRequest } from "@/server/requests/inboxes";
import { isKycStale, kycCheckedAt } from "@/server/requests/kyc-watch";
import { countOpen, openPerson, requestsOf, type StoredRequest } from "@/server/requests/store";
import { pageOf } from "./list";

/** The requests of the person's inboxes. Names are sealed, so the search looks into wallets and GAIDs. */
export async function listRequests(actor: Actor, query: ListQuery): Promise<ListPage<RequestRow>> {
  await authorize(actor, "request:read");
  const inboxes = await inboxesOf(actor);
  const stored = await requestsOf({ workspaceIds: inboxes.map(({ workspaceId }) => workspaceId) });
  const page = pageOf(
    stored.map((request) => toRow(request, inboxes)),
    query,
    {
      sorts: {
        created: (row) => row.createdAt.getTime(),
        decided: (row) => row.decidedAt?.getTime() ?? null,
      },
      defaultSort: "-created",
      search: (row) => [row.address, row.gaid, row.id],
      filters: {
        state: (row, value) => row.state === value,
        kyc: (row, value) => (value === "alert" ? row.kycAlert !== null : row.kyc.riskLabels.length > 0),
      },
    },
  );
  return { ...page, freshness: { ...page.freshness, source: "mirror" } };
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
  const [inboxes, all] = await Promise.all([
    inboxesOf(actor),
    requestsOf({ workspaceIds: [request.workspaceId] }),
  ]);
  const { chainId, bound, reason, problem, categoryIds, ampUserId, steps, kycAlertAt, kycAnswer } = request;
  const isOther = (other: StoredRequest) =>
    other.bound.gaid === bound.gaid && other.address !== request.address;
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
    sameGaid: all.filter(isOther).length,
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

/** Approved people whose identity is good no more, and about whom nobody has decided. */
export async function listKycAlerts(actor: Actor): Promise<KycAlertRow[]> {
  await authorize(actor, "request:read");
  const inboxes = await inboxesOf(actor);
  const stored = await requestsOf({ workspaceIds: inboxes.map(({ workspaceId }) => workspaceId) });
  const approved = stored.filter(({ state }) => state === "approved");
  return approved.flatMap(({ id, address, kycAlert, kycAlertAt, kycAnswer }) =>
    kycAlert !== null && kycAlertAt !== null && kycAnswer === null
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
