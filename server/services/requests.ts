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
import { audited } from "@/server/audit/audited";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { type Inbox, inboxesOf, requireRequest } from "@/server/requests/inboxes";
import { isKycStale, kycCheckedAt } from "@/server/requests/kyc-watch";
import {
  countOpen,
  openPerson,
  requestsOf,
  type StoredRequest,
  selectApprovedUsers,
} from "@/server/requests/store";
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

/** The id of the latest request that was approved as this registered user; null also while AMP is away. */
export async function findRequestOfUser(actor: Actor, ampUserId: number): Promise<string | null> {
  await authorize(actor, "request:read");
  const inboxes = await inboxesMeanwhile(actor);
  const stored = await requestsOf({
    workspaceIds: inboxes.map(({ workspaceId }) => workspaceId),
    ampUserId,
  });
  return stored.find(({ state }) => state === "approved")?.id ?? null;
}

/** Whether the portal can have told of registered users' identity; false also while AMP is away. */
export async function knowsPortalUsers(actor: Actor): Promise<boolean> {
  await authorize(actor, "request:read");
  return (await inboxesMeanwhile(actor)).some(({ link }) => link !== null);
}

/**
 * The registered users whom the portal brought, by AMP's number; null for who sees no requests.
 * @throws AppError UNAVAILABLE while AMP does not tell a manager's inboxes: then nobody is known not to be one of them
 */
export async function approvedUsers(actor: Actor): Promise<{ userId: number; isLapsed: boolean }[] | null> {
  await authorize(actor, "request:read");
  const inboxes = await inboxesOf(actor);
  if (inboxes.length === 0) return null;
  return selectApprovedUsers(inboxes.map(({ workspaceId }) => workspaceId));
}

const inboxesMeanwhile = (actor: Actor): Promise<Inbox[]> =>
  inboxesOf(actor).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "UNAVAILABLE") return [];
    throw error;
  });

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

const toRow = (request: StoredRequest, inboxes: Inbox[]): RequestRow => {
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
