import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { FoundBy } from "@/lib/domain/requests";
import { AppError } from "@/lib/errors";
import type { AmpClient } from "@/server/amp/client";
import { requestsOf, type StoredRequest } from "./store";

export interface FoundUser {
  user: RegisteredUser;
  by: FoundBy;
}

const MAX_NAME = 255;

/** The end of the name of a user that this request made: by it the user is found again after a lost answer. */
export const markerOf = (requestId: string): string => ` (#${requestId.slice(0, 8)})`;

/** AMP wants names that are unique among the issuer's users, and two people may have the same one. */
export const nameAtAmp = (personName: string, requestId: string): string => {
  const marker = markerOf(requestId);
  return personName.slice(0, MAX_NAME - marker.length) + marker;
};

/**
 * The registered user whom an approval concerns: whoever has the GAID, else whom an earlier approval of the same wallet
 * led to, else whom an attempt of this very request made; null when there is none.
 * AMP: GET /gaids/{g}/registered_user, GET /registered_users/{u}, GET /registered_users/
 */
export async function findUserAtAmp(
  amp: AmpClient,
  request: Pick<StoredRequest, "id" | "workspaceId" | "address" | "bound">,
): Promise<FoundUser | null> {
  const owner = await orNull(amp.call("getGaidUser", { path: { gaid: request.bound.gaid } }));
  if (owner) return { user: owner, by: "gaid" };
  const earlier = await earlierUser(amp, request);
  if (earlier) return { user: earlier, by: "wallet" };
  const marker = markerOf(request.id);
  const made = (await amp.call("listRegisteredUsers")).find(({ name }) => name.endsWith(marker));
  return made ? { user: made, by: "marker" } : null;
}

async function earlierUser(
  amp: AmpClient,
  { workspaceId, address }: Pick<StoredRequest, "workspaceId" | "address">,
): Promise<RegisteredUser | null> {
  const earlier = await requestsOf({ workspaceId, address });
  const approved = earlier.find(({ state, ampUserId }) => state === "approved" && ampUserId !== null);
  if (!approved) return null;
  return orNull(amp.call("getRegisteredUser", { path: { registeredUserId: Number(approved.ampUserId) } }));
}

const orNull = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error: unknown) => {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  });
