import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { requestsText } from "@/lib/messages/requests";
import { WRITTEN_UUID } from "@/lib/uuid";
import { ampOfIssuer } from "./amp";
import { findLink, linksForManager, type StoredLink } from "./link-store";
import { findRequest, type StoredRequest } from "./store";

/** An issuer's requests; without a link none can have come, but earlier ones stay. */
export interface Inbox {
  workspaceId: string;
  link: StoredLink | null;
}

/**
 * The inboxes a person may see: an issuer's own, and those of the issuers who named this manager in their settings.
 * @throws AppError UNAVAILABLE while AMP does not tell who the managers are
 */
export async function inboxesOf(actor: Actor): Promise<Inbox[]> {
  const { workspaceId, role, environment, accountName } = actor;
  if (role === "issuer") return [{ workspaceId, link: await findLink({ workspaceId }) }];
  if (accountName === null) return [];
  const named = await linksForManager(environment, accountName);
  // Who views as a manager of theirs is the issuer: what others gave a manager of this name is not theirs to see.
  const links = actor.preview ? named.filter((link) => link.workspaceId === workspaceId) : named;
  const served = await Promise.all(links.map((link) => isManagerOf(actor, accountName, link.workspaceId)));
  return links.filter((_, index) => served[index]).map((link) => ({ workspaceId: link.workspaceId, link }));
}

/** The inboxes of a person, for a part of a page that is not worth the page: none while AMP is away. */
export const inboxesMeanwhile = (actor: Actor): Promise<Inbox[]> =>
  inboxesOf(actor).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "UNAVAILABLE") return [];
    throw error;
  });

// Actors are made once per request, so AMP is asked once per request, and nobody locked there goes on for longer.
const known = new WeakMap<Actor, Map<string, Promise<boolean>>>();

/**
 * Whether the manager named in an issuer's settings still is one at AMP, and not locked: who decides here does it with the
 * issuer's own access. AMP: GET /managers
 */
function isManagerOf(actor: Actor, accountName: string, workspaceId: string): Promise<boolean> {
  const answers = known.get(actor) ?? new Map<string, Promise<boolean>>();
  known.set(actor, answers);
  const answer = answers.get(workspaceId) ?? askManagers(workspaceId, accountName);
  answers.set(workspaceId, answer);
  return answer;
}

/** @throws AppError UNAVAILABLE while AMP does not tell. AMP: GET /managers */
export async function askManagers(workspaceId: string, accountName: string): Promise<boolean> {
  try {
    const amp = await ampOfIssuer(workspaceId);
    const managers = await amp.call("listManagers");
    return managers.some(({ username, isLocked }) => username === accountName && !isLocked);
  } catch (error) {
    // The issuer's access has ended, and with it what was given away of it; the manager's own is another matter.
    if (error instanceof AppError && ["UNAUTHENTICATED", "NOT_FOUND"].includes(error.code)) return false;
    throw error;
  }
}

/**
 * A request of one of the person's inboxes, for verbs that have authorised.
 * @throws AppError NOT_FOUND, also for what exists elsewhere
 */
export async function requireRequest(actor: Actor, requestId: string): Promise<StoredRequest> {
  const request = WRITTEN_UUID.test(requestId) ? await findRequest(requestId) : null;
  const inboxes = request ? await inboxesOf(actor) : [];
  if (!request || !inboxes.some(({ workspaceId }) => workspaceId === request.workspaceId))
    throw new AppError("NOT_FOUND", requestsText.notHere);
  return request;
}
