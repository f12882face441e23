import type { Actor } from "@/lib/domain/actor";
import { authorize } from "@/server/auth/authorize";
import { outputsCopied } from "@/server/mirror/balances";
import { blacklistedPairs } from "@/server/mirror/eligibility-store";

export interface BlacklistedUsers {
  has(userId: number, assetUuid: string): boolean;
  /** When the asset's outputs were asked for; null where no copy tells of them. */
  asOf(assetUuid: string): Date | null;
}

/**
 * Which of the users have blacklisted outputs of which assets, as the copies tell that there are: many assets at once
 * are not asked for. @param assetUuids those that the person may see
 */
export async function readBlacklisted(
  actor: Actor,
  assetUuids: readonly string[],
  userIds: readonly number[],
): Promise<BlacklistedUsers> {
  await Promise.all(assetUuids.map((assetUuid) => authorize(actor, "utxo:read", assetUuid)));
  const copied = await outputsCopied(actor);
  const told = assetUuids.filter((assetUuid) => copied.has(assetUuid));
  const pairs =
    told.length === 0 ? [] : await blacklistedPairs(actor.workspaceId, { assetUuids: told, userIds });
  const keys = new Set(pairs.map(({ userId, assetUuid }) => keyOf(userId, assetUuid)));
  return {
    has: (userId, assetUuid) => keys.has(keyOf(userId, assetUuid)),
    asOf: (assetUuid) => (told.includes(assetUuid) ? (copied.get(assetUuid) ?? null) : null),
  };
}

const keyOf = (userId: number, assetUuid: string) => `${userId} ${assetUuid}`;
