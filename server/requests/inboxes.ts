import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { requestsText } from "@/lib/messages/requests";
import { findLink, linksForManager, type StoredLink } from "./link-store";
import { findRequest, type StoredRequest } from "./store";

/** An issuer's requests; without a link none can have come, but earlier ones stay. */
export interface Inbox {
  workspaceId: string;
  link: StoredLink | null;
}

/** The inboxes a person may see: an issuer's own, and those of the issuers who named this manager in their settings. */
export async function inboxesOf(actor: Actor): Promise<Inbox[]> {
  const { workspaceId, role, environment, accountName } = actor;
  if (role === "issuer") return [{ workspaceId, link: await findLink({ workspaceId }) }];
  if (accountName === null) return [];
  const links = await linksForManager(environment, accountName);
  return links.map((link) => ({ workspaceId: link.workspaceId, link }));
}

/**
 * A request of one of the person's inboxes, for verbs that have authorised.
 * @throws AppError NOT_FOUND, also for what exists elsewhere
 */
export async function requireRequest(actor: Actor, requestId: string): Promise<StoredRequest> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(requestId);
  const request = isId ? await findRequest(requestId) : null;
  const inboxes = request ? await inboxesOf(actor) : [];
  if (!request || !inboxes.some(({ workspaceId }) => workspaceId === request.workspaceId))
    throw new AppError("NOT_FOUND", requestsText.notHere);
  return request;
}
