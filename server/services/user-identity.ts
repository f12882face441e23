import type { Actor } from "@/lib/domain/actor";
import { isPending, type PortalInvite, type UserIdentity } from "@/lib/domain/requests";
import { may } from "@/lib/policy";
import { authorize } from "@/server/auth/authorize";
import { now } from "@/server/platform/clock";
import { type Inbox, inboxesMeanwhile, inboxesOf } from "@/server/requests/inboxes";
import { kycCheckedAt } from "@/server/requests/kyc-watch";
import {
  requestsOfUser,
  type StoredRequest,
  selectApprovedUsers,
  selectWaiting,
} from "@/server/requests/store";
import { toRow } from "./requests";

/**
 * What the portal told of a registered user, by what the watch over identities wrote down: nobody is asked for a page.
 * Null for who sees no requests, for an issuer without a portal link, and while AMP does not tell a manager's inboxes.
 */
export async function readUserIdentity(
  actor: Actor,
  user: { userId: number; gaids: string[] },
): Promise<UserIdentity | null> {
  await authorize(actor, "request:read");
  const inboxes = await inboxesMeanwhile(actor);
  const stored = await requestsOfUser(idsOf(inboxes), user);
  const approved = stored.find(({ state, ampUserId }) => state === "approved" && ampUserId === user.userId);
  const pending = stored.find(({ state }) => isPending(state));
  if (!approved && !pending && !inboxes.some(({ link }) => link !== null)) return null;
  return {
    approved: approved ? toApproved(approved, inboxes) : null,
    pending: pending ? toRow(pending, inboxes) : null,
  };
}

const toApproved = (request: StoredRequest, inboxes: Inbox[]): UserIdentity["approved"] => {
  const { kycAlert, kycAnswer } = request;
  return { ...toRow(request, inboxes), kycAlert, kycAnswer, kycUnansweredAt: unansweredAt(request) };
};

/** A question of this moment may still be answered. */
const ANSWERED_WITHIN_MS = 60_000;

function unansweredAt(request: StoredRequest): Date | null {
  const { kycAskedAt, kycAnswer } = request;
  // Nobody asks about a person whose categories were taken back.
  if (kycAskedAt === null || kycAnswer === "removed" || kycAskedAt <= kycCheckedAt(request)) return null;
  return now().getTime() - kycAskedAt.getTime() > ANSWERED_WITHIN_MS ? kycAskedAt : null;
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
  return selectApprovedUsers(idsOf(inboxes));
}

/**
 * Whom requests that wait for a decision may be about: by the GAID they name, which anybody can, and by the number that
 * an approval has found. Null for who sees no requests.
 * @throws AppError as `approvedUsers`
 */
export async function waitingUsers(actor: Actor): Promise<{ gaids: string[]; userIds: number[] } | null> {
  await authorize(actor, "request:read");
  const inboxes = await inboxesOf(actor);
  if (inboxes.length === 0) return null;
  const waiting = await selectWaiting(idsOf(inboxes));
  return {
    gaids: waiting.map(({ gaid }) => gaid),
    userIds: waiting.flatMap(({ ampUserId }) => (ampUserId === null ? [] : [ampUserId])),
  };
}

/** Where somebody without a GAID can be sent: an issuer's own open link, or those of the inboxes a manager may see. */
export async function readInvite(actor: Actor): Promise<PortalInvite> {
  await authorize(actor, "request:read");
  const inboxes = await inboxesMeanwhile(actor);
  return {
    links: inboxes.flatMap(({ link }) =>
      link?.isOpen ? [{ slug: link.slug, issuerName: link.issuerName }] : [],
    ),
    canSetUp: may(actor.role, "portal:settings"),
  };
}

const idsOf = (inboxes: readonly Inbox[]): string[] => inboxes.map(({ workspaceId }) => workspaceId);
