import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { Actor } from "@/lib/domain/actor";
import { authorize } from "@/server/auth/authorize";
import { matchingUserIds, usersById } from "@/server/mirror/users";

/**
 * Names of registered users by their ids, for those who are registered. Ids that are on their way themselves are not
 * waited for before the register is looked after. AMP: GET /registered_users/
 */
export async function userNames(
  actor: Actor,
  ids: Iterable<number | null> | Promise<Iterable<number | null>>,
): Promise<ReadonlyMap<number, string>> {
  await authorize(actor, "user:read");
  if (!(ids instanceof Promise)) {
    const known = knownOf(ids);
    return known.length === 0 ? new Map() : namesOf(await usersById(actor, known));
  }
  return namesOf(await usersById(actor, ids.then(knownOf)));
}

const knownOf = (ids: Iterable<number | null>): number[] => [...ids].filter((id) => id !== null);
const namesOf = (users: Map<number, RegisteredUser>) =>
  new Map([...users].map(([id, { name }]) => [id, name]));

/** Registered users whose name, GAID or number holds the words. AMP: GET /registered_users/ */
export async function userIdsMatching(actor: Actor, q: string): Promise<ReadonlySet<number>> {
  await authorize(actor, "user:read");
  return new Set(await matchingUserIds(actor, { q, filters: {} }));
}
