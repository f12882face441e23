import { randomUUID } from "node:crypto";
import { getAddress } from "viem";
import type { EnvironmentName } from "@/lib/domain/actor";
import type { BoundGaid, KycFacts, OwnRequest, PortalLink, RequestPerson } from "@/lib/domain/requests";
import { isPending, SLUG } from "@/lib/domain/requests";
import { AppError } from "@/lib/errors";
import { requestsText } from "@/lib/messages/requests";
import { writeAudit } from "@/server/audit/store";
import { currentRequestId } from "@/server/platform/request-context";
import { findLink } from "@/server/requests/link-store";
import {
  changeRequest,
  findRequest,
  insertRequest,
  requestsOf,
  type StoredRequest,
} from "@/server/requests/store";

/** The investor's side of the inbox. Who calls has proved that the wallet `address` is the person's own. */

/** A request as the portal hands it over; the facts are its own, never the browser's. */
export interface NewRequest {
  /** Made with the form: a repeat after a lost answer meets the first request. */
  intentId: string;
  workspaceId: string;
  address: string;
  chainId: number;
  /** Chains of the issuer on which the identity service whitelists nobody. */
  unservedChainIds: number[];
  bound: BoundGaid;
  kyc: KycFacts;
  person: RequestPerson;
}

export type IssuerLinkFound = PortalLink & { environment: EnvironmentName };

/** The issuer behind a link; null when there is none. A closed one is found too. */
export async function findIssuerLink(slug: string): Promise<IssuerLinkFound | null> {
  // Whatever stands in an address bar: PostgreSQL does not even take all of it.
  const link = SLUG.test(slug) ? await findLink({ slug }) : null;
  return link && forInvestors(link);
}

const forInvestors = ({
  categoryIds: _categories,
  managers: _managers,
  ...link
}: NonNullable<Awaited<ReturnType<typeof findLink>>>): IssuerLinkFound => link;

/**
 * Puts a request into the issuer's inbox, once per form.
 * @throws AppError NOT_FOUND without such an issuer, REJECTED when its link is closed, CONFLICT while this wallet has
 * another open request there
 */
export async function receiveRequest(input: NewRequest): Promise<OwnRequest> {
  const { workspaceId, intentId } = input;
  const address = getAddress(input.address);
  const first = await findSentOrRequireRoom(input);
  if (first) return first;
  const stored = await insertRequest({ ...input, id: randomUUID(), address });
  if (!stored) {
    // The same form in a second tab may have been faster by a moment.
    const other = await sentBefore(workspaceId, address, intentId);
    if (other) return other;
    throw new AppError("CONFLICT", requestsText.inbox.alreadyOpen);
  }
  await writeAudit(
    { workspaceId, personName: address },
    {
      requestId: currentRequestId(),
      action: "request.received",
      outcome: "ok",
      detail: { request: stored.id, gaid: input.bound.gaid },
    },
  );
  return toOwn(stored);
}

/**
 * What `receiveRequest` would refuse, before anybody is asked anything for the request.
 * @returns the request of the same form, null when it has not arrived yet
 * @throws AppError as `receiveRequest`
 */
export async function findSentOrRequireRoom(
  input: Pick<NewRequest, "workspaceId" | "address" | "intentId">,
): Promise<OwnRequest | null> {
  const { workspaceId, intentId } = input;
  const own = await requestsOf({ workspaceId, address: getAddress(input.address) });
  const same = own.find((request) => request.intentId === intentId);
  if (same) return toOwn(same);
  const link = await findLink({ workspaceId });
  if (!link) throw new AppError("NOT_FOUND", requestsText.inbox.noIssuer);
  if (!link.isOpen) throw new AppError("REJECTED", requestsText.inbox.closed);
  if (own.some(({ state }) => isPending(state)))
    throw new AppError("CONFLICT", requestsText.inbox.alreadyOpen);
  return null;
}

async function sentBefore(
  workspaceId: string,
  address: string,
  intentId: string,
): Promise<OwnRequest | null> {
  const own = await requestsOf({ workspaceId, address });
  const same = own.find((request) => request.intentId === intentId);
  return same ? toOwn(same) : null;
}

/** The wallet's requests, newest first; with a workspace those to that issuer. */
export async function findOwnRequests(input: {
  address: string;
  workspaceId?: string;
}): Promise<OwnRequest[]> {
  const { workspaceId } = input;
  const found = await requestsOf({
    address: getAddress(input.address),
    ...(workspaceId === undefined ? {} : { workspaceId }),
  });
  return found.map(toOwn);
}

/** What the identity service said of the issuer's chains when it was asked for the wallet again. */
export async function noteUnservedChains(requestId: string, unservedChainIds: number[]): Promise<void> {
  await changeRequest(requestId, ["open", "approving", "approved"], { unservedChainIds });
}

/**
 * The investor takes the request back. Repeated, it stays withdrawn.
 * @throws AppError NOT_FOUND for another wallet's, CONFLICT once the issuer has begun or decided
 */
export async function withdrawOwnRequest(input: { address: string; requestId: string }): Promise<OwnRequest> {
  const request = await findRequest(input.requestId);
  if (!request || request.address !== getAddress(input.address))
    throw new AppError("NOT_FOUND", requestsText.inbox.noRequest);
  if (request.state === "withdrawn") return toOwn(request);
  const withdrawn = isPending(request.state)
    ? await changeRequest(request.id, ["open"], { state: "withdrawn", nextRunAt: null })
    : null;
  if (!withdrawn) throw new AppError("CONFLICT", requestsText.inbox.tooLate);
  await writeAudit(
    { workspaceId: request.workspaceId, personName: request.address },
    {
      requestId: currentRequestId(),
      action: "request.withdrawn",
      outcome: "ok",
      detail: { request: request.id },
    },
  );
  return toOwn(withdrawn);
}

const toOwn = ({
  id,
  workspaceId,
  state,
  bound,
  reason,
  unservedChainIds,
  createdAt,
  decidedAt,
}: StoredRequest): OwnRequest => ({
  id,
  workspaceId,
  state,
  gaid: bound.gaid,
  // A person's reason is for the investor only once it is the decision.
  reason: state === "declined" ? reason : null,
  unservedChainIds,
  createdAt,
  decidedAt,
});
