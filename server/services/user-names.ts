import type { Actor } from "@/lib/domain/actor";
import { authorize } from "@/server/auth/authorize";
import { type freshUsers, matchingUserIds, namesById } from "@/server/mirror/users";

/**
 * Names of registered users by their ids, for those who are registered. AMP: GET /registered_users/
 * @param register begun before, by whoever waits for something else meanwhile
 */
export async function userNames(
  actor: Actor,
  ids: Iterable<number | null>,
  register?: ReturnType<typeof freshUsers>,
): Promise<ReadonlyMap<number, string>> {
  await authorize(actor, "user:read");
  const known = [...ids].filter((id) => id !== null);
  if (known.length === 0) return new Map();
  return namesById(actor, known, register);
}

/** Registered users whose name, GAID or number holds the words. AMP: GET /registered_users/ */
export async function userIdsMatching(actor: Actor, q: string): Promise<ReadonlySet<number>> {
  await authorize(actor, "user:read");
  return new Set(await matchingUserIds(actor, { q, filters: {} }));
}
