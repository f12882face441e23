import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import { MAX_LIMIT } from "@/lib/contracts/list";
import type { Actor } from "@/lib/domain/actor";
import type { FoundBy, WaitingAssignments } from "@/lib/domain/requests";
import type { AmpClient } from "@/server/amp/client";
import { findAmongAll, orNull } from "@/server/amp/look-up";
import { userSummaries } from "@/server/amp/user-summaries";
import { usersPage } from "@/server/mirror/users";
import { requestsOf, type StoredRequest } from "./store";

export interface FoundUser {
  user: RegisteredUser;
  by: FoundBy;
  /** Only the GAID leads here: neither an approval nor an attempt of this wallet did. */
  isClaimed: boolean;
}

const MAX_NAME = 255;

/** The end of the name of a user that this request made: by it the user is found again after a lost answer. */
export const markerOf = (requestId: string): string => ` (#${requestId.slice(0, 8)})`;

/** AMP wants names that are unique among the issuer's users, and two people may have the same one. */
export const nameAtAmp = (personName: string, requestId: string): string => {
  const marker = markerOf(requestId);
  // Not in the middle of a character.
  return personName.slice(0, MAX_NAME - marker.length).replace(/\p{Surrogate}$/u, "") + marker;
};

/** Looks through a register for the first one who is meant, whose name ends in one of the markers. */
type LookThrough = (
  isMeant: (user: RegisteredUser) => boolean,
  markers: string[],
) => Promise<RegisteredUser | null>;

/** In the desk's copy, for what is only shown: it is read anew after each attempt of an approval. */
export const amongCopied =
  (issuer: Actor): LookThrough =>
  async (isMeant, markers) => {
    for (const marker of markers) {
      const { rows } = await usersPage(issuer, { q: marker.trim(), limit: MAX_LIMIT, filters: {} });
      const found = rows.find(isMeant);
      if (found) return found;
    }
    return null;
  };

/**
 * The registered user whom an approval concerns: whoever has the GAID, else whom an approval of the same wallet led to,
 * even one that stopped, else whom an attempt of one of its requests made; null when there is none.
 * AMP: GET /gaids/{g}/registered_user, GET /registered_users/{u}, GET /registered_users/
 * @param lookThrough AMP's register itself unless told otherwise
 */
export async function findUserAtAmp(
  amp: AmpClient,
  request: Pick<StoredRequest, "id" | "workspaceId" | "address" | "bound">,
  lookThrough: LookThrough = (isMeant) => findAmongAll(amp, isMeant),
): Promise<FoundUser | null> {
  const { workspaceId, address, bound } = request;
  const [owner, own] = await Promise.all([
    orNull(amp.call("getGaidUser", { path: { gaid: bound.gaid } })),
    requestsOf({ workspaceId, address }),
  ]);
  const ledTo = usersLedTo(own);
  const isMadeByOwn = ({ name }: RegisteredUser) => own.some(({ id }) => name.endsWith(markerOf(id)));
  if (owner) return { user: owner, by: "gaid", isClaimed: !ledTo.includes(owner.id) && !isMadeByOwn(owner) };
  for (const registeredUserId of ledTo) {
    const user = await orNull(amp.call("getRegisteredUser", { path: { registeredUserId } }));
    if (user) return { user, by: "wallet", isClaimed: false };
  }
  const made = await lookThrough(
    isMadeByOwn,
    own.map(({ id }) => markerOf(id)),
  );
  if (!made) return null;
  return { user: made, by: made.name.endsWith(markerOf(request.id)) ? "marker" : "wallet", isClaimed: false };
}

/** Of all assets: they go to whatever wallet is the default when they are sent. AMP: GET /registered_users/{u}/summary */
export const countOpenAssignments = async (amp: AmpClient, registeredUserId: number): Promise<number> =>
  (await readOpenAssignments(amp, registeredUserId)).count;

/** The same with those among them that no distribution has taken, asset by asset. AMP: as above */
export async function readOpenAssignments(
  amp: AmpClient,
  registeredUserId: number,
): Promise<{ count: number; waiting: WaitingAssignments[] }> {
  const summary = await userSummaries(amp, registeredUserId);
  const open = summary.map(({ assetUuid, assignments }) => ({
    assetUuid,
    assignments: assignments.filter(({ isDistributed }) => !isDistributed),
  }));
  return {
    count: open.reduce((sum, { assignments }) => sum + assignments.length, 0),
    waiting: open.flatMap(({ assetUuid, assignments }) => {
      const waiting = assignments.filter(({ distributionUuid }) => distributionUuid === null);
      const sats = waiting.reduce((sum, { amount }) => sum + amount, 0n);
      return waiting.length > 0 ? [{ assetUuid, count: waiting.length, sats }] : [];
    }),
  };
}

/** AMP's numbers that a wallet's requests came to, those of approvals first. */
function usersLedTo(own: StoredRequest[]): number[] {
  const isApproved = ({ state }: StoredRequest) => state === "approved";
  const ordered = [...own.filter(isApproved), ...own.filter((request) => !isApproved(request))];
  return [...new Set(ordered.map(({ ampUserId }) => ampUserId).filter((id) => id !== null))];
}
